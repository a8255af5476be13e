import { useDragState } from '../../authoring/index.ts'
import { FirstEntries } from './FirstEntries.tsx'
import styles from './FirstStep.module.css'

const FIRST = { newLane: 0 }

/** What stands where there are no lanes yet: a place to drop the first step, and buttons for those who don't drag. */
export function FirstStep() {
  const isDragging = useDragState((state) => state.item !== undefined)
  return (
    <div
      className={`${styles.zone ?? ''} nopan`}
      data-first-step
      data-dragging={isDragging || undefined}
    >
      <svg className={styles.connectors} width="12" height="236" viewBox="-6 0 12 236" aria-hidden>
        <path d="M0 0V50M-4 45.5L0 50L4 45.5M0 184V234M-4 229.5L0 234L4 229.5" />
      </svg>
      <FirstEntries what="step" place={FIRST} />
    </div>
  )
}
