/** One part of a layout: a text that stands for itself, or a piece of the reference time. */
export interface LayoutPart {
  readonly kind: 'text' | Piece
  readonly text: string
}

export type Piece =
  | 'year'
  | 'short-year'
  | 'month'
  | 'zero-month'
  | 'month-name'
  | 'short-month-name'
  | 'weekday'
  | 'short-weekday'
  | 'day'
  | 'zero-day'
  | 'space-day'
  | 'zero-year-day'
  | 'space-year-day'
  | 'hour'
  | 'hour-12'
  | 'zero-hour-12'
  | 'minute'
  | 'zero-minute'
  | 'second'
  | 'zero-second'
  | 'PM'
  | 'pm'
  | 'zone-name'
  | 'offset'
  | 'z-offset'
  | 'fraction'
  | 'short-fraction'

/** The pieces as they are written in the reference time, longer ones first where one begins another. */
const pieces: readonly (readonly [Piece, RegExp])[] = [
  ['month-name', /January/y],
  ['short-month-name', /Jan(?![a-z])/y],
  ['weekday', /Monday/y],
  ['short-weekday', /Mon(?![a-z])/y],
  ['zone-name', /MST/y],
  ['zero-month', /01/y],
  ['zero-day', /02/y],
  ['zero-hour-12', /03/y],
  ['zero-minute', /04/y],
  ['zero-second', /05/y],
  ['short-year', /06/y],
  ['zero-year-day', /002/y],
  ['hour', /15/y],
  ['month', /1/y],
  ['year', /2006/y],
  ['day', /2/y],
  ['space-day', /_2(?!006)/y],
  ['space-year-day', /__2/y],
  ['hour-12', /3/y],
  ['minute', /4/y],
  ['second', /5/y],
  ['PM', /PM/y],
  ['pm', /pm/y],
  ['offset', /-07(?:0000|:00:00|00|:00)?/y],
  ['z-offset', /Z07(?:0000|:00:00|00|:00)?/y],
  ['fraction', /[.,]0+(?!\d)/y],
  ['short-fraction', /[.,]9+(?!\d)/y],
]

const MAX_KEPT = 100
const kept = new Map<string, readonly LayoutPart[]>()

/** Cuts a layout of Go, which writes the reference time as it should look: Mon Jan 2 15:04:05 MST 2006. */
export function cutLayout(layout: string): readonly LayoutPart[] {
  const known = kept.get(layout)
  if (known !== undefined) return known
  const parts = cut(layout)
  if (kept.size < MAX_KEPT) kept.set(layout, parts)
  return parts
}

function cut(layout: string): LayoutPart[] {
  const parts: LayoutPart[] = []
  let text = ''
  let at = 0
  while (at < layout.length) {
    const found = pieceAt(layout, at)
    if (found === undefined) {
      text += layout[at] ?? ''
      at++
      continue
    }
    if (text !== '') parts.push({ kind: 'text', text })
    text = ''
    parts.push(found)
    at += found.text.length
  }
  if (text !== '') parts.push({ kind: 'text', text })
  return parts
}

function pieceAt(layout: string, at: number): LayoutPart | undefined {
  for (const [kind, pattern] of pieces) {
    pattern.lastIndex = at
    const match = pattern.exec(layout)
    if (match) return { kind, text: match[0] }
  }
  return undefined
}
