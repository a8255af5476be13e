import { describe, expect, it } from 'vitest'
import { draw } from './draw.ts'
import { randomExpression } from './expr-grammar.ts'
import { randomOddWhen } from './odd-when-grammar.ts'
import { randomWhen } from './when-grammar.ts'

describe.each([
  ['conditions', randomWhen, ['==', ' in (', '=~', '!', '2024-01-02', '0x', '**', '?', '"']],
  ['odd conditions', randomOddWhen, ['<<', '3:04PM', 'a.B(', '??', ' ** ', '[', '\\', '(?i)']],
  ['expressions', randomExpression, ['??', '?.', 'sprig.', 'asInt(', ' | ', '..', '["my-', '#']],
] as const)('random %s', (_, make, pieces) => {
  it('are the same for the same number, and each another one', () => {
    const texts = draw(make, 1, 2000)
    expect(draw(make, 1, 2000)).toEqual(texts)
    expect(new Set(texts).size).toBe(2000)
  })
  it('have all that is peculiar in them', () => {
    const texts = draw(make, 1, 2000)
    for (const piece of pieces)
      expect(texts.filter((text) => text.includes(piece)).length, piece).toBeGreaterThan(5)
  })
})
