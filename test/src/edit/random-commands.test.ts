import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandIds } from '../../../src/edit/index.ts'
import { corpus } from '../../support/corpus.ts'
import { judge } from '../../support/judge.ts'
import { oddManifests } from '../../support/odd-manifests.ts'
import { draws } from '../../support/random-draws.ts'

/** Raised by hand for a long look: `PROPERTY_RUNS=10000 PROPERTY_SEED=random npx vitest run …`. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 80)

const files = [...oddManifests, ...corpus('argo', 'hera')].filter(
  ({ text }) => text.length < 30_000,
)

const script = fc.record({
  file: fc.oneof(fc.nat(oddManifests.length - 1), fc.nat(files.length - 1)),
  commands: fc.array(
    fc.record({ id: fc.constantFrom(...commandIds), seed: fc.nat({ max: 0xffffffff }) }),
    { minLength: 1, maxLength: 12 },
  ),
})

describe('any commands one after the other', () => {
  it('are all drawn', () => {
    expect(commandIds.filter((id) => draws[id] === undefined)).toEqual([])
  })

  it(
    'keep the laws',
    () => {
      const tally = { done: new Map<string, number>(), refused: new Map<string, number>() }
      fc.assert(
        fc.property(script, ({ file, commands }) => {
          judge(files[file]?.text ?? '', commands, tally)
        }),
        { numRuns: RUNS },
      )
      if (RUNS >= 1000) console.log(tally)
    },
    RUNS * 10_000,
  )
})
