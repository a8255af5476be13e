import { parseTree } from '../../../src/yaml/index.ts'
import {
  checkTree,
  usualSettings,
  type CheckMode,
  type Problem,
  type ProblemCode,
} from '../../../src/validate/index.ts'
import type { ManifestFile, ManifestVerdict } from '../ask.ts'
import { milder, stricter } from '../differences.ts'
import { codesFor } from './codes-of-messages.ts'
import { patternOf } from './pattern.ts'

/** What Argo says of one file of a set. */
export interface FileVerdict {
  /** One for each of its objects that is refused, or that about the whole set; none if all is accepted. */
  readonly messages: readonly string[]
  /** How many documents Argo skips because it cannot read them. */
  readonly unread: number
}

/** What two judges of one manifest come to. */
export type Outcome = { readonly kind: 'agree' | 'explained' } | Disagreement

export interface Disagreement {
  readonly kind: 'disagree'
  readonly sort: 'only Argo refuses' | 'only we refuse' | 'other rule' | 'unknown message'
  /** Argo's message without what is the manifest's own; empty if it accepts. */
  readonly pattern: string
  readonly message: string
  /** Of our errors, without those that are explained where Argo accepts. */
  readonly codes: readonly ProblemCode[]
}

/** For these Argo skips the document. */
const unreadable: readonly ProblemCode[] = [
  'yaml-syntax',
  'yaml-unknown-alias',
  'yaml-duplicate-key',
  'key-unreadable',
  'number-endless',
  'yaml-tab',
]

/** What Argo says of the file of that name. */
export function verdictOf(
  name: string,
  { message, objects = [], unread = 0 }: ManifestVerdict,
): FileVerdict {
  const own = objects.flatMap(({ file, message: said }) => (file === name ? (said ?? []) : []))
  return { messages: message === undefined ? own : [message], unread }
}

/** What Stepwright finds in the first file of a set. As the real Argo is asked, the files are all there is. */
export function ourProblems(
  [first, ...others]: readonly ManifestFile[],
  mode: CheckMode = 'lint',
): readonly Problem[] {
  if (first === undefined) return []
  const sources = others.map(({ text }) => ({ tree: parseTree(text) }))
  return checkTree(parseTree(first.text), sources, { ...usualSettings, mode, isOffline: true })
}

/** Compares what Argo says of a file with what Stepwright finds in it. */
export function compare({ messages, unread }: FileVerdict, problems: readonly Problem[]): Outcome {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const skipped = new Set(
    problems.flatMap(({ code, document }) =>
      unread > 0 && unreadable.includes(code) ? [document] : [],
    ),
  )
  // At what is in lists Argo's command line does not look.
  const isList = problems.some(({ code }) => code === 'list-unread')
  if (isList && messages.every((message) => message.startsWith('nothing to judge')))
    return { kind: 'explained' }
  if (messages.length === 0) {
    const strange = errors.filter((one) => !skipped.has(one.document) && !isStricter(one))
    if (strange.length > 0) return disagreement('only we refuse', '', strange)
    return { kind: errors.length === 0 ? 'agree' : 'explained' }
  }
  const [strange, ...others] = messages.filter((message) => !isMilder(message, problems))
  if (strange === undefined) return { kind: errors.length === 0 ? 'explained' : 'agree' }
  if (errors.length === 0) return disagreement('only Argo refuses', strange, errors)
  // Of a file that is not YAML we say nothing else, also where only one document of it is not.
  if (errors.some(({ code, document }) => code === 'yaml-syntax' && skipped.has(document)))
    return { kind: 'agree' }
  if (errors.every(({ code }) => code === 'yaml-syntax')) return { kind: 'explained' }
  for (const message of [strange, ...others]) {
    const expected = codesFor(message)
    if (expected === undefined) return disagreement('unknown message', message, errors)
    if (!errors.some(({ code }) => expected.includes(code)))
      return disagreement('other rule', message, errors)
  }
  return { kind: 'agree' }
}

function disagreement(
  sort: Disagreement['sort'],
  message: string,
  errors: readonly Problem[],
): Disagreement {
  const codes = [...new Set(errors.map(({ code }) => code))].toSorted()
  return { kind: 'disagree', sort, pattern: patternOf(message), message, codes }
}

function isStricter({ code, message }: Problem): boolean {
  return stricter.some((one) => one.code === code && (one.saying?.test(message) ?? true))
}

function isMilder(message: string, problems: readonly Problem[]): boolean {
  return milder.some(
    ({ message: pattern, beside }) =>
      pattern.test(message) &&
      (beside === undefined || problems.some(({ code }) => code === beside)),
  )
}
