import { lazy, Suspense } from 'react'
import { DragProvider } from './authoring/index.ts'
import { submitAction } from './cluster/index.ts'
import styles from './App.module.css'
import type { Action } from './shell/actions/action.ts'
import { LazyCode } from './shell/LazyCode.tsx'
import type { Workshop } from './shell/start/workshop.ts'
import type { ThemeControl } from './shell/theme.ts'
import { Workbench } from './shell/Workbench.tsx'
import {
  CalmContext,
  ClusterContext,
  DesignerContext,
  ProblemsContext,
  RunsContext,
  type Cluster,
  type Designer,
  type Runs,
} from './store/index.ts'
import { UiProvider } from './ui/index.ts'

/*
 * The frame shows as soon as it is there. What is large comes in files of its own, all asked for at once: the canvas is
 * on its way while the drafts are read, and no pane waits for another.
 */
const canvasModule = import('./canvas/index.ts')
const Canvas = lazy(() => canvasModule.then((module) => ({ default: module.Canvas })))
const Inspector = lazy(() =>
  import('./inspector/Inspector.tsx').then((module) => ({ default: module.Inspector })),
)
const Palette = lazy(() =>
  import('./palette/index.ts').then((module) => ({ default: module.Palette })),
)
const ClusterBar = lazy(() =>
  import('./cluster/ClusterBar.tsx').then((module) => ({ default: module.ClusterBar })),
)
const RunControls = lazy(() =>
  import('./simulator/RunControls.tsx').then((module) => ({ default: module.RunControls })),
)
const SubmitReport = lazy(() =>
  import('./cluster/SubmitReport.tsx').then((module) => ({ default: module.SubmitReport })),
)

let canvas: Awaited<typeof canvasModule> | undefined
void canvasModule.then((module) => (canvas = module))

/** What the canvas can do, once it is there. */
function actionsOf(designer: Designer): readonly Action[] {
  if (!canvas) return []
  const { canvasActions, clipboardKeys } = canvas
  return canvasActions(designer).map((action) => ({
    ...action,
    shownShortcut: clipboardKeys[action.id],
  }))
}

/** The composition root: the one place that knows every pane. */
export function App({
  workshop,
  cluster,
  runs,
  theme,
}: {
  readonly workshop: Workshop
  readonly cluster: Cluster
  readonly runs: Runs
  readonly theme: ThemeControl
}) {
  const { designer, problems } = workshop
  const submit = submitAction(cluster)
  return (
    <DesignerContext value={designer}>
      <ClusterContext value={cluster}>
        <ProblemsContext value={problems}>
          <RunsContext value={runs}>
            <UiProvider>
              <DragProvider>
                <Workbench
                  workshop={workshop}
                  theme={theme}
                  canvasActions={() => actionsOf(designer)}
                  clusterActions={[submit]}
                  palette={
                    <CalmContext value>
                      <Palette />
                    </CalmContext>
                  }
                  canvas={({ inspect, reveal }) => (
                    <Suspense>
                      <Canvas onInspect={inspect} />
                      <CalmContext value>
                        <SubmitReport onReveal={reveal} />
                      </CalmContext>
                    </Suspense>
                  )}
                  inspector={
                    <Suspense>
                      <CalmContext value>
                        <Inspector />
                      </CalmContext>
                    </Suspense>
                  }
                  code={<LazyCode />}
                  run={
                    <Suspense fallback={<div className={styles.run} />}>
                      <RunControls os={workshop.os} />
                    </Suspense>
                  }
                  submit={
                    <Suspense fallback={<div className={styles.submit} />}>
                      <CalmContext value>
                        <ClusterBar onSubmit={submit.run} os={workshop.os} />
                      </CalmContext>
                    </Suspense>
                  }
                />
              </DragProvider>
            </UiProvider>
          </RunsContext>
        </ProblemsContext>
      </ClusterContext>
    </DesignerContext>
  )
}
