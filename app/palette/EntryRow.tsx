import {
  addStep,
  KindIcon,
  liftByKeys,
  press,
  useDrag,
  type AddEntry,
  type DragItem,
} from '../authoring/index.ts'
import { useDesigner } from '../store/index.ts'
import styles from './EntryRow.module.css'

interface EntryRowProps {
  readonly entry: AddEntry
  readonly id: string
  readonly helpId: string
  /** Whether the tab key stops here. */
  readonly isStop: boolean
  readonly onFocus: () => void
  readonly onWalk: (by: 1 | -1) => void
}

/** One thing to add. */
export function EntryRow({ entry, id, helpId, isStop, onFocus, onWalk }: EntryRowProps) {
  const designer = useDesigner()
  const drag = useDrag()
  const item: DragItem = { type: 'new', entry, label: entry.label, kind: entry.kind }
  return (
    <button
      type="button"
      id={id}
      className={styles.row}
      data-kind={entry.kind}
      data-entry={entry.id}
      tabIndex={isStop ? 0 : -1}
      aria-describedby={helpId}
      onFocus={onFocus}
      onPointerDown={(event) => {
        if (event.button === 0) press(drag, event, () => item)
      }}
      onClick={() => addStep(designer, entry)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault()
          onWalk(event.key === 'ArrowDown' ? 1 : -1)
        } else if (event.key === ' ') {
          // A button would take it for a click.
          event.preventDefault()
          liftByKeys(drag, item)
        }
      }}
      onKeyUp={(event) => {
        if (event.key === ' ') event.preventDefault()
      }}
    >
      <span className={styles.icon}>
        <KindIcon kind={entry.kind} />
      </span>
      <span className={styles.words}>
        <span className={styles.label}>{entry.label}</span>
        <span className={styles.detail}>{entry.detail}</span>
      </span>
    </button>
  )
}
