import { useEffect, useEffectEvent } from 'react'
import { keyTargetOf } from '../../platform/index.ts'
import { isManifestText } from './manifest-text.ts'

/** Takes a whole manifest that is pasted while nobody types, before the canvas does. Steps alone are left to it. */
export function useTextPaste(onText: (text: string) => void): void {
  const receive = useEffectEvent(onText)
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented) return
      const element = event.target instanceof HTMLElement ? event.target : null
      if (keyTargetOf(element) !== 'other') return
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!isManifestText(text)) return
      event.preventDefault()
      event.stopPropagation()
      receive(text)
    }
    window.addEventListener('paste', onPaste, true)
    return () => window.removeEventListener('paste', onPaste, true)
  }, [])
}
