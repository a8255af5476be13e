import { Play, Square } from 'lucide-react'
import { shortcutWords, type Os } from '../platform/index.ts'
import { isGoingOn, useRun } from '../store/index.ts'
import { Button, Tooltip } from '../ui/index.ts'
import styles from './RunControls.module.css'
import { runShortcut, stopShortcut } from './shortcuts.ts'
import { byteWords } from './time-words.ts'
import { useDesk } from './use-shown.ts'

/** The button that starts a dry run, and while one goes on the one that ends it. */
export function RunControls({ os }: { readonly os: Os }) {
  const desk = useDesk()
  const progress = useRun((state) => state.progress)
  if (!isGoingOn(progress))
    return (
      <Tooltip
        content="Dry run in the browser, without a cluster"
        shortcut={shortcutWords(runShortcut, os)}
      >
        <Button icon={<Play />} label="Run" onClick={() => desk.start()}>
          <span className={styles.word}>Run</span>
        </Button>
      </Tooltip>
    )
  return (
    <span className={styles.controls}>
      <Tooltip content="End the run" shortcut={shortcutWords(stopShortcut, os)}>
        <Button icon={<Square />} label="Stop the run" onClick={() => desk.stop()}>
          <span className={styles.word}>Stop</span>
        </Button>
      </Tooltip>
      {progress.kind === 'loading' && (
        <span className={styles.loading} role="status">
          {progress.what} {byteWords(progress.done)}
          {progress.total !== undefined && ` of ${byteWords(progress.total)}`}
        </span>
      )}
    </span>
  )
}
