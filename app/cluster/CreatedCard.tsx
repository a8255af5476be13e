import { useClusterActions, type Submission } from '../store/index.ts'
import { ArgoLink } from './ArgoLink.tsx'
import { ReportCard } from './ReportCard.tsx'
import styles from './SubmitReport.module.css'

/** What Argo made of it, and the way to see it run. */
export function CreatedCard({
  created: { done, target },
}: {
  readonly created: Extract<Submission, { readonly kind: 'created' }>
}) {
  const { dismiss } = useClusterActions()
  const { created, url } = done
  const where =
    created.namespace === undefined ? 'for the whole cluster' : `in ${created.namespace}`
  return (
    <ReportCard tone="success" title={`${created.kind} created ${where}`} onDismiss={dismiss}>
      <p className={styles.name}>{created.name}</p>
      {target.documents > 1 && (
        <p className={styles.changed}>
          Document {target.document + 1} of {target.documents} was sent; the others were not.
        </p>
      )}
      {url !== undefined && (
        <p>
          <ArgoLink url={url}>Open in Argo</ArgoLink>
        </p>
      )}
    </ReportCard>
  )
}
