import { Plus } from 'lucide-react'
import { KindIcon, newEntries, useDragState } from '../../authoring/index.ts'
import { useDesigner } from '../../store/index.ts'
import { Button } from '../../ui/index.ts'
import { add, openAdd } from '../edits.ts'
import styles from './FirstTask.module.css'

/** What stands where a graph has nothing yet. */
export function FirstTask({ what }: { readonly what: 'task' | 'container' }) {
  const designer = useDesigner()
  const isDragging = useDragState((state) => state.item !== undefined)
  const entries = newEntries.filter(({ kind }) => what === 'task' || kind === 'container')
  const place = { after: [], before: [] }
  return (
    <div className={styles.zone} data-first-step data-dragging={isDragging || undefined}>
      <p className={styles.words}>
        {isDragging ? 'Drop it here' : `Drag a ${what} here from the palette, or add one`}
      </p>
      <div className={styles.buttons}>
        {entries.slice(0, 2).map((entry) => (
          <Button
            key={entry.id}
            icon={<KindIcon kind={entry.kind} size={14} />}
            onClick={() => add(designer, entry, place)}
          >
            {entry.label}
          </Button>
        ))}
        <Button
          variant="ghost"
          icon={<Plus />}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect()
            openAdd(designer, place, { x: left, y: bottom })
          }}
        >
          More
        </Button>
      </div>
    </div>
  )
}
