import { useEffect, useEffectEvent } from 'react'
import { keyTargetOf, type Os } from '../../platform/index.ts'
import type { ActionGroup } from './action.ts'
import { matchAction } from './match-action.ts'

/**
 * Runs actions by their keys. Those that act everywhere are caught before anyone else sees the key; the others
 * wait until the control that has the focus has left it alone.
 */
export function useShortcuts(groups: () => readonly ActionGroup[], os: Os): void {
  const onKey = useEffectEvent((event: KeyboardEvent, early: boolean) => {
    // A dialog or menu that is open has the keys to itself.
    if (event.defaultPrevented || isLayerOpen()) return
    const element = event.target instanceof HTMLElement ? event.target : null
    const target = keyTargetOf(element)
    const action = matchAction(
      groups(),
      event,
      {
        target,
        onCanvas:
          element === null ||
          element === document.body ||
          element.closest('[data-region="canvas"]') !== null,
      },
      os,
    )
    if (!action) return
    const isFieldFirst = action.yieldsToFields === true && target === 'text'
    if ((action.everywhere === true && !isFieldFirst) !== early) return
    if (action.isEnabled()) action.run()
    // A key that is ours but has nothing to do must not start something of the browser's, such as saving the page.
    else if (!early) return
    event.preventDefault()
    event.stopPropagation()
  })

  useEffect(() => {
    const early = (event: KeyboardEvent) => onKey(event, true)
    const late = (event: KeyboardEvent) => onKey(event, false)
    window.addEventListener('keydown', early, true)
    window.addEventListener('keydown', late)
    return () => {
      window.removeEventListener('keydown', early, true)
      window.removeEventListener('keydown', late)
    }
  }, [])
}

function isLayerOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
}
