import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { rectOf } from '../../src/layout/index.ts'
import { useDesigner, useScene } from '../store/index.ts'
import { canvasUi } from './canvas-ui.ts'
import { DataFlow } from './flow/DataFlow.tsx'
import { lanesGeometry } from './flow/geometry.ts'
import { FlowSurface } from './FlowSurface.tsx'
import { useBand } from './gestures/use-band.ts'
import { Minimap } from './Minimap.tsx'
import { minimapShape } from './minimap-scale.ts'
import { nodeTypes } from './nodes/node-types.ts'
import { currentPlace, type LanesPicture } from './picture.ts'
import { FlowNodes } from './to-flow.ts'
import { withFrames } from './unfold/nested-geometry.ts'
import { nestedSelection } from './unfold/nested-edits.ts'

/** The lanes of a template, to look at and to work on. */
export function LanesFlow({
  picture,
  viewKey,
}: {
  readonly picture: LanesPicture
  readonly viewKey: string
}) {
  const ui = canvasUi(useDesigner())
  const scene = useScene()
  const { selected, manifest, address } = scene
  const { cursor, renaming } = useSyncExternalStore(ui.subscribe, ui.getSnapshot)
  const root = useRef<HTMLDivElement>(null)
  const band = useBand()
  const [flow] = useState(() => new FlowNodes())
  const { layout, frames } = picture
  const geometry = useMemo(
    () => withFrames(lanesGeometry(manifest, address, layout), manifest, frames),
    [manifest, address, layout, frames],
  )
  const current = currentPlace(picture.graph, selected, cursor)
  const isEmpty = layout.lanes.length === 0
  return (
    <FlowSurface
      label="Lanes of the template"
      nodes={flow.nodes({
        manifest,
        picture,
        band,
        selected,
        nested: nestedSelection(scene),
        current,
        renaming,
      })}
      nodeTypes={nodeTypes}
      isFar={band.isFar}
      root={root}
      view={{ bounds: layout.bounds, isEmpty, rectOf: (place) => rectOf(layout, place) }}
      viewKey={viewKey}
      keys="Arrow keys go to other steps. Enter goes inside, F2 renames, A adds a step, Space lifts to move, U unfolds what a step calls."
      minimap={<Minimap bounds={layout.bounds} shape={minimapShape(layout)} isEmpty={isEmpty} />}
    >
      <DataFlow geometry={geometry} root={root} />
    </FlowSurface>
  )
}
