/**
 * Sorts as Go's `sort.Sort` does for up to twelve items, by insertion, so that equal ones and mistakes come out the same.
 * Longer lists are sorted too, but there Go may put equal items in another order.
 */
export function sortValues<T>(items: readonly T[], isLess: (a: T, b: T) => boolean): T[] {
  if (items.length > 12) {
    return [...items].sort((a, b) => (isLess(a, b) ? -1 : Number(isLess(b, a))))
  }
  const sorted: T[] = []
  for (const item of items) {
    let at = sorted.length
    for (const other of [...sorted].reverse()) {
      if (!isLess(item, other)) break
      at--
    }
    sorted.splice(at, 0, item)
  }
  return sorted
}
