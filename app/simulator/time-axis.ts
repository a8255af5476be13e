/** A stretch of time, in milliseconds. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

/** No stretch is shown that is shorter, in milliseconds. */
const SHORTEST = 10

/** A stretch around a moment that stays where it is; no longer than the whole, and within it. A factor below 1 shows less time, in more detail. */
export function zoomed(span: TimeSpan, whole: TimeSpan, at: number, factor: number): TimeSpan {
  const length = span.to - span.from
  const wanted = Math.max(SHORTEST, length * factor)
  const from = at - ((at - span.from) * wanted) / Math.max(1, length)
  return within({ from, to: from + wanted }, whole)
}

/** The stretch some time later, or earlier, as far as there is time. */
export function panned({ from, to }: TimeSpan, whole: TimeSpan, by: number): TimeSpan {
  return within({ from: from + by, to: to + by }, whole)
}

/** A stretch moved into the whole; the whole where it is longer. */
export function within({ from, to }: TimeSpan, whole: TimeSpan): TimeSpan {
  const length = to - from
  if (length >= whole.to - whole.from) return whole
  const start = Math.min(Math.max(from, whole.from), whole.to - length)
  return { from: start, to: start + length }
}

/** Where a bar begins and how long it is, in hundredths of what is shown; nothing where it is out of sight. One that takes no time can be seen, too. */
export function barOf(
  from: number,
  to: number,
  { from: start, to: end }: TimeSpan,
): { readonly left: number; readonly width: number } | undefined {
  if (to < start || from > end) return undefined
  const place = (time: number): number => (100 * (time - start)) / Math.max(1, end - start)
  // What begins or goes on out of sight ends a little behind the edge.
  const left = Math.min(99.5, Math.max(-1, place(from)))
  return { left, width: Math.max(0.5, Math.min(101, place(to)) - left) }
}

/** A mark of the axis. */
export interface Tick {
  /** The moment, as the span since the beginning. */
  readonly at: number
  readonly words: string
}

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000]

const units = [
  [day, 'd'],
  [hour, 'h'],
  [minute, 'min'],
] as const

/** How far marks may be apart, in milliseconds. */
const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => count * day),
]

/** Pixels that a letter of a mark takes at most. */
export const LETTER = 6.5
/** Pixels between two marks. */
const GAP = 16

/** The marks of an axis that is so many pixels wide, as many as can be read. Times are spans since the beginning of the run. */
export function ticksOf(span: TimeSpan, width: number): readonly Tick[] {
  const perPixel = (span.to - span.from) / Math.max(1, width)
  for (const step of STEPS) {
    // Further apart than a mark is wide, or it need not be tried.
    if (step / perPixel < 4 * LETTER + GAP) continue
    const ticks = ticksAt(span, step)
    const widest = Math.max(0, ...ticks.map(({ words }) => words.length)) * LETTER
    if (step / perPixel >= widest + GAP) return ticks
  }
  return []
}

function ticksAt({ from, to }: TimeSpan, step: number): readonly Tick[] {
  const ticks: Tick[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step)
    ticks.push({ at, words: momentWords(at) })
  return ticks
}

/** A moment of a run in letters, by the milliseconds since its beginning, exactly: `0 s`, `0.25 s`, `1 min 30 s`, `1 d 12 h`. */
export function momentWords(at: number): string {
  const parts: string[] = []
  let rest = at
  for (const [unit, name] of units) {
    const count = Math.floor(rest / unit)
    rest -= count * unit
    if (count > 0) parts.push(`${String(count)} ${name}`)
  }
  if (rest > 0 || parts.length === 0) parts.push(`${String(rest / second)} s`)
  return parts.join(' ')
}
