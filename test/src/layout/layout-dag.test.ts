import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dagMetrics,
  dagNeighbour,
  dagTargetAt,
  dagTargets,
  edgePath,
  edgePoint,
  layoutDag,
  type DagInput,
  type DagLayout,
  type Rect,
} from '../../../src/layout/index.ts'

/** Graphs without circles, up to a size: small ones are laid out by the library, others by our own. */
function graphs(most: number): fc.Arbitrary<DagInput> {
  return fc.integer({ min: 2, max: most }).chain((count) =>
    fc.record({
      nodes: fc.array(
        fc.record({
          width: fc.integer({ min: 80, max: 400 }),
          height: fc.integer({ min: 40, max: 200 }),
        }),
        { minLength: count, maxLength: count },
      ),
      edges: fc
        .uniqueArray(
          fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).filter(([a, b]) => a !== b),
          {
            maxLength: count * 2,
            selector: ([a, b]) => `${String(Math.min(a, b))}/${String(Math.max(a, b))}`,
          },
        )
        .map((pairs) =>
          pairs.map(([a, b], index) => ({
            from: Math.min(a, b),
            to: Math.max(a, b),
            label: index % 5 === 0 ? 70 : 0,
          })),
        ),
    }),
  )
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function checkLaws(input: DagInput, layout: DagLayout): void {
  expect(layout.nodes).toHaveLength(input.nodes.length)
  expect(layout.edges).toHaveLength(input.edges.length)
  for (const [index, rect] of layout.nodes.entries()) {
    const { width, height } = rect
    expect({ width, height }).toEqual(input.nodes[index])
    for (const other of layout.nodes.slice(index + 1)) expect(overlaps(rect, other)).toBe(false)
    expect(rect.x).toBeGreaterThanOrEqual(layout.bounds.x)
    expect(rect.y + rect.height).toBeLessThanOrEqual(layout.bounds.y + layout.bounds.height)
  }
  for (const [index, { from, to }] of input.edges.entries()) {
    const [first, last] = [layout.nodes[from], layout.nodes[to]]
    const points = layout.edges[index]?.points ?? []
    if (first === undefined || last === undefined) throw new Error('no card')
    // Whatever comes before stands above, and edges go down all the way.
    expect(first.y + first.height).toBeLessThan(last.y)
    expect(points[0]).toEqual({ x: first.x + first.width / 2, y: first.y + first.height })
    expect(points.at(-1)).toEqual({ x: last.x + last.width / 2, y: last.y })
    for (const [at, point] of points.entries()) {
      const next = points[at + 1]
      if (next !== undefined) expect(next.y).toBeGreaterThanOrEqual(point.y)
    }
  }
}

/** Whether an edge that goes upright through a row crosses a card of it. */
function crossesCard(input: DagInput, layout: DagLayout): boolean {
  return layout.edges.some(({ points }, index) =>
    points.some((point, at) => {
      const next = points[at + 1]
      const { from, to } = input.edges[index] ?? { from: -1, to: -1 }
      if (next?.x !== point.x || next.y === point.y) return false
      return layout.nodes.some(
        (rect, node) =>
          node !== from &&
          node !== to &&
          point.x > rect.x &&
          point.x < rect.x + rect.width &&
          point.y < rect.y + rect.height &&
          next.y > rect.y,
      )
    }),
  )
}

