import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { substituteTags } from '../../../../src/expression/when/substitute.ts'

describe('substituteTags', () => {
  it('fills in what has a value, and leaves the rest', () => {
    const scope = (body: string): string | undefined => ({ a: 'x', b: '' })[body]
    const { text, unresolved } = substituteTags('{{a}}{{ b }}-{{c}}{{d', scope)
    expect(text).toBe('x-{{c}}{{d')
    expect(unresolved.map(({ body }) => body)).toEqual(['c', 'd'])
  })

  it('leads every part back to where it came from', () => {
    const piece = fc.oneof(
      fc.constantFrom('{{a}}', '{{long}}', '{{none}}'),
      fc.string().filter((text) => !/[{}]/.test(text)),
    )
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), fc.nat(), (pieces, a, b) => {
        const original = pieces.join('')
        const values = new Map([
          ['a', ''],
          ['long', 'a long value'],
        ])
        const { text, origin } = substituteTags(original, (body) => values.get(body))
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y)
        const range = { from: from ?? 0, to: to ?? 0 }
        const place = origin(range)
        expect(place.from).toBeLessThanOrEqual(place.to)
        expect(place.to).toBeLessThanOrEqual(original.length)
        // Where no tag is near, the same characters stand there.
        const source = original.slice(place.from, place.to)
        if (!source.includes('{{')) expect(source).toBe(text.slice(range.from, range.to))
        else
          expect(substituteTags(source, (body) => values.get(body)).text).toContain(
            text.slice(range.from, range.to),
          )
      }),
    )
  })
})
