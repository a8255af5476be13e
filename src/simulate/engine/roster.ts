import type { ReadyCall } from './resolve-call.ts'

/**
 * The steps of a lane, or the items of a task, that are not over yet. They begin in order, so those that have not begun are the
 * last ones; of the others only those are looked at that something has happened to: a loop may have ten thousand.
 */
export class Roster {
  readonly calls: readonly ReadyCall[]
  /** The full names of their nodes, and the other way round. */
  private readonly names: ReadonlyMap<ReadyCall, string>
  private readonly byName: ReadonlyMap<string, ReadyCall>
  private begun = 0
  /** Those behind the next one that are over already. */
  private readonly passed = new Set<ReadyCall>()
  private isTaken = false
  private readonly live = new Map<string, number>()
  /** Daemons that are up: nobody waits for them, and yet something may happen to them. */
  private readonly resting = new Set<string>()

  /** `prefix` stands before the names of calls in the full names of their nodes. */
  constructor(calls: readonly ReadyCall[], prefix: string) {
    this.calls = calls
    this.names = new Map(calls.map((call) => [call, prefix + call.name]))
    this.byName = new Map([...this.names].map(([call, name]) => [name, call]))
  }

  get isOver(): boolean {
    return this.begun === this.calls.length && this.live.size === this.resting.size
  }

  /** The full name of a call's node. */
  nameOf(call: ReadyCall): string {
    return this.names.get(call) ?? call.name
  }

  /** The call that a node of that full name is of. */
  callOf(name: string): ReadyCall | undefined {
    return this.byName.get(name)
  }

  /** Those at work that something has happened to, in their order. */
  stirred(names: ReadonlySet<string>): readonly ReadyCall[] {
    const found: number[] = []
    if (names.size < this.live.size) {
      for (const name of names) {
        const at = this.live.get(name)
        if (at !== undefined) found.push(at)
      }
      found.sort((a, b) => a - b)
    } else {
      for (const [name, at] of this.live) if (names.has(name)) found.push(at)
    }
    return found.flatMap((at) => this.calls[at] ?? [])
  }

  /** The next one to begin. */
  get next(): ReadyCall | undefined {
    return this.calls[this.begun]
  }

  /** Says that the next one has begun. */
  begin(): void {
    const call = this.next
    if (call) this.live.set(this.nameOf(call), this.begun)
    this.begun++
    for (let next = this.next; next && this.passed.delete(next); next = this.next) this.begun++
  }

  /** Those behind the next one, for who looks at each of them once; none when asked again. */
  takeBehind(): readonly ReadyCall[] {
    if (this.isTaken) return []
    this.isTaken = true
    return this.calls.slice(this.begun + 1)
  }

  /** Says that one behind the next one is over without having begun. */
  pass(call: ReadyCall): void {
    this.passed.add(call)
  }

  /** Says that one is over. */
  end(call: ReadyCall): void {
    this.live.delete(this.nameOf(call))
    this.resting.delete(this.nameOf(call))
  }

  /** Says whether one is a daemon that is up. */
  rest(call: ReadyCall, isUp: boolean): void {
    if (isUp) this.resting.add(this.nameOf(call))
    else this.resting.delete(this.nameOf(call))
  }
}
