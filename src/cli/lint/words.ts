import { err, ok, type Result } from '../../base/index.ts'
import { argoVersions, type ArgoVersion } from '../../schema/index.ts'
import {
  problemCodes,
  similarName,
  type CheckMode,
  type ProblemCode,
  type Severity,
} from '../../validate/index.ts'

/** The versions of Argo that can be meant, the oldest first. */
export const targets: readonly ArgoVersion[] = argoVersions

export const modes: readonly CheckMode[] = ['lint', 'create']

/** The gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** The one of some words that a text is. */
export function choice<T extends string>(text: string, known: readonly T[]): T | undefined {
  return known.find((word) => word === text)
}

/** The code that a text is, or why it is none. */
export function toCode(text: string): Result<ProblemCode, string> {
  if (isCode(text)) return ok(text)
  return err(notAmong('code', text, Object.keys(problemCodes)))
}

/** Says that there is no such thing, and what may be meant. */
export function notAmong(what: string, text: string, known: readonly string[]): string {
  const similar = similarName(text, known)
  const hint =
    similar !== undefined
      ? `Did you mean ${similar}?`
      : known.length > 10
        ? 'See `stepwright lint --list-rules`.'
        : `There are ${known.join(', ')}.`
  return `There is no ${what} ${text}. ${hint}`
}

function isCode(text: string): text is ProblemCode {
  return Object.hasOwn(problemCodes, text)
}
