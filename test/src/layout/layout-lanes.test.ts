import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cardRect,
  cardsWithin,
  layoutLanes,
  metrics,
  neighbour,
  rectOf,
  type CardPlace,
  type LanesLayout,
  type Rect,
} from '../../../src/layout/index.ts'
import { graphOfSizes, points, sizes } from './graph-of-sizes.ts'

describe('a layout', () => {
  test('keeps all boxes apart and inside its bounds', () => {
    fc.assert(
      fc.property(sizes, (counts) => {
        const layout = layoutLanes(graphOfSizes(counts))
        const boxes = [layout.start, ...layout.lanes, layout.end]
        const cards = placesOf(layout).flatMap((place) => rectOf(layout, place) ?? [])
        for (const all of [boxes, cards]) {
          for (const [index, a] of all.entries()) {
            expect(contains(layout.bounds, a)).toBe(true)
            for (const b of all.slice(index + 1)) expect(overlap(a, b)).toBe(false)
          }
        }
        for (const place of placesOf(layout)) {
          const box = layout.lanes[place.lane]
          const card = rectOf(layout, place)
          expect(box !== undefined && card !== undefined && contains(box, card)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is the same for the same graph, and centred on the axis', () => {
    fc.assert(
      fc.property(sizes, (counts) => {
        const layout = layoutLanes(graphOfSizes(counts))
        expect(layoutLanes(graphOfSizes(counts))).toEqual(layout)
        for (const { x, width } of layout.lanes) expect(x + width / 2).toBeCloseTo(0)
      }),
      { numRuns: 30 },
    )
  })

  test('moves no other lane when one grows', () => {
    const before = layoutLanes(graphOfSizes([1, 2, 1]))
    const after = layoutLanes(graphOfSizes([1, 5, 1]))
    expect(after.lanes[0]).toEqual(before.lanes[0])
    expect(after.lanes[2]).toEqual(before.lanes[2])
  })

  test('has room for a first step when there are no lanes', () => {
    const { gaps, lanes } = layoutLanes(graphOfSizes([]))
    expect(lanes).toEqual([])
    expect(gaps).toMatchObject([{ width: metrics.emptyWidth, height: metrics.emptyHeight }])
  })

  test('grows with the steps and no faster', () => {
    const size = (count: number) =>
      JSON.stringify(layoutLanes(graphOfSizes(new Array<number>(count).fill(2)))).length / count
    expect(size(400)).toBeLessThan(size(40) * 1.3)
  })

  test('labels the lanes', () => {
    const { lanes } = layoutLanes(graphOfSizes([1, 3, 0]))
    expect(lanes.map(({ label }) => label)).toEqual(['1', '2 · parallel', '3'])
  })
})

test('cards within a rectangle are those that it touches', () => {
  fc.assert(
    fc.property(sizes, points, points, (counts, a, b) => {
      const layout = layoutLanes(graphOfSizes(counts))
      const rect = {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: Math.abs(a.x - b.x),
        height: Math.abs(a.y - b.y),
      }
      const touched = placesOf(layout).filter((place) => {
        const card = rectOf(layout, place)
        return card !== undefined && overlap(card, rect)
      })
      expect(cardsWithin(layout, rect)).toEqual(touched)
    }),
  )
})

describe('neighbours', () => {
  test('are cards, and left is the way back from right', () => {
    fc.assert(
      fc.property(sizes, (counts) => {
        const layout = layoutLanes(graphOfSizes(counts))
        for (const place of placesOf(layout)) {
          for (const direction of ['left', 'right', 'up', 'down'] as const) {
            const next = neighbour(layout, place, direction)
            if (next !== undefined) expect(rectOf(layout, next)).toBeDefined()
          }
          const right = neighbour(layout, place, 'right')
          if (right !== undefined) expect(neighbour(layout, right, 'left')).toEqual(place)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('below and above are the nearest, past empty lanes', () => {
    const layout = layoutLanes(graphOfSizes([3, 0, 1, 3]))
    expect(neighbour(layout, { lane: 0, step: 2 }, 'down')).toEqual({ lane: 2, step: 0 })
    expect(neighbour(layout, { lane: 2, step: 0 }, 'down')).toEqual({ lane: 3, step: 1 })
    expect(neighbour(layout, { lane: 2, step: 0 }, 'up')).toEqual({ lane: 0, step: 1 })
    expect(neighbour(layout, { lane: 0, step: 0 }, 'up')).toBeUndefined()
  })
})

function placesOf(layout: LanesLayout): readonly CardPlace[] {
  return layout.lanes.flatMap(({ count }, lane) =>
    Array.from({ length: count }, (_, step) => ({ lane, step })),
  )
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function contains(a: Rect, b: Rect): boolean {
  return (
    b.x >= a.x && b.y >= a.y && b.x + b.width <= a.x + a.width && b.y + b.height <= a.y + a.height
  )
}

test('a place after the last card is beside it', () => {
  const [box] = layoutLanes(graphOfSizes([2])).lanes
  if (box === undefined) throw new Error('no lane')
  expect(cardRect(box, 2).x - cardRect(box, 1).x).toBe(metrics.cardWidth + metrics.cardGap)
})
