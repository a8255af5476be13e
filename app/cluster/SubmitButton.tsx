import { ChevronDown, Send } from 'lucide-react'
import { useCluster } from '../store/index.ts'
import { Button, Popover, Tooltip } from '../ui/index.ts'
import styles from './ClusterBar.module.css'
import { submitButtonId } from './submit-button-id.ts'
import { SubmittedList } from './SubmittedList.tsx'
import { submitLabel, submitSentence } from './target-words.ts'
import { useTarget } from './use-target.ts'

/** The button, and beside it what has been submitted so far. */
export function SubmitButton({
  onSubmit,
  shortcut,
}: {
  readonly onSubmit: () => void
  readonly shortcut?: string | undefined
}) {
  const target = useTarget()
  const busy = useCluster((state) => state.submission.kind === 'sending')
  const sentence = submitSentence(target)
  return (
    <span className={styles.split}>
      <Tooltip content={sentence} shortcut={shortcut}>
        <Button
          id={submitButtonId}
          variant="primary"
          icon={<Send />}
          label={sentence}
          busy={busy}
          onClick={(event) => {
            // The second click of a double click.
            if (event.detail < 2) onSubmit()
          }}
          onKeyDown={(event) => {
            // A key that is held down is one key press.
            if (event.repeat) event.preventDefault()
          }}
        >
          <span>
            Submit<span className={styles.what}>{submitLabel(target?.kind).slice(6)}</span>
          </span>
        </Button>
      </Tooltip>
      <Popover
        label="Submitted in this session"
        align="end"
        width={320}
        trigger={
          <Button variant="primary" icon={<ChevronDown />} label="Submitted in this session" />
        }
      >
        <SubmittedList />
      </Popover>
    </span>
  )
}
