import { useMemo } from 'react'
import { useDesigner, useFiles, useTestState, type TestState } from '../../store/index.ts'
import { testsAround, type OpenTests } from './open-tests.ts'
import { testDeskOf, type TestDesk } from './test-desk.ts'

/** The desk of tests around a component. */
export function useTestDesk(): TestDesk {
  return testDeskOf(useDesigner())
}

/** A part of what is known of tests. */
export function useTests<T>(selector: (state: TestState) => T): T {
  return useTestState(useTestDesk().store, selector)
}

/** The files of tests that belong to the file on the canvas. */
export function useTestsAround(): readonly OpenTests[] {
  const files = useFiles()
  return useMemo(() => testsAround(files), [files])
}
