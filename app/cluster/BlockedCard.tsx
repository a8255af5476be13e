import type { TextRange } from '../../src/base/index.ts'
import { useClusterActions, useDocument, type Submission } from '../store/index.ts'
import { Button } from '../ui/index.ts'
import { lineWords } from './prepare.ts'
import { ReportCard } from './ReportCard.tsx'
import styles from './SubmitReport.module.css'

const SHOWN = 20

/** What speaks against sending it, each with the way there; Argo may be asked all the same where it could say yes. */
export function BlockedCard({
  blocked: { findings, overridable },
  onReveal,
}: {
  readonly blocked: Extract<Submission, { readonly kind: 'blocked' }>
  readonly onReveal: (range: TextRange) => void
}) {
  const { dismiss, submit } = useClusterActions()
  const text = useDocument((slice) => slice.state.text)
  const more = findings.length - SHOWN
  return (
    <ReportCard
      tone={overridable ? 'warning' : 'danger'}
      title={
        overridable
          ? findings.length === 1
            ? 'Argo will probably refuse this'
            : `Argo will probably refuse this: ${findings.length} problems`
          : 'This cannot be submitted yet'
      }
      actions={
        overridable && (
          <Button size="sm" onClick={() => void submit({ anyway: true })}>
            Submit anyway
          </Button>
        )
      }
      onDismiss={dismiss}
    >
      <ul className={styles.findings}>
        {findings.slice(0, SHOWN).map((finding, index) => (
          <li key={index} className={styles.finding}>
            <span>{finding.text}</span>
            {finding.range && (
              <Button size="sm" onClick={() => finding.range && onReveal(finding.range)}>
                {lineWords(text, finding)}
              </Button>
            )}
          </li>
        ))}
        {more > 0 && <li className={styles.changed}>and {more} more</li>}
      </ul>
    </ReportCard>
  )
}
