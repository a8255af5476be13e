import { useCluster, useClusterActions, type SubmitTarget } from '../store/index.ts'
import { ArgoLink } from './ArgoLink.tsx'
import { lookUrl } from './look-url.ts'
import { ReportCard } from './ReportCard.tsx'
import { targetWords } from './target-words.ts'

/** After a cancel nobody knows whether Argo had already acted. */
export function StoppedCard({ target }: { readonly target: SubmitTarget }) {
  const { dismiss } = useClusterActions()
  const url = useCluster((state) => lookUrl(state.link, target))
  return (
    <ReportCard
      tone="warning"
      title="Stopped before Argo answered"
      target={targetWords(target)}
      actions={url !== undefined && <ArgoLink url={url}>Look in Argo</ArgoLink>}
      onDismiss={dismiss}
    >
      <p>It may have been created all the same. Look in Argo before you send it again.</p>
    </ReportCard>
  )
}
