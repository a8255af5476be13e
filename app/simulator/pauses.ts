/** Waits a moment whenever so many milliseconds have gone by without one: others have their turn then. */
export function pausesOf(busy: number): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < busy) return undefined
    return new Promise((resolve) => {
      setTimeout(() => {
        since = performance.now()
        resolve()
      }, 0)
    })
  }
}
