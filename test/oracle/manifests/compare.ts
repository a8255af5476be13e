import { parseTree } from '../../../src/yaml/index.ts'
import {
  checkTree,
  usualSettings,
  type Problem,
  type ProblemCode,
} from '../../../src/validate/index.ts'
import type { ManifestFile, ManifestVerdict } from '../ask.ts'
import { milder, stricter } from '../differences.ts'
import { codesFor } from './codes-of-messages.ts'
import { patternOf } from './pattern.ts'

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

/** As the real Argo is asked: the files are all there is. */
const settings = { ...usualSettings, isOffline: true }

/** The errors that Stepwright finds in the first file of a set; the others are what it can refer to. */
export function ourErrors([first, ...others]: readonly ManifestFile[]): Problem[] {
  if (first === undefined) return []
  const sources = others.map(({ text }) => ({ tree: parseTree(text) }))
  return checkTree(parseTree(first.text), sources, settings).filter(
    ({ severity }) => severity === 'error',
  )
}

/** Compares what Argo says of the first file of a set with the errors that Stepwright finds in it. */
export function compare(
  file: string,
  verdict: ManifestVerdict,
  errors: readonly Problem[],
): Outcome {
  const messages = messagesOf(file, verdict)
  if (messages.length === 0) {
    const strange = errors.filter((problem) => !isStricter(problem, verdict))
    if (strange.length > 0) return disagreement('only we refuse', '', strange)
    return { kind: errors.length === 0 ? 'agree' : 'explained' }
  }
  const [strange, ...others] = messages.filter((message) => !isMilder(message))
  if (strange === undefined) return { kind: errors.length === 0 ? 'explained' : 'agree' }
  if (errors.length === 0) return disagreement('only Argo refuses', strange, errors)
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

/** Argo's messages about one file: that about the whole set, or one for each of its objects that is refused. */
function messagesOf(file: string, { message, objects = [] }: ManifestVerdict): readonly string[] {
  if (message !== undefined) return [message]
  return objects.flatMap((object) => (object.file === file ? (object.message ?? []) : []))
}

function isStricter({ code, message }: Problem, { unread = 0 }: ManifestVerdict): boolean {
  return stricter.some(
    ({ code: meant, saying, inUnread = false }) =>
      meant === code && (saying?.test(message) ?? true) && (!inUnread || unread > 0),
  )
}

function isMilder(message: string): boolean {
  return milder.some((one) => one.message.test(message))
}
