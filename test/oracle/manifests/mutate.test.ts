import { describe, expect, it } from 'vitest'
import { oddManifests } from '../../support/odd-manifests.ts'
import { Random } from '../../support/random.ts'
import { mutate } from './mutate.ts'
import { mutations } from './mutations.ts'
import { textMutations } from './text-mutations.ts'

const texts = oddManifests.map(({ text }) => text)
const made = texts.flatMap((text, index) =>
  Array.from({ length: 60 }, (_, seed) => ({ text, seed: 1000 * index + seed })),
)

describe('mutants', () => {
  it('are the same for the same number', () => {
    for (const { text, seed } of made.slice(0, 100))
      expect(mutate(text, new Random(seed))).toEqual(mutate(text, new Random(seed)))
  })
  it('differ from what they were made of, and say by which edits', () => {
    for (const { text, seed } of made) {
      const mutant = mutate(text, new Random(seed))
      // A second edit may take the first one back.
      if (mutant.edits.length < 2) expect(mutant.text === text).toBe(mutant.edits.length === 0)
    }
  })
  it('are made by every edit there is', () => {
    const used = new Set(made.flatMap(({ text, seed }) => mutate(text, new Random(seed)).edits))
    const all = [...mutations.map(({ name }) => name), ...Object.keys(textMutations)]
    expect(all.filter((name) => !used.has(name))).toEqual([])
  })
})
