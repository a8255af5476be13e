import { randomNumbers } from '../engine/chance.ts'

/** Fills arrays with bytes by chance, the same ones for the same seed. */
export function seededBytes(seed: number): (target: Uint8Array) => void {
  const random = randomNumbers(seed)
  return (target) => {
    for (let i = 0; i < target.length; i++) target[i] = Math.floor(random() * 256)
  }
}
