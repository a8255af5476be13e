import { useRef, useState } from 'react'
import type { NodeCard } from '../../../src/graph/index.ts'
import { useDesigner } from '../../store/index.ts'
import { canvasUi } from '../canvas-ui.ts'
import styles from './CardName.module.css'

/** The name of a card while it is edited: Enter or leaving it settles, Escape leaves it as it was. */
export function CardName({
  card,
  finish,
}: {
  readonly card: NodeCard
  /** Gives the step a name; says whether it is settled. */
  readonly finish: (name: string) => boolean
}) {
  const designer = useDesigner()
  const [text, setText] = useState(card.name ?? '')
  // Leaving by a key takes the field away, which the browser may call leaving the field.
  const isSettled = useRef(false)
  const close = (): void => {
    isSettled.current = true
    canvasUi(designer).set({ renaming: undefined, wantsFocus: true })
  }
  return (
    <input
      className={`${styles.input ?? ''} nokey nodrag`}
      aria-label="Name of the step"
      autoComplete="off"
      spellCheck={false}
      value={text}
      ref={selectAll}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (isSettled.current) return
        finish(text.trim())
        canvasUi(designer).set({ renaming: undefined })
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') close()
        else if (event.key === 'Enter') {
          event.preventDefault()
          if (finish(text.trim())) close()
        }
      }}
    />
  )
}

function selectAll(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true })
  input?.select()
}
