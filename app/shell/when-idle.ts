/** Calls back at a moment of rest; gives back what calls it off. */
export function whenIdle(action: () => void): () => void {
  // Missing in Safari.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(action, 200)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(action, { timeout: 1000 })
  return () => cancelIdleCallback(idle)
}
