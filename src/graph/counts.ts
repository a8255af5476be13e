/** How often each name was seen. */
export type Counts = Map<string | undefined, number>

/** Counts one more of a name: the first is 1. Things of one name, or of none, are told apart so. */
export function count(counts: Counts, name: string | undefined): number {
  const ordinal = (counts.get(name) ?? 0) + 1
  counts.set(name, ordinal)
  return ordinal
}
