import '@xyflow/react/dist/base.css'
import { Background, ReactFlow } from '@xyflow/react'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { rectOf } from '../../src/layout/index.ts'
import { useDragState } from '../authoring/index.ts'
import { useDesigner, useScene } from '../store/index.ts'
import { ContextMenu, VisuallyHidden, type MenuEntry } from '../ui/index.ts'
import { AddMenu } from './AddMenu.tsx'
import { canvasUi } from './canvas-ui.ts'
import { DropLayer } from './DropLayer.tsx'
import { DataFlow } from './flow/DataFlow.tsx'
import { lanesGeometry } from './flow/geometry.ts'
import { useCanvasView } from './gestures/use-canvas-view.ts'
import { useClipboardEvents } from './gestures/use-clipboard-events.ts'
import { useDropSurface } from './gestures/use-drop-surface.ts'
import { useFocus } from './gestures/use-focus.ts'
import { useGestures } from './gestures/use-gestures.ts'
import { useMarquee } from './gestures/use-marquee.ts'
import { menuAt } from './gestures/menu-at.ts'
import { useBand } from './gestures/use-band.ts'
import styles from './LanesFlow.module.css'
import { Minimap } from './Minimap.tsx'
import { minimapShape } from './minimap-scale.ts'
import { nodeTypes } from './nodes/node-types.ts'
import { currentPlace, type LanesPicture } from './picture.ts'
import { FlowNodes } from './to-flow.ts'
import { ViewControls } from './ViewControls.tsx'
import { MAX_ZOOM, MIN_ZOOM } from './viewport.ts'

/**
 * React Flow with our nodes, gestures and keys on it. It only shows what it is given: nothing in it is state of the document. It is
 * given only what is in sight, and the card that the tab key stops at.
 */
export function LanesFlow({
  picture,
  viewKey,
}: {
  readonly picture: LanesPicture
  readonly viewKey: string
}) {
  const designer = useDesigner()
  const ui = canvasUi(designer)
  const { selected, nested, isStale, manifest, address } = useScene()
  const { cursor, renaming } = useSyncExternalStore(ui.subscribe, ui.getSnapshot)
  const root = useRef<HTMLDivElement>(null)
  const band = useBand()
  const [flow] = useState(() => new FlowNodes())
  const geometry = useMemo(
    () => lanesGeometry(manifest, address, picture.layout, picture.frames),
    [manifest, address, picture.layout, picture.frames],
  )
  const current = currentPlace(picture.graph, selected, cursor)
  const nodes = flow.nodes({ picture, band, selected, nested, current, renaming })
  const { layout } = picture
  const isShown = useCanvasView(
    root,
    {
      bounds: layout.bounds,
      isEmpty: layout.lanes.length === 0,
      rectOf: (place) => rectOf(layout, place),
    },
    viewKey,
  )
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
          className={styles.flow}
          data-canvas
          data-shown={isShown || undefined}
          data-stale={isStale || undefined}
          data-dragging={dragged}
          onContextMenuCapture={(event) => {
            menu.current = menuAt(designer, event)
          }}
          {...gestures}
          {...marquee.handlers}
        >
          <ReactFlow
            aria-label="Lanes of the template"
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
            <DataFlow geometry={geometry} root={root} />
          </ReactFlow>
          {marquee.box}
          <VisuallyHidden>
            <span id="canvas-keys">
              Arrow keys go to other steps. Enter goes inside, F2 renames, A adds a step, Space
              lifts to move, U unfolds what a step calls.
            </span>
          </VisuallyHidden>
        </div>
      </ContextMenu>
      <ViewControls />
      <Minimap
        bounds={layout.bounds}
        shape={minimapShape(layout)}
        isEmpty={layout.lanes.length === 0}
      />
      <AddMenu />
    </>
  )
}

const noEdges: never[] = []
/** The left and the middle button; the right one opens menus. */
const panButtons = [0, 1]
