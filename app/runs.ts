import { lazy } from 'react'
import { createRunStore, type Designer, type Runs } from './store/index.ts'

/** The dry runs of this page. All but the store comes with the first of them. */
export function browserRuns(designer: Designer): Runs {
  const runs: Runs = {
    store: createRunStore(),
    desk: () => import('./simulator/desk.ts').then(({ deskOf }) => deskOf(runs, designer)),
    Details: lazy(() =>
      import('./simulator/CardDetails.tsx').then((module) => ({ default: module.CardDetails })),
    ),
    TestFile: lazy(() =>
      import('./simulator/tests/TestFileCard.tsx').then((module) => ({
        default: module.TestFileCard,
      })),
    ),
  }
  // What was said of the files before shows on the canvas.
  void import('./mocks/settings.ts').then(({ fillSettings }) => fillSettings(runs, designer))
  return runs
}
