import { fnv32 } from './names.ts'

/** Numbers from 0 up to 1, always the same for the same seed (mulberry32). The seed is a whole number. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A seed for a part of a run: the same for the same seed and name. A whole number of 32 bits. */
export function seedOf(seed: number, name: string): number {
  return fnv32(`${String(seed)}/${name}`)
}

/** The letters of which Kubernetes makes the ends of generated names: none that could make a word. */
const letters = 'bcdfghjklmnpqrstvwxz2456789'

/** The five letters that Kubernetes puts behind a `generateName`. */
export function nameSuffix(random: () => number): string {
  return Array.from({ length: 5 }, () => letters[Math.floor(random() * letters.length)]).join('')
}

/** Something of the shape of a UUID. */
export function uniqueId(random: () => number): string {
  const digit = (): string => Math.floor(random() * 16).toString(16)
  const digits = (count: number): string => Array.from({ length: count }, digit).join('')
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`
}
