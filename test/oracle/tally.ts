/** One way in which two judges disagree, with the shortest case of it. */
export interface Group {
  /** What is compared: `manifests`, `when`, `expr`. */
  readonly part: string
  readonly sort: string
  /** What the real one says, without names and numbers. */
  readonly pattern: string
  /** What we say; of those that refuse by other rules, in the shortest case. */
  ours: string
  count: number
  /** Name and text of the shortest case, and what the real one said of it. */
  example: Case
}

export interface Case {
  readonly name: string
  readonly text: string
  readonly message: string
}

/** Counts cases by their outcome, and gathers disagreements of one kind. */
export class Tally {
  agreed = 0
  explained = 0
  readonly part: string
  private readonly groups = new Map<string, Group>()

  constructor(part: string) {
    this.part = part
  }

  /** Cases are of one kind when sort and pattern are the same, and, where the real one says nothing, what we say. */
  disagree(sort: string, pattern: string, ours: string, example: Case): void {
    const key = JSON.stringify([sort, pattern === '' ? ours : pattern])
    const group = this.groups.get(key)
    if (group === undefined) {
      this.groups.set(key, { part: this.part, sort, pattern, ours, count: 1, example })
      return
    }
    group.count++
    if (example.text.length >= group.example.text.length) return
    group.example = example
    group.ours = ours
  }

  /** The most frequent first. */
  get disagreements(): readonly Group[] {
    return [...this.groups.values()].toSorted((a, b) => b.count - a.count)
  }

  get disagreed(): number {
    return this.disagreements.reduce((sum, { count }) => sum + count, 0)
  }

  get summary(): string {
    const all = this.agreed + this.explained + this.disagreed
    const parts = [`${String(this.agreed)} agree`, `${String(this.explained)} explained`]
    return `${this.part}: ${String(all)} cases, ${parts.join(', ')}, ${String(this.disagreed)} DISAGREE`
  }
}
