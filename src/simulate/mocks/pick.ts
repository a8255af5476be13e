/** One of a list, by the chance of a seed: a whole number. The same seed gives the same; seeds close to each other give what they like. */
export function pickOf<T>(list: readonly T[], seed: number): T | undefined {
  return list[mixed(seed) % Math.max(1, list.length)]
}

/** Spreads a number over 32 bits, so that every bit of it counts (the end of MurmurHash3). */
function mixed(seed: number): number {
  let bits = seed | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
