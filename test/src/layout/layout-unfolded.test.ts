import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readManifest, type ManifestView } from '../../../src/argo/index.ts'
import {
  cardsOf as cardsOfGraph,
  hasLanes,
  keysToDepth,
  recursiveCalls,
  unfoldGraph as unfoldAny,
  type UnfoldedLanes,
} from '../../../src/graph/index.ts'
import {
  cardRect,
  cardsWithin,
  dropTargetAt,
  dropTargets,
  lanesWithin,
  layoutLanes,
  dagPanel,
  layoutUnfolded,
  layoutUnfoldedDag,
  rectInside,
  type FrameBox,
  type Inside,
  type Rect,
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

function unfoldGraph(...args: Parameters<typeof unfoldAny>): UnfoldedLanes {
  const shown = unfoldAny(...args)
  if (!hasLanes(shown)) throw new Error('no lanes')
  return shown
}

/** The parts of a picture with the keys of the cards around them. */
function partsOf(drawn: Inside, frames: readonly FrameBox[]) {
  return [
    { key: '', inside: drawn, origin: { x: 0, y: 0 } },
    ...frames.flatMap(({ unfolded: { key }, inside, origin }) =>
      inside === undefined ? [] : [{ key, inside, origin }],
    ),
  ]
}

/** All cards of a picture with the keys of the cards around them, in coordinates of the whole. */
function cardsIn(drawn: Inside, frames: readonly FrameBox[]) {
  return partsOf(drawn, frames).flatMap(({ key, inside, origin }) =>
    cardsOfGraph(inside.shown.graph).map(({ lane, step }) => {
      const rect = rectInside(inside, { lane, step })
      if (rect === undefined) throw new Error('a card without a place')
      return { within: key, lane, step, rect: moved(rect, origin) }
    }),
  )
}

function moved(rect: Rect, by: { readonly x: number; readonly y: number }): Rect {
  return { ...rect, x: rect.x + by.x, y: rect.y + by.y }
}

/** No two cards touch unless one is in the other, and all that a card shows is within it. */
function checkNesting(drawn: Inside, frames: readonly FrameBox[]): void {
  const cards = cardsIn(drawn, frames)
  for (const [index, a] of cards.entries())
    for (const b of cards.slice(index + 1))
      if (touch(a.rect, b.rect))
        expect(contains(a.rect, b.rect) && b.within.length > a.within.length).toBe(true)
  for (const { unfolded, rect, inside, origin } of frames) {
    for (const card of cards.filter(({ within }) => within === unfolded.key))
      expect(contains(rect, card.rect)).toBe(true)
    if (inside?.kind !== 'dag' || inside.layout.nodes.length === 0) continue
    expect(contains(rect, moved(dagPanel(inside.layout), origin))).toBe(true)
    for (const { points } of inside.layout.edges)
      for (const point of points)
        expect(contains(rect, { ...moved({ ...point, width: 0, height: 0 }, origin) })).toBe(true)
  }
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
        checkNesting({ kind: 'steps', shown, layout: layout.layout }, layout.frames)
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

/** Templates of all kinds that call each other at random, recursion included. */
const mixed = fc
  .array(
    fc.record({
      kind: fc.constantFrom('steps', 'dag', 'containerSet'),
      calls: fc.array(fc.nat(7), { maxLength: 5 }),
      edges: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 6 }),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((templates) => {
    const count = templates.length
    const list = templates.map(({ kind, calls, edges }, index) => {
      const name = `t${String(index)}`
      const after = (at: number) =>
        edges.flatMap(([a, b]) =>
          Math.max(a, b) === at && a !== b && Math.min(a, b) < calls.length
            ? [`c${String(Math.min(a, b))}`]
            : [],
        )
      const items = calls.map((call, at) => ({
        name: `c${String(at)}`,
        template: call < count ? `t${String(call)}` : 'leaf',
        ...(kind === 'dag' && { dependencies: [...new Set(after(at))] }),
      }))
      if (kind === 'dag') return { name, dag: { tasks: items } }
      if (kind === 'containerSet')
        return {
          name,
          containerSet: {
            containers: items.map((item, at) => ({
              name: item.name,
              image: 'a',
              dependencies: [...new Set(after(at))],
            })),
          },
        }
      return { name, steps: [items.slice(0, 2), items.slice(2)].filter(({ length }) => length > 0) }
    })
    return { kind: 'Workflow', spec: { templates: [...list, { name: 'leaf', suspend: {} }] } }
  })

function drawnOf(text: string, open: (key: string, depth: number) => boolean) {
  const [document] = parseTree(text).documents
  if (document === undefined) throw new Error('no document')
  const shown = unfoldAny(readManifest(document), 0, open)
  if (hasLanes(shown)) {
    const { layout, frames } = layoutUnfolded(shown)
    return { drawn: { kind: 'steps' as const, shown, layout }, frames }
  }
  const { layout, frames } = layoutUnfoldedDag(shown)
  return { drawn: { kind: 'dag' as const, shown, layout }, frames }
}

describe('steps, dags and container sets in each other', () => {
  const open = fc.func<[string], boolean>(fc.boolean())
  test('siblings are apart, children within their card, and the same text gives the same picture', () => {
    fc.assert(
      fc.property(mixed, open, (value, isOpen) => {
        const text = JSON.stringify(value)
        const some = (key: string, depth: number): boolean => depth < 4 && isOpen(key)
        const { drawn, frames } = drawnOf(text, some)
        checkNesting(drawn, frames)
        const again = drawnOf(text, some)
        expect(again.drawn.layout).toEqual(drawn.layout)
        const places = (all: readonly FrameBox[]) =>
          all.map(({ unfolded: { key }, rect, origin, depth }) => ({ key, rect, origin, depth }))
        expect(places(again.frames)).toEqual(places(frames))
      }),
      { numRuns: 60 },
    )
  })

  test('an edit gives the picture that the new text gives afresh', () => {
    fc.assert(
      fc.property(mixed, mixed, (before, after) => {
        drawnOf(JSON.stringify(before), (_, depth) => depth < 4)
        const text = JSON.stringify(after)
        const edited = drawnOf(text, (_, depth) => depth < 4)
        const fresh = drawnOf(` ${text}`, (_, depth) => depth < 4)
        expect(edited.drawn.layout).toEqual(fresh.drawn.layout)
        expect(edited.frames.map(({ rect }) => rect)).toEqual(fresh.frames.map(({ rect }) => rect))
      }),
      { numRuns: 20 },
    )
  })

  test('a dag around a dag around itself ends in a stub', () => {
    const templates = [
      { name: 'a', dag: { tasks: [{ name: 'go', template: 'b' }] } },
      { name: 'b', steps: [[{ name: 'on', template: 'a' }]] },
    ]
    const { frames } = drawnOf(
      JSON.stringify({ kind: 'Workflow', spec: { templates } }),
      () => true,
    )
    expect(frames.map(({ unfolded }) => unfolded.content.kind)).toEqual(['steps', 'recursion'])
  })
})
