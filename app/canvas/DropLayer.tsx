import { ViewportPortal } from '@xyflow/react'
import type { DropPlace } from '../../src/layout/index.ts'
import { useDragState, type DragItem } from '../authoring/index.ts'
import styles from './DropLayer.module.css'

/** Lights up where what is dragged would land. */
export function DropLayer() {
  const target = useDragState((state) => state.target)
  const item = useDragState((state) => state.item)
  if (target === undefined || item === undefined) return null
  const { x, y, width, height } = target.rect
  const isLane = 'newLane' in target.place
  const words = wordsOf(item.type, target.place)
  return (
    <ViewportPortal>
      <div
        className={styles.target}
        data-new-lane={isLane || undefined}
        data-graph-place={graphKind(target.place)}
        data-drop-target={JSON.stringify(target.place)}
        style={{ transform: `translate(${String(x)}px, ${String(y)}px)`, width, height }}
      >
        {words}
      </div>
    </ViewportPortal>
  )
}

function wordsOf(type: DragItem['type'], place: DropPlace): string {
  if ('newLane' in place) return type === 'lane' ? 'Lane here' : 'New lane'
  if (!('after' in place)) return ''
  if (place.before.length > 0) return '+'
  return place.after.length > 0 ? 'After this one' : 'By itself'
}

/** How a place of a graph is lit up. */
function graphKind(place: DropPlace): 'edge' | 'card' | 'alone' | undefined {
  if (!('after' in place)) return undefined
  if (place.before.length > 0) return 'edge'
  return place.after.length > 0 ? 'card' : 'alone'
}
