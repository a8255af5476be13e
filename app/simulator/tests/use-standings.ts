import { useMemo } from 'react'
import type { KeptVerdict, TestProgress } from '../../store/index.ts'
import { verdictOf, type OpenTests } from './open-tests.ts'
import type { Standing } from './test-words.ts'
import { useTests } from './use-tests.ts'

/** How a test stands. */
export interface TestStanding {
  readonly standing: Standing
  /** The last verdict, of this text or of an older one. */
  readonly kept: KeptVerdict | undefined
  readonly isOld: boolean
}

/** How all tests of some files stand, one after the other. */
export function useStandings(files: readonly OpenTests[]): readonly TestStanding[] {
  const verdicts = useTests((state) => state.verdicts)
  const progress = useTests((state) => state.progress)
  return useMemo(
    () =>
      files.flatMap((tests) =>
        tests.file.tests.map((_, index) => standingOf(tests, index, verdicts, progress)),
      ),
    [files, verdicts, progress],
  )
}

/** How one test stands. */
export function standingOf(
  tests: OpenTests,
  index: number,
  verdicts: readonly KeptVerdict[],
  progress: TestProgress | undefined,
): TestStanding {
  const test = tests.file.tests[index]
  const found = test && verdictOf(tests, test, verdicts)
  const isGoing = progress?.file === tests.entry.id && progress.index === index
  return {
    standing: isGoing ? 'running' : (found?.kept.verdict.status ?? 'none'),
    kept: found?.kept,
    isOld: found?.isOld === true,
  }
}
