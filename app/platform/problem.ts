/** A browser power that could not be used: why, in words for people, with what to do about it. */
export interface PlatformProblem<Code extends string> {
  readonly code: Code
  readonly message: string
}

/** The name of a thrown thing: `DOMException`s are told apart by nothing else. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : ''
}

/** The words of a thrown thing, to be quoted in a problem. */
export function errorWords(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'no reason was given'
}
