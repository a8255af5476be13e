import { useEffect, useEffectEvent, type RefObject } from 'react'
import { keyTargetOf } from '../../platform/index.ts'
import { useDesigner } from '../../store/index.ts'
import { cardsOf } from '../cards.ts'
import { copied, deleteSelected, paste } from '../edits.ts'

/** Hears copy, cut and paste while the keys are with the canvas: these events may use the clipboard without asking. */
export function useClipboardEvents(root: RefObject<HTMLElement | null>): void {
  const designer = useDesigner()
  const isOurs = (): boolean => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) return false
    if (!(activeElement instanceof HTMLElement) || keyTargetOf(activeElement) !== 'other')
      return false
    return root.current?.contains(activeElement) === true
  }
  const onCopy = useEffectEvent((event: ClipboardEvent, isCut: boolean) => {
    if (event.defaultPrevented || !isOurs()) return
    const text = copied(designer)
    if (text === undefined) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
    if (isCut) deleteSelected(designer)
  })
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || !isOurs() || cardsOf(designer.scene()) === undefined) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text === '') return
    event.preventDefault()
    event.stopPropagation()
    paste(designer, text)
  })
  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    document.addEventListener('copy', (event) => onCopy(event, false), { signal })
    document.addEventListener('cut', (event) => onCopy(event, true), { signal })
    document.addEventListener('paste', (event) => onPaste(event), { signal })
    return () => ending.abort()
  }, [])
}
