import type { DocumentState } from './document-state.ts'
import type { Transaction } from './transaction.ts'

/** Hears of a transaction and of the states after and before it. */
export type Listener = (
  transaction: Transaction,
  next: DocumentState,
  previous: DocumentState,
) => void

/** One thing to tell. */
export interface Notice {
  readonly transaction: Transaction
  readonly next: DocumentState
  readonly previous: DocumentState
}

/**
 * Tells listeners what happened, one notice after the other: what happens while they are told waits until
 * all of them know of the notice at hand, so everyone hears everything in the order in which it happened.
 */
export class Notifier {
  private readonly listeners = new Set<Listener>()
  private readonly waiting: Notice[] = []
  private telling = false

  /** Adds a listener; gives back what takes it away again. */
  subscribe(listener: Listener): () => void {
    // Wrapped, so that a listener that subscribes twice is two listeners.
    const entry: Listener = (transaction, next, previous) => listener(transaction, next, previous)
    this.listeners.add(entry)
    return () => {
      this.listeners.delete(entry)
    }
  }

  /** Tells a notice, now or after those that are being told. What a listener throws comes out at the end. */
  notify(notice: Notice): void {
    this.waiting.push(notice)
    if (this.telling) return
    this.telling = true
    const failures: unknown[] = []
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      this.tell(next, failures)
    }
    this.telling = false
    if (failures.length > 0) throw failures[0]
  }

  private tell({ transaction, next, previous }: Notice, failures: unknown[]): void {
    for (const listener of [...this.listeners]) {
      if (!this.listeners.has(listener)) continue
      try {
        listener(transaction, next, previous)
      } catch (error) {
        failures.push(error)
      }
    }
  }
}
