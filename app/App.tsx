import { DragProvider } from './authoring/index.ts'
import { Canvas, canvasActions } from './canvas/index.ts'
import { ClusterBar, submitAction, SubmitReport } from './cluster/index.ts'
import { Inspector } from './inspector/Inspector.tsx'
import { Palette } from './palette/index.ts'
import { LazyCode } from './shell/LazyCode.tsx'
import type { Workshop } from './shell/start/workshop.ts'
import type { ThemeControl } from './shell/theme.ts'
import { Workbench } from './shell/Workbench.tsx'
import { ClusterContext, DesignerContext, type Cluster } from './store/index.ts'
import { UiProvider } from './ui/index.ts'

/** The composition root: the one place that knows every pane. */
export function App({
  workshop,
  cluster,
  theme,
}: {
  readonly workshop: Workshop
  readonly cluster: Cluster
  readonly theme: ThemeControl
}) {
  const { designer, problems } = workshop
  const submit = submitAction(cluster)
  return (
    <DesignerContext value={designer}>
      <ClusterContext value={cluster}>
        <UiProvider>
          <DragProvider>
            <Workbench
              workshop={workshop}
              theme={theme}
              canvasActions={() => canvasActions(designer)}
              clusterActions={[submit]}
              palette={<Palette />}
              canvas={({ inspect, reveal }) => (
                <>
                  <Canvas onInspect={inspect} />
                  <SubmitReport onReveal={reveal} />
                </>
              )}
              inspector={<Inspector />}
              code={<LazyCode problems={problems} />}
              submit={<ClusterBar onSubmit={submit.run} os={workshop.os} />}
            />
          </DragProvider>
        </UiProvider>
      </ClusterContext>
    </DesignerContext>
  )
}
