import { ViewportPortal } from '@xyflow/react'
import { useDragState } from '../authoring/index.ts'
import styles from './DropLayer.module.css'

/** Lights up where what is dragged would land. */
export function DropLayer() {
  const target = useDragState((state) => state.target)
  const item = useDragState((state) => state.item)
  if (target === undefined || item === undefined) return null
  const { x, y, width, height } = target.rect
  const isLane = 'newLane' in target.place
  return (
    <ViewportPortal>
      <div
        className={styles.target}
        data-new-lane={isLane || undefined}
        data-drop-target={JSON.stringify(target.place)}
        style={{ transform: `translate(${String(x)}px, ${String(y)}px)`, width, height }}
      >
        {isLane && (item.type === 'lane' ? 'Lane here' : 'New lane')}
      </div>
    </ViewportPortal>
  )
}
