/** What a run chose at one point. */
interface Choice {
  readonly key: string
  readonly options: readonly string[]
  readonly at: number
}

/**
 * Walks through all combinations of choices, one a run: each run repeats those of the one before up to the last that has another
 * option. Which choices there are may depend on those before them.
 */
export class Choices {
  private taken: Choice[] = []
  private planned: readonly number[] = []
  private readonly byKey = new Map<string, Choice>()

  /** Chooses one of some options, of which there is at least one; the same each time that the same key is asked for in a run. */
  choose(key: string, options: readonly string[]): string {
    const known = this.byKey.get(key)
    const at = known?.at ?? this.planned[this.taken.length] ?? 0
    if (!known) {
      const choice = { key, options, at }
      this.taken.push(choice)
      this.byKey.set(key, choice)
    }
    return options[at] ?? ''
  }

  /** What was chosen in this run, where there was something to choose. */
  get chosen(): ReadonlyMap<string, string> {
    const open = this.taken.filter(({ options }) => options.length > 1)
    return new Map(open.map(({ key, options, at }) => [key, options[at] ?? '']))
  }

  /** Plans the next run; false when there is no other combination. */
  next(): boolean {
    const last = this.taken.findLastIndex(({ options, at }) => at + 1 < options.length)
    const plan = this.taken.slice(0, last + 1).map(({ at }) => at)
    if (last >= 0) plan[last] = (plan[last] ?? 0) + 1
    this.planned = plan
    this.taken = []
    this.byKey.clear()
    return last >= 0
  }
}
