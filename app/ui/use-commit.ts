import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

export interface CommitOptions {
  /** What the document says. */
  readonly value: string
  /** Called with a text that differs from `value`; a returned message refuses it and stays at the field. */
  readonly onCommit: (value: string) => string | undefined
  readonly multiline?: boolean
  /** A draft to begin with, from `onUnfinished`. */
  readonly unfinished?: string | undefined
  /** Called when the field goes away with a draft that was refused, and with nothing when a draft has been settled. */
  readonly onUnfinished?: ((text: string | undefined) => void) | undefined
}

export interface CommitState {
  readonly text: string
  readonly edited: boolean
  readonly refusal: string | undefined
  readonly setText: (text: string) => void
  readonly commit: (text?: string) => void
  readonly revert: () => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/**
 * A draft of one value: Enter (with Mod in several lines) or leaving the field commits it, Escape takes it back.
 * While there is no draft the field follows the document. A field that goes away commits what is in it.
 */
export function useCommit({
  value,
  onCommit,
  multiline = false,
  unfinished,
  onUnfinished,
}: CommitOptions): CommitState {
  const [draft, setDraft] = useState<string | undefined>(unfinished)
  const [refusal, setRefusal] = useState<string | undefined>()
  // Events that come in one tick (Enter, then blur) must not commit twice.
  const pending = useRef<string | undefined>(unfinished)

  const setText = (text: string) => {
    pending.current = text
    setDraft(text)
    setRefusal(undefined)
  }

  const drop = () => {
    pending.current = undefined
    setDraft(undefined)
    setRefusal(undefined)
    onUnfinished?.(undefined)
  }

  const commit = (text = pending.current) => {
    if (text === undefined || text === value) {
      drop()
      return
    }
    const message = onCommit(text)
    if (message === undefined) {
      drop()
      return
    }
    pending.current = text
    setDraft(text)
    setRefusal(message)
  }

  const leave = useRef<() => void>(undefined)
  useEffect(() => {
    leave.current = () => {
      const text = pending.current
      if (text === undefined || text === value) return
      pending.current = undefined
      const message = onCommit(text)
      onUnfinished?.(message === undefined ? undefined : text)
    }
  })
  useEffect(() => () => leave.current?.(), [])

  return {
    text: draft ?? value,
    edited: draft !== undefined && draft !== value,
    refusal,
    setText,
    commit,
    revert: drop,
    onBlur: () => commit(),
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        commit()
      } else if (event.key === 'Escape' && pending.current !== undefined) {
        // Only the draft goes: a dialog or pane around it must not close as well.
        event.stopPropagation()
        event.preventDefault()
        drop()
      }
    },
  }
}
