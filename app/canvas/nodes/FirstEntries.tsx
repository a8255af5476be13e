import { Plus } from 'lucide-react'
import { KindIcon, newEntries, useDragState, type AddEntry } from '../../authoring/index.ts'
import { useDesigner } from '../../store/index.ts'
import { Button } from '../../ui/index.ts'
import { add, openAdd } from '../edits.ts'
import styles from './FirstEntries.module.css'

/** What stands where there is nothing yet: words for those who drag, buttons for those who don't. */
export function FirstEntries({
  what,
  place,
  isOffered = () => true,
}: {
  /** What is added, in a word. */
  readonly what: string
  readonly place: Parameters<typeof openAdd>[1]
  readonly isOffered?: (entry: AddEntry) => boolean
}) {
  const designer = useDesigner()
  const isDragging = useDragState((state) => state.item !== undefined)
  return (
    <>
      <p className={styles.words}>
        {isDragging ? 'Drop it here' : `Drag a ${what} here from the palette, or add one`}
      </p>
      <div className={styles.buttons}>
        {newEntries
          .filter(isOffered)
          .slice(0, 2)
          .map((entry) => (
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
    </>
  )
}
