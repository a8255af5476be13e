import '@xyflow/react/dist/base.css'
import { Background, ReactFlow, type Node, type NodeTypes } from '@xyflow/react'
import { useRef, type ReactNode, type RefObject } from 'react'
import { useDragState } from '../authoring/index.ts'
import { useDesigner, useSceneOf } from '../store/index.ts'
import { ContextMenu, VisuallyHidden, type MenuEntry } from '../ui/index.ts'
import { AddMenu } from './AddMenu.tsx'
import { DropLayer } from './DropLayer.tsx'
import styles from './FlowSurface.module.css'
import { menuAt } from './gestures/menu-at.ts'
import { useCanvasView } from './gestures/use-canvas-view.ts'
import { useClipboardEvents } from './gestures/use-clipboard-events.ts'
import { useDropSurface } from './gestures/use-drop-surface.ts'
import { useFocus } from './gestures/use-focus.ts'
import { useGestures } from './gestures/use-gestures.ts'
import { useMarquee } from './gestures/use-marquee.ts'
import { ViewControls } from './ViewControls.tsx'
import { MAX_ZOOM, MIN_ZOOM } from './viewport.ts'

export interface FlowSurfaceProps<N extends Node> {
  /** What screen readers call the picture. */
  readonly label: string
  readonly nodes: N[]
  readonly nodeTypes: NodeTypes
  /** Whether the picture is seen from so far that the dots of the ground would flicker. */
  readonly isFar: boolean
  /** The element of the surface, for who has to know its size. */
  readonly root: RefObject<HTMLDivElement | null>
  readonly view: Parameters<typeof useCanvasView>[1]
  readonly viewKey: string
  /** By what an edge is being drawn. */
  readonly connecting?: string | undefined
  /** What the keys do, told of each card. */
  readonly keys: string
  /** What moves with the picture. */
  readonly children?: ReactNode
  /** What stands above the picture and does not move. */
  readonly above?: ReactNode
  readonly minimap: ReactNode
}

/**
 * React Flow with our gestures and keys on it. It only shows what it is given: nothing in it is state of the document. It is given only
 * what is in sight, and the card that the tab key stops at.
 */
export function FlowSurface<N extends Node>({
  label,
  nodes,
  nodeTypes,
  isFar,
  root,
  view,
  viewKey,
  connecting,
  keys,
  children,
  above,
  minimap,
}: FlowSurfaceProps<N>) {
  const designer = useDesigner()
  const isStale = useSceneOf((scene) => scene.isStale)
  const isLocked = useSceneOf((scene) => scene.lock !== undefined)
  const isShown = useCanvasView(root, view, viewKey)
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
          data-locked={isLocked || undefined}
          data-far={isFar || undefined}
          data-dragging={dragged}
          data-connecting={connecting}
          onContextMenuCapture={(event) => {
            menu.current = menuAt(designer, event)
          }}
          {...gestures}
          {...marquee.handlers}
        >
          <ReactFlow
            aria-label={label}
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
            {!isFar && <Background gap={20} size={1.25} color="var(--border)" />}
            {dropLayer}
            {children}
          </ReactFlow>
          {marquee.box}
          {above}
          <VisuallyHidden>
            <span id="canvas-keys">{keys}</span>
          </VisuallyHidden>
        </div>
      </ContextMenu>
      {controls}
      {minimap}
      {addMenu}
    </>
  )
}

/* Made once, so that they are not drawn again with the picture. */
const controls = <ViewControls />
const addMenu = <AddMenu />
const dropLayer = <DropLayer />

const noEdges: never[] = []
/** The left and the middle button; the right one opens menus. */
const panButtons = [0, 1]
