import { ReactFlowProvider } from '@xyflow/react'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { FrameBox } from '../../../src/layout/index.ts'
import { useDesigner, useScene, type Scene } from '../../store/index.ts'
import { VisuallyHidden } from '../../ui/index.ts'
import { canvasUi } from '../canvas-ui.ts'
import { cardsOf, selectedPlaces } from '../cards.ts'
import { DataFlow } from '../flow/DataFlow.tsx'
import { dagGeometry } from '../flow/geometry.ts'
import { FlowSurface } from '../FlowSurface.tsx'
import { useBand } from '../gestures/use-band.ts'
import { shapeOf } from '../minimap-scale.ts'
import { Minimap } from '../Minimap.tsx'
import { MarkerNode } from '../nodes/MarkerNode.tsx'
import { graphFrames, type GraphPicture } from '../picture.ts'
import { withFrames } from '../unfold/nested-geometry.ts'
import { nestedNodeTypes } from '../unfold/nested-node-types.ts'
import { nestedSelection } from '../unfold/nested-edits.ts'
import { connectMarks, connectWords } from './connect.ts'
import { ConnectNote } from './ConnectNote.tsx'
import { DagCardNode } from './DagCardNode.tsx'
import { DagEdgesNode } from './DagEdgesNode.tsx'
import { boundsWith, dagEnds } from './dag-ends.ts'
import { dagLayouts } from './dag-layouts.ts'
import { DagFlowNodes } from './dag-nodes.ts'
import { FarDagNode } from './FarDagNode.tsx'
import { FirstTask } from './FirstTask.tsx'

/** A dag or a set of containers, to look at and to work on. */
export function DagFlow(props: { readonly picture: GraphPicture; readonly viewKey: string }) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  )
}

function Flow({ picture, viewKey }: { readonly picture: GraphPicture; readonly viewKey: string }) {
  const { graph, measured } = picture
  const ui = canvasUi(useDesigner())
  const scene = useScene()
  const isStale = scene.lock !== undefined
  const { manifest, template } = scene
  const selected = selectedPlaces(scene)
  const { cursor, renaming, edge, connecting } = useSyncExternalStore(ui.subscribe, ui.getSnapshot)
  const root = useRef<HTMLDivElement>(null)
  const band = useBand()
  const [flow] = useState(() => new DagFlowNodes())
  useSyncExternalStore(dagLayouts.subscribe, dagLayouts.getVersion)
  const layout = dagLayouts.layoutOf(graph, measured)?.layout
  const ends = useMemo(() => dagEnds(template, layout), [template, layout])
  const frames = layout === undefined ? noFrames : graphFrames(picture, layout)
  const geometry = useMemo(
    () => withFrames(dagGeometry(manifest, graph, layout, ends), manifest, frames),
    [manifest, graph, layout, ends, frames],
  )
  const current = cardsOf(scene)?.current(selected, cursor)
  const isDrawing = connecting !== undefined
  const marks = useMemo(
    () => (connecting === undefined ? undefined : connectMarks(scene, graph, connecting)),
    // Only who draws matters, not where to.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [isDrawing, connecting?.from, connecting?.end, graph],
  )
  const nodes =
    layout === undefined
      ? []
      : flow.nodes({
          manifest,
          graph,
          layout,
          ends,
          band,
          selected,
          current,
          renaming,
          edge,
          connecting,
          marks,
          isStale,
          frames,
          nested: nestedSelection(scene),
          recursion: recursionOf(scene, picture),
        })
  const bounds = layout && boundsWith(layout.bounds, ends)
  const isEmpty = graph.cards.length === 0
  const shape = useMemo(() => shapeOf(layout?.nodes ?? []), [layout])
  const isTasks = graph.kind === 'tasks'
  return (
    <FlowSurface
      label={isTasks ? 'Tasks of the template' : 'Containers of the template'}
      nodes={nodes}
      nodeTypes={nodeTypes}
      isFar={band.isFar}
      root={root}
      view={{ bounds, isEmpty, rectOf: ({ step }) => layout?.nodes[step] }}
      viewKey={viewKey}
      connecting={connecting?.by}
      keys="Arrow keys go to other cards. Enter goes inside, F2 renames, A adds after this one, C draws an edge to another, E goes through its edges, U unfolds what a task calls."
      above={
        <>
          {isEmpty && <FirstTask what={isTasks ? 'task' : 'container'} />}
          <ConnectNote graph={graph} connecting={connecting} />
          <VisuallyHidden>
            <span role="status">{connectWords(graph, connecting)}</span>
          </VisuallyHidden>
        </>
      }
      minimap={bounds && <Minimap bounds={bounds} shape={shape} isEmpty={isEmpty} />}
    >
      {connecting === undefined && <DataFlow geometry={geometry} root={root} />}
    </FlowSurface>
  )
}

const noFrames: readonly FrameBox[] = []

/** How each type of node is drawn; one object for ever, as React Flow asks. */
const nodeTypes = {
  dagCard: DagCardNode,
  dagEdges: DagEdgesNode,
  farDag: FarDagNode,
  marker: MarkerNode,
  ...nestedNodeTypes,
}

/** How tasks come to call the drawn template again, by their ids. */
function recursionOf({ template }: Scene, { graph, recursive }: GraphPicture) {
  if (recursive.size === 0 || graph.kind !== 'tasks') return recursive
  return new Map(
    graph.cards.flatMap(({ id }, index) => {
      const way = recursive.get(template?.tasks[index]?.template ?? '')
      return way === undefined ? [] : [[id, way] as const]
    }),
  )
}
