import { useEffect, useRef, type ReactNode } from 'react'
import type { TextRange } from '../../src/base/index.ts'
import { assertNever } from '../../src/base/index.ts'
import { useCluster, useClusterActions, useDesigner, type Submission } from '../store/index.ts'
import { BlockedCard } from './BlockedCard.tsx'
import { ConnectHint } from './ConnectHint.tsx'
import { CreatedCard } from './CreatedCard.tsx'
import { FailureCard } from './FailureCard.tsx'
import { findPlace } from './find-place.ts'
import { placeOfFailure } from './failure-words.ts'
import { ReportCard } from './ReportCard.tsx'
import styles from './SubmitReport.module.css'
import { SendingCard } from './SendingCard.tsx'
import { StoppedCard } from './StoppedCard.tsx'
import { useFreeCorner } from './use-free-corner.ts'
import { showOnCanvas } from './use-show-place.ts'

/** What becomes of a submission, over the canvas and beside what it is about, until it is dismissed. */
export function SubmitReport({ onReveal }: { readonly onReveal: (range: TextRange) => void }) {
  const submission = useCluster((state) => state.submission)
  const area = useRef<HTMLDivElement>(null)
  useShownFailure(submission)
  const corner = useFreeCorner(area, submission)
  return (
    <div ref={area} className={styles.area} data-corner={corner} role="status">
      {cardOf(submission, onReveal)}
    </div>
  )
}

function cardOf(submission: Submission, onReveal: (range: TextRange) => void): ReactNode {
  switch (submission.kind) {
    case 'none':
      return null
    case 'not-connected':
      return <NotConnectedCard />
    case 'blocked':
      return <BlockedCard blocked={submission} onReveal={onReveal} />
    case 'sending':
      return <SendingCard key={submission.id} target={submission.target} />
    case 'created':
      return <CreatedCard created={submission} />
    case 'failed':
      return <FailureCard failure={submission} onReveal={onReveal} />
    case 'stopped':
      return <StoppedCard target={submission.target} />
    default:
      return assertNever(submission)
  }
}

function NotConnectedCard() {
  const { dismiss } = useClusterActions()
  // It is no more than a hint, so Escape takes it away wherever the keys are.
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) dismiss()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [dismiss])
  return (
    <ReportCard tone="info" title="Not connected to an Argo Server" onDismiss={dismiss}>
      <ConnectHint />
    </ReportCard>
  )
}

/** Selects on the canvas what a failure is about, once, unless the person has gone on to other things. */
function useShownFailure(submission: Submission): void {
  const designer = useDesigner()
  useEffect(() => {
    if (submission.kind !== 'failed') return
    const { problem, text, target } = submission
    const scene = designer.scene()
    const place = placeOfFailure(problem)
    if (place === undefined || scene.document !== target.document) return
    if (designer.session.state.text !== text) return
    const found = findPlace(scene, place)
    if (found) showOnCanvas(designer, found)
  }, [submission, designer])
}
