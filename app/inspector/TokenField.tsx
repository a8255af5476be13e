import { useEffect, useRef, type RefObject } from 'react'
import { TextArea, TextField, type CommitState } from '../ui/index.ts'
import styles from './TokenField.module.css'
import { tokenParts } from './token-parts.ts'

export type TextElement = HTMLInputElement | HTMLTextAreaElement

/**
 * A text in which references stand out while it is not being edited: they are painted over the control, letter for letter, so
 * that nothing moves when the focus comes.
 */
export function TokenField({
  draft,
  multiline,
  rows,
  placeholder,
  fieldRef,
  autoFocus = false,
}: {
  readonly draft: CommitState
  readonly multiline: boolean
  readonly rows: number
  readonly placeholder: string | undefined
  readonly fieldRef: RefObject<TextElement | null>
  readonly autoFocus?: boolean
}) {
  const paint = useRef<HTMLDivElement>(null)
  const parts = tokenParts(draft.text)
  const hasTags = parts.some(({ isTag }) => isTag)
  const shared = {
    value: draft.text,
    onChange: draft.setText,
    onKeyDown: draft.onKeyDown,
    placeholder,
    mono: true,
    autoFocus,
  }
  const onBlur = (element: TextElement): void => {
    // What is painted starts at the beginning, so the control has to as well.
    element.scrollTo(0, 0)
    draft.onBlur()
  }
  useEffect(() => {
    paint.current?.scrollTo(0, 0)
  })
  return (
    <div className={styles.box} data-tags={hasTags || undefined}>
      {multiline ? (
        <TextArea
          {...shared}
          ref={(element) => {
            fieldRef.current = element
          }}
          rows={rows}
          onBlur={(event) => {
            onBlur(event.currentTarget)
          }}
        />
      ) : (
        <TextField
          {...shared}
          ref={(element) => {
            fieldRef.current = element
          }}
          onBlur={(event) => {
            onBlur(event.currentTarget)
          }}
        />
      )}
      {hasTags && (
        <div
          ref={paint}
          aria-hidden
          className={styles.paint}
          data-multiline={multiline || undefined}
        >
          {parts.map(({ text, isTag }, index) => (
            <span key={index} className={isTag ? styles.tag : undefined}>
              {text}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}
