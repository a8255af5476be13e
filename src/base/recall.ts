/**
 * Remembers what was made of a list, and finds it again for a list that is mostly the same: the list of an edited tree, whose items but
 * a few are the objects that they were. Whoever asks compares the two item by item, which is far cheaper than making everything anew.
 */
export class Recall<K extends object, T> {
  private readonly known = new WeakMap<K, T>()

  /** What was made of the latest list with which this one shares its first, its last or its middle item. */
  find(list: readonly K[]): T | undefined {
    for (const item of probes(list)) {
      const found = this.known.get(item)
      if (found !== undefined) return found
    }
    return undefined
  }

  keep(list: readonly K[], made: T): void {
    for (const item of probes(list)) this.known.set(item, made)
  }
}

function probes<K>(list: readonly K[]): K[] {
  const chosen = [list.at(0), list.at(-1), list.at(list.length >> 1)]
  return chosen.filter((item) => item !== undefined)
}
