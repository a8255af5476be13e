import type { TextChange } from '../base/index.ts'

/**
 * Walks changes and the text between them from left to right. At any time it stands either before `keep`
 * characters that stay, or in a change that still removes `remove` characters and inserts `insert`.
 * Whoever walks counts these down and calls `settle`, which moves on when nothing is left of them.
 */
export class ChangeCursor {
  keep = 0
  remove = 0
  insert = ''
  private readonly changes: readonly TextChange[]
  private readonly length: number
  private index = 0
  private reached = 0

  constructor(changes: readonly TextChange[], length: number) {
    this.changes = changes
    this.length = length
    this.settle()
  }

  /** Whether the walk is over. */
  get done(): boolean {
    return this.keep === 0 && this.remove === 0 && this.insert === ''
  }

  /** Moves on to the next stretch if the present one is used up. */
  settle(): void {
    if (!this.done) return
    const change = this.changes[this.index]
    const end = change?.from ?? this.length
    if (this.reached < end) {
      this.keep = end - this.reached
      this.reached = end
    } else if (change) {
      this.remove = change.to - change.from
      this.insert = change.insert
      this.reached = change.to
      this.index++
    }
  }
}
