import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ProblemWatch } from '../../problems/index.ts'
import { VisuallyHidden } from '../../ui/index.ts'
import { useSnapshot } from '../use-snapshot.ts'
import styles from './StatusBar.module.css'

/** How many errors and warnings there are; opens their list. */
export function ProblemsItem({
  watch,
  open,
  onToggle,
}: {
  readonly watch: ProblemWatch
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const { errors, warnings } = useSnapshot(watch)
  return (
    <button type="button" className={styles.button} aria-expanded={open} onClick={onToggle}>
      <span className={styles.count} data-tone="danger" data-some={errors > 0 || undefined}>
        <CircleAlert aria-hidden />
        <VisuallyHidden>Problems: </VisuallyHidden>
        {errors}
        <VisuallyHidden> {errors === 1 ? 'error' : 'errors'}, </VisuallyHidden>
      </span>
      <span className={styles.count} data-tone="warning" data-some={warnings > 0 || undefined}>
        <TriangleAlert aria-hidden />
        {warnings}
        <VisuallyHidden> {warnings === 1 ? 'warning' : 'warnings'}</VisuallyHidden>
      </span>
    </button>
  )
}
