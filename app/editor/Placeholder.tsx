import type { CSSProperties } from 'react'
import styles from './editor.module.css'
import { CODE_LINE, CODE_PADDING } from './editor-options.ts'

/** As much as a screen may show; the rest comes with the editor. */
const MOST = 40_000

/** The text as it will stand in the editor, until that is there. */
export function Placeholder({ text, label }: { readonly text: string; readonly label: string }) {
  const style: CSSProperties = {
    lineHeight: `${CODE_LINE}px`,
    paddingBlock: CODE_PADDING,
  }
  return (
    // It scrolls, so it must be reachable by keyboard.
    <pre className={styles.placeholder} style={style} tabIndex={0} aria-label={label} role="region">
      {text.slice(0, MOST)}
    </pre>
  )
}
