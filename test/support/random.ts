/** Random choices that follow from a number: the same number gives the same ones (mulberry32). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to, and not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 to `most`, both included. */
  nat(most: number): number {
    return Math.floor(this.next() * (most + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** One of a list; nothing of an empty one. */
  of<T>(list: readonly T[]): T | undefined {
    return list[this.nat(list.length - 1)]
  }
}
