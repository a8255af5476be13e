import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dropTargetAt,
  dropTargetOf,
  dropTargets,
  layoutLanes,
  type Point,
  type Rect,
} from '../../../src/layout/index.ts'
import { graphOfSizes, points, sizes } from './graph-of-sizes.ts'

const modes = fc.constantFrom('steps' as const, 'lane' as const)

describe('drop targets', () => {
  test('every point has one, which is among those in reading order', () => {
    fc.assert(
      fc.property(sizes, points, modes, (counts, point, dragged) => {
        const layout = layoutLanes(graphOfSizes(counts))
        const target = dropTargetAt(layout, point, dragged)
        expect(dropTargets(layout, dragged)).toContainEqual(target)
        expect(dropTargetOf(layout, target.place)).toEqual(target)
      }),
    )
  })

  test('a point in what is lit has just that target', () => {
    fc.assert(
      fc.property(sizes, modes, (counts, dragged) => {
        const layout = layoutLanes(graphOfSizes(counts))
        for (const target of dropTargets(layout, dragged))
          expect(dropTargetAt(layout, middle(target.rect), dragged)).toEqual(target)
      }),
    )
  })

  test('come in reading order', () => {
    const layout = layoutLanes(graphOfSizes([1, 2]))
    expect(dropTargets(layout).map(({ place }) => place)).toEqual([
      { newLane: 0 },
      { lane: 0, index: 0 },
      { lane: 0, index: 1 },
      { newLane: 1 },
      { lane: 1, index: 0 },
      { lane: 1, index: 1 },
      { lane: 1, index: 2 },
      { newLane: 2 },
    ])
    expect(dropTargets(layout, 'lane').map(({ place }) => place)).toEqual([
      { newLane: 0 },
      { newLane: 1 },
      { newLane: 2 },
    ])
  })

  test('without lanes the whole room takes the first step', () => {
    const layout = layoutLanes(graphOfSizes([]))
    expect(dropTargetAt(layout, { x: 900, y: 5000 })).toEqual({
      place: { newLane: 0 },
      rect: layout.gaps[0],
    })
  })

  test('places that the layout does not have are none', () => {
    const layout = layoutLanes(graphOfSizes([1]))
    expect(dropTargetOf(layout, { newLane: 2 })).toBeUndefined()
    expect(dropTargetOf(layout, { lane: 1, index: 0 })).toBeUndefined()
    expect(dropTargetOf(layout, { lane: 0, index: 2 })).toBeUndefined()
  })
})

function middle({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
