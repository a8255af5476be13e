import { dagMetrics, type DagInput } from './model.ts'

/** What a layered layout finds: coordinates of the middle of each box, and where long edges pass the rows between. */
export interface Layered {
  readonly x: readonly number[]
  /** Index of the row of each box. */
  readonly row: readonly number[]
  /** Of each edge, where it passes the rows between those of its ends, from the first to the last. */
  readonly bends: readonly (readonly number[])[]
}

/** More bends than this are not worth their time: the longest edges go straight then. */
const MOST_BENDS = 30_000
const SWEEPS = 8

/**
 * A layered layout that takes about linear time: rows by the longest way, few crossings by sweeps over barycentres, and in each row the
 * places nearest to the neighbours' that keep the order and the gaps. For graphs that a library would take seconds for.
 */
export function layered({ nodes, edges }: DagInput): Layered {
  const forward = withoutCircles(nodes.length, edges)
  const row = rows(nodes.length, forward)
  const parts = split(nodes, forward, row)
  const order = ordered(parts)
  const x = placed(parts, order)
  const bends = edges.map((edge, index) => {
    const passed = (parts.chains[index] ?? []).map((part) => x[part] ?? 0)
    return row[edge.from] !== undefined && (row[edge.from] ?? 0) > (row[edge.to] ?? 0)
      ? passed.toReversed()
      : passed
  })
  return { x: x.slice(0, nodes.length), row, bends }
}

interface Edge {
  readonly from: number
  readonly to: number
}

/** The edges, with those turned round that would close a circle. */
function withoutCircles(count: number, edges: readonly Edge[]): readonly Edge[] {
  const out: number[][] = Array.from({ length: count }, () => [])
  for (const [index, { from }] of edges.entries()) out[from]?.push(index)
  const state = new Uint8Array(count)
  const turned = new Set<number>()
  for (let start = 0; start < count; start++) {
    if (state[start] !== 0) continue
    const stack = [{ node: start, next: 0 }]
    state[start] = 1
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const index = out[top.node]?.[top.next++]
      const to = index === undefined ? undefined : edges[index]?.to
      if (index === undefined || to === undefined) {
        state[top.node] = 2
        stack.pop()
      } else if (state[to] === 1) turned.add(index)
      else if (state[to] === 0) {
        state[to] = 1
        stack.push({ node: to, next: 0 })
      }
    }
  }
  return edges.map((edge, index) => (turned.has(index) ? { from: edge.to, to: edge.from } : edge))
}

/** The row of each box: one below the lowest that it comes after; those that come after none stand right above the first that they precede. */
function rows(count: number, edges: readonly Edge[]): number[] {
  const row = new Array<number>(count).fill(0)
  const out: number[][] = Array.from({ length: count }, () => [])
  const before = new Uint32Array(count)
  for (const { from, to } of edges) {
    if (from === to) continue
    out[from]?.push(to)
    before[to] = (before[to] ?? 0) + 1
  }
  const hasNone = [...before.keys()].filter((node) => before[node] === 0)
  const waiting = [...hasNone]
  for (let at = 0; at < waiting.length; at++) {
    const node = waiting[at] ?? 0
    for (const to of out[node] ?? []) {
      row[to] = Math.max(row[to] ?? 0, (row[node] ?? 0) + 1)
      before[to] = (before[to] ?? 1) - 1
      if (before[to] === 0) waiting.push(to)
    }
  }
  for (const node of hasNone) {
    const next = out[node] ?? []
    const first = next.reduce((least, to) => Math.min(least, row[to] ?? 0), Infinity)
    if (Number.isFinite(first)) row[node] = Math.max(0, first - 1)
  }
  return row
}

/** Boxes, and behind them the places where long edges pass a row, all of them parts of rows with neighbours above and below. */
interface Parts {
  readonly width: readonly number[]
  readonly isBend: readonly boolean[]
  readonly row: readonly number[]
  readonly up: readonly (readonly number[])[]
  readonly down: readonly (readonly number[])[]
  readonly rowCount: number
  /** Of each edge, its bends from the upper end to the lower. */
  readonly chains: readonly (readonly number[])[]
}

function split(nodes: DagInput['nodes'], edges: readonly Edge[], rowOf: readonly number[]): Parts {
  const width = nodes.map((node) => node.width)
  const isBend = nodes.map(() => false)
  const row = [...rowOf]
  const up: number[][] = nodes.map(() => [])
  const down: number[][] = nodes.map(() => [])
  const link = (upper: number, lower: number): void => {
    down[upper]?.push(lower)
    up[lower]?.push(upper)
  }
  const chains = edges.map(({ from, to }) => {
    const chain: number[] = []
    const length = (row[to] ?? 0) - (row[from] ?? 0)
    if (from === to || length < 1) return chain
    let last = from
    if (width.length + length - nodes.length < MOST_BENDS)
      for (let step = 1; step < length; step++) {
        const part = width.length
        width.push(0)
        isBend.push(true)
        row.push((row[from] ?? 0) + step)
        up.push([])
        down.push([])
        link(last, part)
        chain.push(part)
        last = part
      }
    if (chain.length === length - 1) link(last, to)
    return chain
  })
  const rowCount = row.reduce((most, each) => Math.max(most, each + 1), 0)
  return { width, isBend, row, up, down, rowCount, chains }
}

