import { createPortal } from 'react-dom'
import styles from './DragGhost.module.css'
import { useDragState } from './drag-context.ts'
import { KindIcon } from './KindIcon.tsx'

/** What follows the pointer during a drag. */
export function DragGhost() {
  const item = useDragState((state) => (state.by === 'pointer' ? state.item : undefined))
  const point = useDragState((state) => state.point)
  const lands = useDragState((state) => state.target !== undefined)
  if (item === undefined) return null
  const count = item.type === 'steps' ? item.places.length : 1
  return createPortal(
    <div
      className={styles.ghost}
      data-kind={item.kind}
      data-lands={lands || undefined}
      aria-hidden
      style={{ transform: `translate(${String(point.x + 12)}px, ${String(point.y + 10)}px)` }}
    >
      <span className={styles.icon}>
        <KindIcon kind={item.kind} />
      </span>
      <span className={styles.label}>{item.label}</span>
      {count > 1 && <span className={styles.count}>{count}</span>}
    </div>,
    document.body,
  )
}
