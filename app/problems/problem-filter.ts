import type { Problem, Severity } from '../../src/validate/index.ts'

/** Which problems are listed. */
export interface ProblemFilter {
  readonly severity: Severity | 'all'
  /** Words, all of which stand in the message or the code. */
  readonly words: string
}

export const allProblems: ProblemFilter = { severity: 'all', words: '' }

/** The problems that a filter lets through, in their order. */
export function filtered(
  list: readonly Problem[],
  { severity, words }: ProblemFilter,
): readonly Problem[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return list.filter((problem) => {
    if (severity !== 'all' && problem.severity !== severity) return false
    const text = `${problem.code} ${problem.message}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
