import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barOf, panned, ticksOf, zoomed } from '../../../app/simulator/time-axis.ts'
import '../../support/seeds.ts'

const hour = 3_600_000
const words = (from: number, to: number, width = 400) =>
  ticksOf({ from, to }, width).map((tick) => tick.words)

describe('the stretch of time that is shown', () => {
  const whole = { from: 0, to: 100_000 }

  it('keeps a moment where it is, and stays within the whole', () => {
    expect(zoomed(whole, whole, 50_000, 0.5)).toEqual({ from: 25_000, to: 75_000 })
    expect(zoomed(whole, whole, 0, 0.5)).toEqual({ from: 0, to: 50_000 })
    expect(zoomed({ from: 0, to: 50_000 }, whole, 0, 4)).toBe(whole)
    expect(panned({ from: 0, to: 50_000 }, whole, 80_000)).toEqual({ from: 50_000, to: 100_000 })
    expect(panned({ from: 10, to: 20 }, whole, -80)).toEqual({ from: 0, to: 10 })
  })

  it('is within the whole whatever is done, and never too short to be seen', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(part, part, fc.double({ min: 0.001, max: 100, noNaN: true }), (a, b, factor) => {
        const span = panned(zoomed(whole, whole, a * 100_000, b + 0.001), whole, a * 10_000)
        const next = zoomed(span, whole, span.from + b * (span.to - span.from), factor)
        expect(next.from).toBeGreaterThanOrEqual(0)
        expect(next.to).toBeLessThanOrEqual(100_000 + 1e-6)
        expect(next.to - next.from).toBeGreaterThan(9.99)
      }),
    )
  })
})

describe('a bar', () => {
  const span = { from: 100, to: 200 }
  it('is shown as far as it is in sight, and where it takes no time, too', () => {
    expect(barOf(100, 150, span)).toEqual({ left: 0, width: 50 })
    expect(barOf(150, 150, span)).toEqual({ left: 50, width: 0.5 })
    expect(barOf(200, 200, span)).toEqual({ left: 99.5, width: 0.5 })
    expect(barOf(0, 1000, span)).toEqual({ left: -1, width: 102 })
  })

  it('is nothing out of sight', () => {
    expect(barOf(0, 99, span)).toBeUndefined()
    expect(barOf(201, 300, span)).toBeUndefined()
  })
})

describe('the marks of the axis', () => {
  it('are round, and no more than can be read', () => {
    expect(words(0, 3000)).toEqual(['0 s', '0.5 s', '1 s', '1.5 s', '2 s', '2.5 s', '3 s'])
    expect(words(0, 60_000)).toEqual(['0 s', '10 s', '20 s', '30 s', '40 s', '50 s', '1 min'])
    expect(words(0, 2 * hour)).toEqual(['0 s', '30 min', '1 h', '1 h 30 min', '2 h'])
    expect(words(hour, hour + 40_000, 250)).toEqual(['1 h', '1 h 15 s', '1 h 30 s'])
    expect(words(0, 3 * 24 * hour)).toEqual(['0 s', '1 d', '2 d', '3 d'])
  })

  it('are told apart, whatever is shown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * 24 * hour }),
        fc.integer({ min: 10, max: 400 * 24 * hour }),
        fc.integer({ min: 60, max: 2000 }),
        (from, length, width) => {
          const all = words(from, from + length, width)
          expect(new Set(all).size).toBe(all.length)
        },
      ),
    )
  })
})
