import type { Cluster } from '../store/index.ts'

/**
 * Submits what is on the screen: a field that is being typed in is left first, and so commits its text, as it does
 * before a click. The focus comes back to it.
 */
export function submitNow(cluster: Cluster): void {
  const focused = document.activeElement
  const isField =
    focused instanceof HTMLInputElement ||
    (focused instanceof HTMLTextAreaElement && focused.closest('[data-region="code"]') === null)
  if (isField) {
    focused.blur()
    focused.focus({ preventScroll: true })
  }
  void cluster.actions.submit()
}
