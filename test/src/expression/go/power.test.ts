import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { power } from '../../../../src/expression/go/power.ts'

describe('power', () => {
  it.each([
    [1, NaN, 1],
    [1, Infinity, 1],
    [-1, Infinity, 1],
    [-1, 3, -1],
    [-8, 1 / 3, NaN],
    [2, 0.5, Math.SQRT2],
    [-Infinity, 0.5, Infinity],
    [0, -1, Infinity],
    [2, 1024, Infinity],
    [2, -1074, 5e-324],
    [2, -1075, 0],
    // Go squares ten with a rounding at each step.
    [10, 308, 1.0000000000000006e308],
    [-2, 2 ** 63, Infinity],
  ])('%d ** %d is %d', (base, exponent, expected) => {
    expect(power(base, exponent)).toBe(expected)
  })

  it('is exact where the result is a whole number that a float64 can hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: -12, max: 12 }), fc.nat(14), (base, exponent) => {
        expect(power(base, exponent)).toBe(Number(BigInt(base) ** BigInt(exponent)))
      }),
    )
  })

  it('is near what JavaScript has for any numbers', () => {
    const number = fc.double({ min: 1e-3, max: 1e3, noNaN: true })
    fc.assert(
      fc.property(number, fc.double({ min: -40, max: 40, noNaN: true }), (base, exponent) => {
        const [ours, theirs] = [power(base, exponent), base ** exponent]
        expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-12)
      }),
    )
  })
})
