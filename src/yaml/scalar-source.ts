import type { TextRange } from '../base/index.ts'
import type { Located, YamlScalar } from './tree.ts'

/**
 * Where in the text a part of a scalar's value is written, escapes, folded lines and indentation allowed for. Nothing where that cannot be
 * told, as in a scalar that was mended to be read at all. An empty part gives an empty range.
 */
export function sourceRange(
  text: string,
  scalar: Located<YamlScalar>,
  { from, to }: TextRange,
): TextRange | undefined {
  const starts = align(text, scalar)
  const start = starts?.[from]
  const last = starts?.[Math.max(from, to - 1)]
  if (starts === undefined || start === undefined || last === undefined) return undefined
  return { from: start, to: to > from ? last + widthAt(text, last, scalar.node) : start }
}

/** The offset in a scalar's value that an offset of the text means: of several the last. Nothing as for `sourceRange`. */
export function valueOffset(
  text: string,
  scalar: Located<YamlScalar>,
  offset: number,
): number | undefined {
  const starts = align(text, scalar)
  if (starts === undefined) return undefined
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Where each character of the value begins in the text, and as the last one where the value ends. */
function align(text: string, { node, start, end }: Located<YamlScalar>): number[] | undefined {
  const { value, style } = node
  const starts: number[] = []
  let at = start + (node.props?.length ?? 0)
  if (style === 'single' || style === 'double') at++
  // The first line of a block says how the rest is read.
  if (style === 'literal' || style === 'folded') at = endOfLine(text, at)
  for (let index = 0; index < value.length; index++) {
    const wanted = value[index]
    while (at < end && !isAt(text, at, wanted, style)) {
      const blank = blankAt(text, at, style)
      if (blank === 0) return undefined
      at += blank
    }
    // A block may end before the line break that it stands for.
    if (at >= end && wanted !== '\n') return undefined
    starts.push(at)
    // One escape may stand for two code units.
    if (
      style === 'double' &&
      text.startsWith('\\U', at) &&
      /[\uDC00-\uDFFF]/.test(value[index + 1] ?? '')
    ) {
      starts.push(at)
      index++
    }
    at += widthAt(text, at, node)
  }
  starts.push(Math.min(at, end))
  return starts
}

function isAt(
  text: string,
  at: number,
  wanted: string | undefined,
  style: YamlScalar['style'],
): boolean {
  const found = text[at]
  if (style === 'double' && found === '\\') return !/[\r\n]/.test(text[at + 1] ?? '')
  if (found === wanted) return true
  // A line break inside a value is a space, where the lines are folded; a lone CR is a line break.
  const isBreak = found === '\n' || (found === '\r' && text[at + 1] !== '\n')
  return isBreak && (wanted === ' ' ? style !== 'literal' : wanted === '\n')
}

/** How many characters at a place belong to no character of the value: white space, and escaped line breaks. */
function blankAt(text: string, at: number, style: YamlScalar['style']): number {
  const found = text[at] ?? ''
  if (style === 'double' && found === '\\') return text.startsWith('\\\r\n', at) ? 3 : 2
  return /\s/.test(found) ? 1 : 0
}

const escapeWidths: Readonly<Partial<Record<string, number>>> = { x: 4, u: 6, U: 10 }

function widthAt(text: string, at: number, { style }: YamlScalar): number {
  if (style === 'single' && text.startsWith("''", at)) return 2
  if (style === 'double' && text[at] === '\\') return escapeWidths[text[at + 1] ?? ''] ?? 2
  return 1
}

function endOfLine(text: string, from: number): number {
  const found = /\r\n|\r|\n/g
  found.lastIndex = from
  return found.exec(text) === null ? text.length : found.lastIndex
}
