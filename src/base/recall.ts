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

/** A list shorter than this is made anew as fast as it is compared. */
const SHORT = 32

interface Mapped<K, T> {
  readonly list: readonly K[]
  readonly made: readonly T[]
}

/**
 * Makes something of each item of a list, and remembers it for lists that are mostly the same: what an edit did not touch, before it and
 * behind it, is copied as it is. What is made of an item must depend on nothing but the item. For the same items it is the same list.
 */
export class RecallEach<K extends object, T> {
  private readonly recall = new Recall<K, Mapped<K, T>>()
  private readonly make: (item: K) => T

  constructor(make: (item: K) => T) {
    this.make = make
  }

  of(list: readonly K[]): readonly T[] {
    if (list.length < SHORT) return list.map((item) => this.make(item))
    const before = this.recall.find(list)
    const made =
      before === undefined ? list.map((item) => this.make(item)) : this.from(before, list)
    this.recall.keep(list, { list, made })
    return made
  }

  private from(before: Mapped<K, T>, list: readonly K[]): readonly T[] {
    const { start, end } = commonItems(before.list, list)
    if (start === list.length && start === before.list.length) return before.made
    const between = list.slice(start, list.length - end).map((item) => this.make(item))
    return before.made.slice(0, start).concat(between, before.made.slice(before.made.length - end))
  }
}

/** How many items two lists have in common at their start, and of the others at their end. */
export function commonItems<K>(
  a: readonly K[],
  b: readonly K[],
): { readonly start: number; readonly end: number } {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return { start, end }
}

function probes<K>(list: readonly K[]): K[] {
  const chosen = [list.at(0), list.at(-1), list.at(list.length >> 1)]
  return chosen.filter((item) => item !== undefined)
}
