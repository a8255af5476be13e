import { problemWords, useProblemCounts } from '../../store/index.ts'
import { VisuallyHidden } from '../../ui/index.ts'
import styles from './Outline.module.css'

/** How much is wrong with a document of the file that is drawn. */
export function ProblemMark({ document }: { readonly document: number }) {
  const counts = useProblemCounts()(document, [])
  if (counts === undefined) return null
  const { errors, warnings } = counts
  return (
    <span
      className={styles.problems}
      data-tone={errors > 0 ? 'danger' : 'warning'}
      title={problemWords(counts)}
    >
      <span aria-hidden>{errors > 0 ? errors : warnings}</span>
      <VisuallyHidden>, {problemWords(counts)}</VisuallyHidden>
    </span>
  )
}
