import type { CardPhase, TestVerdict } from '../../store/index.ts'

/** How a test stands: its verdict, whether that is of an older text, or that it runs just now. */
export type Standing = 'running' | 'none' | TestVerdict['status']

/** The sign of a test, as of a node. */
export const phases: Readonly<Record<Standing, CardPhase>> = {
  running: 'Running',
  none: 'Pending',
  passed: 'Succeeded',
  failed: 'Failed',
  refused: 'Error',
}

const words: Readonly<Record<Standing, string>> = {
  running: 'runs',
  none: 'not run yet',
  passed: 'passed',
  failed: 'failed',
  refused: 'cannot be run',
}

/** How a test stands, in a word or two. */
export function standingWords(standing: Standing, isOld: boolean): string {
  return isOld && standing !== 'running'
    ? `${words[standing]} before it was changed`
    : words[standing]
}

/** What all tests come to: how many stand how. */
export function sumWords(
  standings: readonly { readonly standing: Standing; readonly isOld: boolean }[],
): string {
  const counts = (['passed', 'failed', 'refused', 'none'] as const).map((wanted) => {
    const { length } = standings.filter(
      ({ standing, isOld }) => (isOld ? 'none' : standing) === wanted,
    )
    return { wanted, length }
  })
  return counts
    .filter(({ length }) => length > 0)
    .map(({ wanted, length }) => `${String(length)} ${words[wanted]}`)
    .join(', ')
}
