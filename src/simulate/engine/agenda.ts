/** Something that is to happen in a run at some moment. */
export type Due =
  | { readonly kind: 'start'; readonly id: string }
  | { readonly kind: 'finish'; readonly id: string }
  /** Nothing but a look, at a node if one is named: a wait may be over. */
  | { readonly kind: 'look'; readonly name?: string }

/** What is to happen, by its time: in milliseconds since 1970. */
export class Agenda {
  private readonly times: number[] = []
  private readonly due = new Map<number, Due[]>()

  add(at: number, what: Due): void {
    const there = this.due.get(at)
    if (there) {
      there.push(what)
      return
    }
    this.due.set(at, [what])
    this.times.splice(this.placeOf(at), 0, at)
  }

  /** When the next thing happens. */
  get next(): number | undefined {
    return this.times.at(-1)
  }

  /** Takes all that happens at the next moment, in the order in which it was added. */
  take(): readonly Due[] {
    const at = this.times.pop()
    const taken = at === undefined ? undefined : this.due.get(at)
    if (at !== undefined) this.due.delete(at)
    return taken ?? []
  }

  /** Times stand from the last to the first, so that the first is cheap to take. */
  private placeOf(at: number): number {
    let [low, high] = [0, this.times.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.times[middle] ?? 0) > at) low = middle + 1
      else high = middle
    }
    return low
  }
}
