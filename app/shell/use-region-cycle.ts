import { useEffect, type RefObject } from 'react'
import { focusRegion, noteFocus } from './focus-region.ts'
import type { RegionName } from './Region.tsx'

const ORDER: readonly RegionName[] = [
  'toolbar',
  'palette',
  'canvas',
  'code',
  'inspector',
  'problems',
  'status',
]

/** F6 brings the focus to the next open region, Shift+F6 to the one before. */
export function useRegionCycle(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      const root = frame.current
      // A dialog keeps the focus to itself.
      if (!root || root.closest('[aria-hidden="true"]')) return
      const open = ORDER.filter((name) => {
        const region = root.querySelector<HTMLElement>(`[data-region="${name}"]`)
        return region !== null && !region.inert
      })
      const here = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region']
      const at = open.findIndex((name) => name === here)
      const step = event.shiftKey ? -1 : 1
      const next =
        at < 0 ? (event.shiftKey ? open.at(-1) : open[0]) : open.at((at + step) % open.length)
      if (next === undefined) return
      event.preventDefault()
      event.stopPropagation()
      focusRegion(next)
    }
    const onFocus = (event: FocusEvent) => noteFocus(event.target)
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('focusin', onFocus)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('focusin', onFocus)
    }
  }, [frame])
}