/** The parts of each row from left to right. They begin in the order of the text, and change it only to cross less. */
function ordered({ row, up, down, rowCount }: Parts): number[][] {
  let order: number[][] = Array.from({ length: rowCount }, () => [])
  for (const [part, at] of row.entries()) order[at]?.push(part)
  const place = new Float64Array(row.length)
  const note = (line: readonly number[]): void => {
    for (const [at, part] of line.entries()) place[part] = at
  }
  order.forEach(note)
  let best = order
  let fewest = crossings(order, down, place)
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const isDown = sweep % 2 === 0
    const next = order.map((line) => [...line])
    for (let step = 1; step < rowCount; step++) {
      const at = isDown ? step : rowCount - 1 - step
      const line = next[at]
      if (line === undefined) continue
      const middle = new Map(
        line.map((part) => {
          const beside = (isDown ? up : down)[part] ?? []
          return [part, beside.length === 0 ? (place[part] ?? 0) : mean(beside, place)]
        }),
      )
      line.sort(
        (a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || (place[a] ?? 0) - (place[b] ?? 0),
      )
      note(line)
    }
    order = next
    const count = crossings(order, down, place)
    if (count < fewest) {
      fewest = count
      best = order
    }
  }
  best.forEach(note)
  return best
}

function mean(parts: readonly number[], of: ArrayLike<number>): number {
  return parts.reduce((sum, part) => sum + (of[part] ?? 0), 0) / parts.length
}

/** How many edges cross between neighbouring rows, counted with a tree of sums. */
function crossings(
  order: readonly (readonly number[])[],
  down: Parts['down'],
  place: Float64Array,
): number {
  let total = 0
  for (const [at, line] of order.entries()) {
    const size = (order[at + 1]?.length ?? 0) + 1
    const sums = new Uint32Array(size + 1)
    let seen = 0
    for (const part of line) {
      const ends = (down[part] ?? []).map((lower) => place[lower] ?? 0)
      for (const end of ends) {
        let left = 0
        for (let index = end + 1; index > 0; index -= index & -index) left += sums[index] ?? 0
        total += seen - left
      }
      for (const end of ends) {
        seen++
        for (let index = end + 1; index <= size; index += index & -index)
          sums[index] = (sums[index] ?? 0) + 1
      }
    }
  }
  return total
}

/** Where the middle of each part is: as near to its neighbours as order and gaps allow. */
function placed(parts: Parts, order: readonly (readonly number[])[]): number[] {
  const { width, up, down, isBend } = parts
  const x = new Array<number>(width.length).fill(0)
  for (const line of order) spread(line, parts, x, () => 0)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0
    const lines = isDown ? order : order.toReversed()
    for (const line of lines) {
      spread(line, parts, x, (part) => {
        const near = (isDown ? up : down)[part] ?? []
        const far = (isDown ? down : up)[part] ?? []
        // The last sweeps look both ways, so that a box stands between what is above and what is below.
        const beside = sweep >= SWEEPS - 3 ? [...near, ...far] : near.length > 0 ? near : far
        if (beside.length === 0) return x[part] ?? 0
        const bent = beside.find((other) => isBend[other] === true)
        return isBend[part] === true && bent !== undefined && beside.length === 1
          ? (x[bent] ?? 0)
          : mean(beside, x)
      })
    }
  }
  return x
}

/**
 * Moves the parts of a row to where they want to be, as far as their order and the gaps allow: the sum of squared distances is the least
 * there is (by pooling neighbours that press on each other).
 */
function spread(
  line: readonly number[],
  { width, isBend }: Parts,
  x: number[],
  wanted: (part: number) => number,
): void {
  interface Block {
    sum: number
    weight: number
    readonly first: number
  }
  const offsets: number[] = []
  let offset = 0
  for (const [at, part] of line.entries()) {
    const before = line[at - 1]
    if (before !== undefined) {
      const gap = isBend[part] === true || isBend[before] === true ? 'edgeGap' : 'nodeGap'
      offset += ((width[before] ?? 0) + (width[part] ?? 0)) / 2 + dagMetrics[gap]
    }
    offsets.push(offset)
  }
  const blocks: Block[] = []
  for (const [at, part] of line.entries()) {
    const weight = isBend[part] === true ? 2 : 1
    blocks.push({ sum: (wanted(part) - (offsets[at] ?? 0)) * weight, weight, first: at })
    for (;;) {
      const last = blocks.at(-1)
      const other = blocks.at(-2)
      if (last === undefined || other === undefined) break
      if (other.sum / other.weight <= last.sum / last.weight) break
      blocks.pop()
      other.sum += last.sum
      other.weight += last.weight
    }
  }
  for (const [index, block] of blocks.entries()) {
    const end = blocks[index + 1]?.first ?? line.length
    for (let at = block.first; at < end; at++) {
      const part = line[at]
      if (part !== undefined) x[part] = block.sum / block.weight + (offsets[at] ?? 0)
    }
  }
}
