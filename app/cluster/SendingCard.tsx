import { useEffect, useState } from 'react'
import { useClusterActions, type SubmitTarget } from '../store/index.ts'
import { Button } from '../ui/index.ts'
import { ReportCard } from './ReportCard.tsx'
import { targetWords } from './target-words.ts'

/** Most answers are there before anyone could read that they are being waited for. */
const PATIENCE = 350

/** Says that something is on its way, for how long, and lets it be stopped. */
export function SendingCard({ target }: { readonly target: SubmitTarget }) {
  const { cancel } = useClusterActions()
  const [seconds, setSeconds] = useState<number>()
  useEffect(() => {
    const start = performance.now()
    const first = setTimeout(() => setSeconds(0), PATIENCE)
    const ticks = setInterval(
      () => setSeconds(Math.floor((performance.now() - start) / 1000)),
      1000,
    )
    return () => {
      clearTimeout(first)
      clearInterval(ticks)
    }
  }, [])
  if (seconds === undefined) return null
  return (
    <ReportCard
      tone="info"
      title="Submitting…"
      busy
      target={targetWords(target)}
      actions={
        <Button size="sm" onClick={cancel}>
          Cancel
        </Button>
      }
    >
      {seconds < 3 ? undefined : (
        // Each second is for the eye only.
        <p aria-hidden>Argo has not answered for {seconds} s.</p>
      )}
    </ReportCard>
  )
}
