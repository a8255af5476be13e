import { useDragState } from '../../authoring/index.ts'
import { FirstEntries } from '../nodes/FirstEntries.tsx'
import styles from './FirstTask.module.css'

const NOWHERE = { after: [], before: [] }

/** What stands where a graph has nothing yet. */
export function FirstTask({ what }: { readonly what: 'task' | 'container' }) {
  const isDragging = useDragState((state) => state.item !== undefined)
  return (
    <div className={styles.zone} data-first-step data-dragging={isDragging || undefined}>
      <FirstEntries
        what={what}
        place={NOWHERE}
        isOffered={({ kind }) => what === 'task' || kind === 'container'}
      />
    </div>
  )
}
