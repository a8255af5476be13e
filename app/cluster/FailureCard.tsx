import { Crosshair } from 'lucide-react'
import { readManifest } from '../../src/argo/index.ts'
import type { TextRange } from '../../src/base/index.ts'
import {
  useCluster,
  useClusterActions,
  useDocument,
  useScene,
  type Submission,
} from '../store/index.ts'
import { Button } from '../ui/index.ts'
import { ArgoLink } from './ArgoLink.tsx'
import { failureWords, placeOfFailure, splitMessage } from './failure-words.ts'
import { findPlace } from './find-place.ts'
import { lookUrl } from './look-url.ts'
import { Marked } from './Marked.tsx'
import { ReportCard } from './ReportCard.tsx'
import styles from './SubmitReport.module.css'
import { targetWords } from './target-words.ts'
import { useShowPlace } from './use-show-place.ts'

/** Why Argo did not create it: the server's words, the place that they speak of, and what to do. */
export function FailureCard({
  failure: { problem, target, text },
  onReveal,
}: {
  readonly failure: Extract<Submission, { readonly kind: 'failed' }>
  readonly onReveal: (range: TextRange) => void
}) {
  const { dismiss, openSignIn, submit } = useClusterActions()
  const show = useShowPlace(onReveal)
  const { tree } = useScene()
  const hasChanged = useDocument((slice) => slice.state.text !== text)
  const url = useCluster((state) => lookUrl(state.link, target))
  const { title, tone, remedy } = failureWords(problem, target)
  const place = placeOfFailure(problem)
  const document = Math.min(target.document, tree.documents.length - 1)
  const shown = tree.documents[document]
  const found =
    place && shown && findPlace({ tree, document, manifest: readManifest(shown) }, place)
  const [before, said, after] = splitMessage(problem)
  return (
    <ReportCard
      tone={tone}
      title={title}
      target={targetWords(target)}
      onDismiss={dismiss}
      actions={
        <>
          {found && (
            <Button size="sm" variant="primary" icon={<Crosshair />} onClick={() => show(found)}>
              Show {found.label}
            </Button>
          )}
          {remedy === 'sign-in' && (
            <Button
              size="sm"
              variant={problem.kind === 'unauthorized' ? 'primary' : 'secondary'}
              onClick={() => openSignIn(true)}
            >
              Sign in
            </Button>
          )}
          <Button size="sm" onClick={() => void submit()}>
            Submit again
          </Button>
          {remedy === 'look' && url !== undefined && <ArgoLink url={url}>Look in Argo</ArgoLink>}
        </>
      }
    >
      {/* Where the server has said something, its words say more than ours that lead up to them. */}
      {said === '' ? (
        <p>
          <Marked>{before}</Marked>
        </p>
      ) : (
        <p className={styles.said}>{said}</p>
      )}
      {after !== '' && (
        <p>
          <Marked>{after}</Marked>
        </p>
      )}
      {hasChanged && <p className={styles.changed}>The file has changed since it was sent.</p>}
      {place !== undefined && found === undefined && (
        <p className={styles.changed}>What it speaks of is no longer in the file.</p>
      )}
    </ReportCard>
  )
}
