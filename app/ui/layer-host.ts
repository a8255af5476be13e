import { createContext, use } from 'react'

/**
 * The element that menus and popovers are put into: one inside the page's `main`, since what stands outside of all
 * landmarks is not found by those who walk from one to the next.
 */
export const LayerHostContext = createContext<HTMLElement | null>(null)

/** Where a menu, list or popover goes; nothing for the end of the page. */
export function useLayerHost(): HTMLElement | null {
  return use(LayerHostContext)
}
