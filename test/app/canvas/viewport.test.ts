import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  MIN_ZOOM,
  bandOf,
  firstViewport,
  fitViewport,
  isInSight,
  isWhollyInSight,
  panStep,
  revealViewport,
  zoomedBy,
} from '../../../app/canvas/viewport.ts'

const pane = { width: 900, height: 600 }
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const viewports = fc.record({
  x: number(-3000, 3000),
  y: number(-3000, 3000),
  zoom: number(0.1, 2),
})

describe('fitting', () => {
  test('shows all of a small picture, in the middle and not enlarged', () => {
    const { x, zoom } = fitViewport({ x: -100, y: 0, width: 200, height: 200 }, pane)
    expect({ x, zoom }).toEqual({ x: 450, zoom: 1 })
  })

  test('shows a small picture whole, in the middle of the room between what lies at the edges', () => {
    const bounds = { x: -100, y: 0, width: 200, height: 200 }
    const shown = fitViewport(bounds, pane)
    expect(shown.y).toBe(40 + (600 - 40 - 56 - 200) / 2)
    expect(isWhollyInSight(shown, pane, bounds)).toBe(true)
    expect(isWhollyInSight({ ...shown, y: -1 }, pane, bounds)).toBe(false)
  })

  test('shows a big picture whole, however small', () => {
    const bounds = { x: -2000, y: 0, width: 4000, height: 3000 }
    const shown = fitViewport(bounds, pane)
    expect(shown.zoom).toBeCloseTo((600 - 40 - 56) / 3000)
    expect(isWhollyInSight(shown, pane, bounds)).toBe(true)
  })

  test('shows the beginning of one that the least zoom does not hold', () => {
    const bounds = { x: -300, y: 0, width: 600, height: 50_000 }
    expect(fitViewport(bounds, pane)).toEqual({ x: 450, y: 40, zoom: MIN_ZOOM })
  })
})

describe('opening', () => {
  test('shows all of a picture that is legible then', () => {
    const bounds = { x: -400, y: 0, width: 1000, height: 700 }
    expect(firstViewport(bounds, pane)).toEqual(fitViewport(bounds, pane))
  })

  test('shows the beginning of one that is too long', () => {
    const { x, y, zoom } = firstViewport({ x: -300, y: 0, width: 600, height: 50_000 }, pane)
    expect({ x, y, zoom }).toEqual({ x: 450, y: 40, zoom: 1 })
  })
})

test('revealing brings a rectangle into sight, and moves nothing that is in sight already', () => {
  fc.assert(
    fc.property(viewports, number(-2000, 2000), number(-2000, 2000), (viewport, x, y) => {
      const rect = { x, y, width: 200, height: 70 }
      const shown = revealViewport(viewport, pane, rect)
      expect(isInSight(shown, pane, rect)).toBe(true)
      const again = revealViewport(shown, pane, rect)
      expect(again.x).toBeCloseTo(shown.x)
      expect(again.y).toBeCloseTo(shown.y)
    }),
  )
})

test('what is drawn reaches beyond what is in sight', () => {
  fc.assert(
    fc.property(viewports, (viewport) => {
      const band = bandOf(viewport, pane)
      expect(band.x).toBeLessThanOrEqual(-viewport.x / viewport.zoom)
      expect(band.x + band.width).toBeGreaterThanOrEqual((pane.width - viewport.x) / viewport.zoom)
    }),
  )
})

test('zooming in and out again is no change', () => {
  const from = { x: 10, y: 20, zoom: 1 }
  const back = zoomedBy(zoomedBy(from, pane, 1.25), pane, 0.8)
  expect(back.x).toBeCloseTo(from.x)
  expect(back.y).toBeCloseTo(from.y)
})

test('dragging near an edge moves the picture away from it, elsewhere not at all', () => {
  const at = { ...pane, x: 100, y: 100 }
  expect(panStep({ x: 500, y: 400 }, at)).toEqual({ x: 0, y: 0 })
  expect(panStep({ x: 110, y: 400 }, at).x).toBeGreaterThan(0)
  expect(panStep({ x: 500, y: 695 }, at).y).toBeLessThan(0)
})
