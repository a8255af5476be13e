import { seenCount, useDesigner, useRun, useRuns, type ShownRun } from '../store/index.ts'
import { deskOf, type Desk } from './desk.ts'

/** The desk of the runs around a component. */
export function useDesk(): Desk {
  return deskOf(useRuns(), useDesigner())
}

/** The run that is shown, and after how many of its events it is looked at. */
export function useShown(): { readonly run: ShownRun; readonly count: number } | undefined {
  const run = useRun((state) => state.shown)
  const count = useRun(seenCount)
  return run === undefined ? undefined : { run, count }
}
