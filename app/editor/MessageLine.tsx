import { ToneIcon, type Tone } from '../ui/index.ts'
import styles from './editor.module.css'

export interface MessageLineProps {
  readonly tone: Tone
  readonly text: string
  /** Where it is about; pressing the message goes there. */
  readonly line?: number | undefined
  readonly onGo?: (() => void) | undefined
}

/** A message of one line; what does not fit is in its title. */
export function MessageLine({ tone, text, line, onGo }: MessageLineProps) {
  const content = (
    <>
      <span className={styles.tone}>
        <ToneIcon tone={tone} />
      </span>
      <span className={styles.text}>
        {line !== undefined && <strong>Line {line}: </strong>}
        {text}
      </span>
    </>
  )
  return onGo ? (
    <button type="button" className={styles.line} data-tone={tone} title={text} onClick={onGo}>
      {content}
    </button>
  ) : (
    <div className={styles.line} data-tone={tone} title={text}>
      {content}
    </div>
  )
}
