import '@xyflow/react/dist/base.css'
import { Background, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useDragState } from '../../authoring/index.ts'
import { useDesigner, useScene } from '../../store/index.ts'
import { ContextMenu, VisuallyHidden, type MenuEntry } from '../../ui/index.ts'
import { AddMenu } from '../AddMenu.tsx'
import { canvasUi } from '../canvas-ui.ts'
import { cardsOf, selectedPlaces } from '../cards.ts'
import { DropLayer } from '../DropLayer.tsx'
import { menuAt } from '../gestures/menu-at.ts'
import { useBand } from '../gestures/use-band.ts'
import { useCanvasView } from '../gestures/use-canvas-view.ts'
import { useClipboardEvents } from '../gestures/use-clipboard-events.ts'
import { useDropSurface } from '../gestures/use-drop-surface.ts'
import { useFocus } from '../gestures/use-focus.ts'
import { useGestures } from '../gestures/use-gestures.ts'
import { useMarquee } from '../gestures/use-marquee.ts'
import flowStyles from '../LanesFlow.module.css'
import { shapeOf } from '../minimap-scale.ts'
import { Minimap } from '../Minimap.tsx'
import type { GraphPicture } from '../picture.ts'
import { ViewControls } from '../ViewControls.tsx'
import { MAX_ZOOM, MIN_ZOOM } from '../viewport.ts'
import { connectMarks, connectWords } from './connect.ts'
import { ConnectNote } from './ConnectNote.tsx'
import { DagCardNode } from './DagCardNode.tsx'
import { DagEdgesNode } from './DagEdgesNode.tsx'
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
  const { graph } = picture
  const designer = useDesigner()
  const ui = canvasUi(designer)
  const scene = useScene()
  const { isStale } = scene
  const selected = selectedPlaces(scene)
  const { cursor, renaming, edge, connecting } = useSyncExternalStore(ui.subscribe, ui.getSnapshot)
  const root = useRef<HTMLDivElement>(null)
  const band = useBand()
  const [flow] = useState(() => new DagFlowNodes())
  useSyncExternalStore(dagLayouts.subscribe, dagLayouts.getVersion)
  const layout = dagLayouts.layoutOf(graph)?.layout
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
          graph,
          layout,
          band,
          selected,
          current,
          renaming,
          edge,
          connecting,
          marks,
          isStale,
        })
  const isEmpty = graph.cards.length === 0
  const isShown = useCanvasView(
    root,
    {
      bounds: layout?.bounds,
      isEmpty,
      rectOf: ({ step }) => layout?.nodes[step],
    },
    viewKey,
  )
  const shape = useMemo(() => shapeOf(layout?.nodes ?? []), [layout])
  useDropSurface(root)
  useFocus(root, nodes)
  useClipboardEvents(root)
  const gestures = useGestures()
  const marquee = useMarquee()
  const dragged = useDragState(({ item }) => item?.type)
  const menu = useRef<() => readonly MenuEntry[]>(() => [])

  return (
    <>
      <ContextMenu entries={() => menu.current()}>
        <div
          ref={root}
          className={flowStyles.flow}
          data-canvas
          data-shown={isShown || undefined}
          data-stale={isStale || undefined}
          data-dragging={dragged}
          data-connecting={connecting?.by}
          onContextMenuCapture={(event) => {
            menu.current = menuAt(designer, event)
          }}
          {...gestures}
          {...marquee.handlers}
        >
          <ReactFlow
            aria-label={
              graph.kind === 'tasks' ? 'Tasks of the template' : 'Containers of the template'
            }
            aria-disabled={isStale || undefined}
            nodes={nodes}
            edges={noEdges}
            nodeTypes={nodeTypes}
            minZoom={MIN_ZOOM}
            maxZoom={MAX_ZOOM}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            elevateNodesOnSelect={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            panActivationKeyCode={null}
            zoomOnDoubleClick={false}
            panOnDrag={panButtons}
            attributionPosition="top-right"
          >
            {!band.isFar && <Background gap={20} size={1.25} color="var(--border)" />}
            <DropLayer />
          </ReactFlow>
          {isEmpty && <FirstTask what={graph.kind === 'tasks' ? 'task' : 'container'} />}
          {marquee.box}
          <ConnectNote graph={graph} connecting={connecting} />
          <VisuallyHidden>
            <span id="canvas-keys">
              Arrow keys go to other cards. Enter goes inside, F2 renames, A adds after this one, C
              draws an edge to another, E goes through its edges.
            </span>
            <span role="status">{connectWords(graph, connecting)}</span>
          </VisuallyHidden>
        </div>
      </ContextMenu>
      <ViewControls />
      {layout && <Minimap bounds={layout.bounds} shape={shape} isEmpty={isEmpty} />}
      <AddMenu />
    </>
  )
}

/** How each type of node is drawn; one object for ever, as React Flow asks. */
const nodeTypes = { dagCard: DagCardNode, dagEdges: DagEdgesNode, farDag: FarDagNode }
const noEdges: never[] = []
/** The left and the middle button; the right one opens menus. */
const panButtons = [0, 1]