describe('layoutDag', () => {
  it('puts what comes before above, without overlaps; small and large', () => {
    for (const most of [12, 120])
      fc.assert(
        fc.property(graphs(most), (input) => {
          const layout = layoutDag(input)
          checkLaws(input, layout)
          expect(crossesCard(input, layout)).toBe(false)
          expect(layoutDag(input)).toEqual(layout)
        }),
        { numRuns: most > 50 ? 30 : 60 },
      )
  })
  it('draws circles, loops and double edges without failing', () => {
    const nodes = Array.from({ length: 100 }, () => ({ width: 208, height: 72 }))
    for (const count of [3, 100]) {
      const edges = Array.from({ length: count }, (_, index) => ({
        from: index,
        to: (index + 1) % count,
        label: 0,
      }))
      const twice = [...edges, { from: 0, to: 1, label: 0 }, { from: 2, to: 2, label: 0 }]
      const layout = layoutDag({ nodes: nodes.slice(0, count), edges: twice })
      expect(layout.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
      expect(layout.edges.at(-1)?.points).toEqual([])
    }
  })
  it('keeps the order of the text among those that are alike', () => {
    const nodes = Array.from({ length: 5 }, () => ({ width: 100, height: 50 }))
    const fan = [1, 2, 3, 4].map((to) => ({ from: 0, to, label: 0 }))
    const { nodes: placed } = layoutDag({ nodes, edges: fan })
    const across = placed.slice(1).map(({ x }) => x)
    expect(across).toEqual(across.toSorted((a, b) => a - b))
    const loose = layoutDag({ nodes, edges: [] })
    expect(loose.nodes.slice(0, dagMetrics.looseRow).map(({ y }) => y)).toEqual([0, 0, 0, 0])
    expect(loose.nodes[4]?.y).toBeGreaterThan(50)
  })
  it('takes a thousand cards in a moment', () => {
    const nodes = Array.from({ length: 1000 }, () => ({ width: 208, height: 72 }))
    const edges = Array.from({ length: 1800 }, (_, index) => {
      const to = 1 + (index % 999)
      return { from: Math.max(0, to - 1 - ((index * 7919) % 23)), to, label: 0 }
    })
    const start = performance.now()
    layoutDag({ nodes, edges })
    expect(performance.now() - start).toBeLessThan(1500)
  })
})

describe('places in a graph', () => {
  const nodes = Array.from({ length: 4 }, () => ({ width: 200, height: 72 }))
  const edges = [
    { from: 0, to: 1, label: 0 },
    { from: 0, to: 2, label: 0 },
    { from: 1, to: 3, label: 0 },
    { from: 2, to: 3, label: 0 },
  ]
  const layout = layoutDag({ nodes, edges })
  it('are walked by arrows', () => {
    expect(dagNeighbour(layout, 0, 'up')).toBeUndefined()
    expect(dagNeighbour(layout, 0, 'down')).toBe(1)
    expect(dagNeighbour(layout, 1, 'right')).toBe(2)
    expect(dagNeighbour(layout, 2, 'left')).toBe(1)
    expect(dagNeighbour(layout, 2, 'down')).toBe(3)
    expect(dagNeighbour(layout, 2, 'right')).toBeUndefined()
  })
  it('take drops on cards, on edges and beside', () => {
    const [first] = layout.nodes
    const on = { x: (first?.x ?? 0) + 10, y: (first?.y ?? 0) + 10 }
    expect(dagTargetAt(layout, edges, on).place).toEqual({ after: [0], before: [] })
    const { label } = layout.edges[3] ?? { label: { x: 0, y: 0 } }
    expect(dagTargetAt(layout, edges, label).place).toEqual({ after: [2], before: [3] })
    const away = { x: 5000, y: 5000 }
    expect(dagTargetAt(layout, edges, away).place).toEqual({ after: [], before: [] })
    expect(dagTargets(layout, edges)).toHaveLength(1 + 4 + 4)
  })
  it('have edges as paths', () => {
    expect(edgePath([])).toBe('')
    expect(
      edgePath([
        { x: 0, y: 0 },
        { x: 10, y: 20 },
        { x: 10, y: 40 },
      ]),
    ).toBe('M0 0C0 10 10 10 10 20V40')
  })
  it('are taken by their ends on their way', () => {
    const way = [
      { x: 0, y: 0 },
      { x: 100, y: 80 },
      { x: 100, y: 160 },
    ]
    const from = edgePoint(way, 'from', 18)
    // Where the curve C0 40 100 40 100 80 is at a height of 18.
    expect(from.y).toBe(18)
    expect(from.x).toBeCloseTo(8.35, 2)
    expect(edgePoint(way, 'to', 18)).toEqual({ x: 100, y: 142 })
    expect(edgePoint(way.slice(0, 2), 'from', 90).y).toBe(40)
  })
})
