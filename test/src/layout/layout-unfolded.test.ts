import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readManifest, type ManifestView } from '../../../src/argo/index.ts'
import { keysToDepth, recursiveCalls, unfoldGraph } from '../../../src/graph/index.ts'
import {
  cardRect,
  cardsWithin,
  dropTargetAt,
  dropTargets,
  lanesWithin,
  layoutLanes,
  layoutUnfolded,
  type Rect,
  type UnfoldedLayout,
} from '../../../src/layout/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

/** Templates as lists of lanes of calls: `a: 'b c | b'`. Names that are no template are leaves. */
function manifestOf(templates: Readonly<Record<string, string>>): ManifestView {
  const list = Object.entries(templates).map(([name, lanes]) => ({
    name,
    steps: lanes.split('|').map((lane, at) =>
      lane
        .trim()
        .split(/\s+/)
        .map((template, step) => ({ name: `${template}-${String(at)}-${String(step)}`, template })),
    ),
  }))
  const spec = { templates: [...list, { name: 'leaf', suspend: {} }] }
  const [document] = parseTree(JSON.stringify({ kind: 'Workflow', spec })).documents
  if (document === undefined) throw new Error('no document')
  return readManifest(document)
}

const nested = manifestOf({
  main: 'leaf | mid leaf mid | leaf',
  mid: 'leaf leaf | deep',
  deep: 'leaf leaf leaf | leaf | main',
})

/** All cards of a picture with the keys of the cards around them, in coordinates of the whole. */
function cardsOf({ layout, frames }: UnfoldedLayout) {
  const parts = [
    { key: '', layout, origin: { x: 0, y: 0 } },
    ...frames.flatMap((frame) =>
      frame.layout === undefined
        ? []
        : [{ key: frame.unfolded.key, layout: frame.layout, origin: frame.origin }],
    ),
  ]
  return parts.flatMap((part) =>
    part.layout.lanes.flatMap((box, lane) =>
      Array.from({ length: box.count }, (_, step) => {
        const rect = cardRect(box, step)
        return {
          within: part.key,
          lane,
          step,
          rect: { ...rect, x: rect.x + part.origin.x, y: rect.y + part.origin.y },
        }
      }),
    ),
  )
}

function touch(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function contains(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height
  )
}

const all = keysToDepth(nested, 0, 9)
const anyOpen = fc.subarray([...all]).map((keys) => new Set(keys))

