import { TriangleAlert } from 'lucide-react'
import { useDocument } from '../../store/index.ts'
import { Tooltip } from '../../ui/index.ts'
import { clockTime } from '../start/clock-time.ts'
import type { DraftKeeper } from '../start/draft-keeper.ts'
import { useSnapshot } from '../use-snapshot.ts'
import styles from './StatusBar.module.css'

/** Whether unsaved work is safe in this browser. A failure stays in sight for as long as it lasts. */
export function AutosaveItem({ drafts }: { readonly drafts: DraftKeeper }) {
  const { autosave } = useSnapshot(drafts)
  const isDirty = useDocument((slice) => slice.isDirty)
  const problem = autosave?.problem
  if (problem) {
    return (
      <Tooltip content={problem.message} side="top">
        <span className={styles.warning} data-tone="warning" role="alert" tabIndex={0}>
          <TriangleAlert aria-hidden />
          <span className={styles.words}>{problem.message}</span>
        </span>
      </Tooltip>
    )
  }
  if (!isDirty) return <span className={styles.item}>No unsaved changes</span>
  if (autosave?.savedAt === undefined || autosave.pending)
    return <span className={styles.item}>Keeping a draft…</span>
  return (
    <span className={styles.item}>
      Draft kept at {clockTime(autosave.savedAt, autosave.savedAt)}
    </span>
  )
}
