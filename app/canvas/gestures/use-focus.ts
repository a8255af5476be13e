import { useEffect, useSyncExternalStore, type RefObject } from 'react'
import { useDesigner } from '../../store/index.ts'
import { canvasUi } from '../canvas-ui.ts'

/** Gives the current card the focus once it is drawn, when an action has asked for that. */
export function useFocus(root: RefObject<HTMLElement | null>, nodes: readonly object[]): void {
  const ui = canvasUi(useDesigner())
  const wantsFocus = useSyncExternalStore(ui.subscribe, () => ui.getSnapshot().wantsFocus)
  useEffect(() => {
    if (!wantsFocus) return
    // React Flow draws new nodes a moment after it is given them.
    const frame = requestAnimationFrame(() => {
      const card = root.current?.querySelector<HTMLElement>(
        '[data-card][tabindex="0"], [data-first-step] button',
      )
      if (!card) return
      card.focus({ preventScroll: true })
      ui.set({ wantsFocus: false })
    })
    return () => cancelAnimationFrame(frame)
  }, [wantsFocus, nodes, root, ui])
}
