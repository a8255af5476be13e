import type { TextChange } from '../base/index.ts'
import { detach } from './detach.ts'

/**
 * Writes changes down from left to right. What touches becomes one change, so that between two changes
 * there is always text that stays; changes that neither remove nor insert are left out.
 */
export class ChangeBuilder {
  private readonly changes: TextChange[] = []
  private from = 0
  private to = 0
  private inserted = ''

  /** Leaves the next characters as they are. */
  keep(length: number): void {
    if (length === 0) return
    this.flush()
    this.from = this.to = this.to + length
  }

  /** Takes the next characters away. */
  remove(length: number): void {
    this.to += length
  }

  /** Puts text in at this place, after what was inserted here before. */
  insert(text: string): void {
    this.inserted += text
  }

  /** All changes so far; the builder is done with then. */
  finish(): readonly TextChange[] {
    this.flush()
    return this.changes
  }

  private flush(): void {
    if (this.to > this.from || this.inserted !== '') {
      this.changes.push({ from: this.from, to: this.to, insert: detach(this.inserted) })
    }
    this.inserted = ''
  }
}
