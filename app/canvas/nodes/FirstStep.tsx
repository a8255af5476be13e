import { Plus } from 'lucide-react'
import { KindIcon, newEntries, useDragState } from '../../authoring/index.ts'
import { useDesigner } from '../../store/index.ts'
import { Button } from '../../ui/index.ts'
import { add, openAdd } from '../edits.ts'
import styles from './FirstStep.module.css'

/** What stands where there are no lanes yet: a place to drop the first step, and buttons for those who don't drag. */
export function FirstStep() {
  const designer = useDesigner()
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
      <p className={styles.words}>
        {isDragging ? 'Drop it here' : 'Drag a step here from the palette, or add one'}
      </p>
      <div className={styles.buttons}>
        {newEntries.slice(0, 2).map((entry) => (
          <Button
            key={entry.id}
            icon={<KindIcon kind={entry.kind} size={14} />}
            onClick={() => add(designer, entry)}
          >
            {entry.label}
          </Button>
        ))}
        <Button
          variant="ghost"
          icon={<Plus />}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect()
            openAdd(designer, { newLane: 0 }, { x: left, y: bottom })
          }}
        >
          More
        </Button>
      </div>
    </div>
  )
}
