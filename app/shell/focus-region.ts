import type { RegionName } from './Region.tsx'

/** Where the focus was in each region, to return there. */
const lastFocus = new WeakMap<Element, HTMLElement>()

/** Notes where the focus is; called whenever it moves. */
export function noteFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return
  const region = target.closest('[data-region]')
  if (region) lastFocus.set(region, target)
}

/** Brings the focus to a region: to where it was last, else to the region as a whole. */
export function focusRegion(name: RegionName): void {
  const region = document.querySelector<HTMLElement>(`[data-region="${name}"]`)
  if (!region || region.inert) return
  const last = lastFocus.get(region)
  if (last && region.contains(last)) {
    last.focus()
    if (document.activeElement === last) return
  }
  region.focus()
}