describe('unfolding', () => {
  test('shows nothing but lanes while all is folded, in the very layout of before', () => {
    const shown = unfoldGraph(nested, 0, () => false)
    expect(shown.inner.size).toBe(0)
    expect(layoutUnfolded(shown).layout).toBe(layoutLanes(shown.graph))
  })

  test('and folding again gives the identical layout', () => {
    fc.assert(
      fc.property(anyOpen, (open) => {
        const before = layoutUnfolded(unfoldGraph(nested, 0, () => false)).layout
        layoutUnfolded(unfoldGraph(nested, 0, (key) => open.has(key)))
        expect(layoutUnfolded(unfoldGraph(nested, 0, () => false)).layout).toEqual(before)
      }),
    )
  })

  test('no card lies on another, unless it is in it', () => {
    fc.assert(
      fc.property(anyOpen, (open) => {
        const shown = unfoldGraph(nested, 0, (key) => open.has(key))
        const layout = layoutUnfolded(shown)
        const cards = cardsOf(layout)
        for (const [index, a] of cards.entries())
          for (const b of cards.slice(index + 1))
            if (touch(a.rect, b.rect))
              expect(contains(a.rect, b.rect) && b.within.length > a.within.length).toBe(true)
        for (const { unfolded, rect } of layout.frames)
          for (const card of cards.filter(({ within }) => within === unfolded.key))
            expect(contains(rect, card.rect)).toBe(true)
      }),
    )
  })

  test('keeps the order: left to right in a lane, lane below lane', () => {
    fc.assert(
      fc.property(anyOpen, (open) => {
        const { layout } = layoutUnfolded(unfoldGraph(nested, 0, (key) => open.has(key)))
        for (const [index, lane] of layout.lanes.entries()) {
          const next = layout.lanes[index + 1]
          if (next) expect(next.y).toBeGreaterThanOrEqual(lane.y + lane.height)
          for (let step = 1; step < lane.count; step++) {
            const before = cardRect(lane, step - 1)
            expect(cardRect(lane, step).x).toBeGreaterThan(before.x + before.width)
          }
        }
      }),
    )
  })

  test('moves no card of another lane sideways, and none above at all', () => {
    const folded = layoutUnfolded(unfoldGraph(nested, 0, () => false)).layout
    const [first] = all
    const { layout } = layoutUnfolded(unfoldGraph(nested, 0, (key) => key === first))
    expect(layout.lanes[0]).toBe(folded.lanes[0])
    expect(layout.lanes[2]?.firstX).toBe(folded.lanes[2]?.firstX)
    expect(layout.lanes[2]?.y).toBeGreaterThan(folded.lanes[2]?.y ?? 0)
  })

  test('culling and dropping find the same places as looking at all', () => {
    const point = fc.record({
      x: fc.integer({ min: -1500, max: 1500 }),
      y: fc.integer({ min: -200, max: 2500 }),
    })
    fc.assert(
      fc.property(anyOpen, point, (open, at) => {
        const { layout } = layoutUnfolded(unfoldGraph(nested, 0, (key) => open.has(key)))
        const rect = { ...at, width: 300, height: 200 }
        const found = cardsWithin(layout, rect).map(
          ({ lane, step }) => `${String(lane)}/${String(step)}`,
        )
        const wanted = layout.lanes.flatMap((box, lane) =>
          Array.from({ length: box.count }, (_, step) => step)
            .filter((step) => touch(cardRect(box, step), rect))
            .map((step) => `${String(lane)}/${String(step)}`),
        )
        expect(found).toEqual(wanted)
        const { firstLane, lastLane } = lanesWithin(layout, rect)
        for (const [lane, box] of layout.lanes.entries())
          if (touch(box, rect)) expect(lane >= firstLane && lane <= lastLane).toBe(true)
        const places = dropTargets(layout).map(({ place }) => JSON.stringify(place))
        expect(places).toContain(JSON.stringify(dropTargetAt(layout, at).place))
      }),
    )
  })
})

describe('recursion', () => {
  test('ends in a stub that leads to the outer one', () => {
    const shown = unfoldGraph(nested, 0, () => true)
    const { frames } = layoutUnfolded(shown)
    const stubs = frames.filter(({ unfolded }) => unfolded.content.kind === 'recursion')
    expect(stubs).toHaveLength(2)
    expect(stubs[0]?.unfolded.content).toEqual({
      kind: 'recursion',
      through: ['main', 'mid', 'deep', 'main'],
      outer: '',
    })
    expect(all.some((key) => key.includes('step:main'))).toBe(false)
  })

  test('is told of the steps that lead to it, with the way', () => {
    const calls = recursiveCalls(nested, 0)
    expect([...calls]).toEqual([['mid', ['main', 'mid', 'deep', 'main']]])
    const self = manifestOf({ flip: 'leaf | flip' })
    expect([...recursiveCalls(self, 0)]).toEqual([['flip', ['flip', 'flip']]])
    expect(recursiveCalls(manifestOf({ main: 'mid', mid: 'leaf' }), 0).size).toBe(0)
  })
})

test('what is shown grows the work, not its depth: each card is laid out once', () => {
  const templates = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`t${String(index)}`, `leaf | t${String(index + 1)}`]),
  )
  const deep = manifestOf(templates)
  const shown = unfoldGraph(deep, 0, () => true)
  expect(layoutUnfolded(shown).frames).toHaveLength(39)
})
