import { Random } from '../../support/random.ts'

/** So many different texts, drawn from a number on; the same number gives the same ones. */
export function draw(make: (random: Random) => string, seed: number, count: number): string[] {
  const texts = new Set<string>()
  for (let index = 0; texts.size < count; index++) texts.add(make(new Random(seed + index)))
  return [...texts]
}
