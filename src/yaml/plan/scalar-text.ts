import { splitLines } from '../lines.ts'
import { resolvePlain } from '../scalar.ts'
import type { ScalarStyle } from '../tree.ts'
import { isLiteralSafe, isPlainSafe, printQuoted } from './print.ts'
import type { TextStyle } from './style.ts'

/** Where a scalar is to stand. */
export interface ScalarPlace {
  /** Inside brackets or braces. */
  readonly flow: boolean
  /** Column of the key or dash that the scalar belongs to; block scalars are indented from it. */
  readonly parentColumn: number
  /** Column of the lines of a block scalar; by default one indent more than the parent. */
  readonly contentColumn?: number
  readonly style: TextStyle
}

/**
 * The text of a string as a scalar. It keeps the style `like` of the scalar that it takes the place of, as far as that can
 * carry it: plain stays plain, quotes stay, a block stays a block. Without `like`, strings of several lines become
 * literal blocks and others plain or quoted.
 */
export function scalarText(value: string, place: ScalarPlace, like?: ScalarStyle): string {
  const block = !place.flow && isLiteralSafe(value)
  if (like === 'folded' && block && isOneLine(value)) return blockText('>', value, place)
  if ((like === 'literal' || like === 'folded') && block) return blockText('|', value, place)
  // Line breaks at the end depend on what follows a block, so a new string that has several is quoted.
  if (value.endsWith('\n\n')) return printQuoted(value, 'double')
  if (value.includes('\n'))
    return block ? blockText('|', value, place) : printQuoted(value, 'double')
  if (like === 'single' || like === 'double') return printQuoted(value, like)
  if (isPlainSafe(value, place.flow)) return value
  return printQuoted(value, preferredQuotes(value, place.style))
}

/**
 * Whether `after` may stand plain because `before` did and both are of one type that is not a string: `3` for `2`. It must be written
 * as that type prints: `0755` would be read as 493.
 */
export function sameTypePlain(before: string, after: string): boolean {
  const [old, value] = [resolvePlain(before), resolvePlain(after)]
  if (typeof old === 'string' || value === null) return false
  return typeof value === typeof old && String(value) === after
}

function preferredQuotes(value: string, style: TextStyle): 'single' | 'double' {
  if (value.includes('"') && !value.includes("'")) return 'single'
  if (value.includes("'") && !value.includes('"')) return 'double'
  return style.singleQuotes ? 'single' : 'double'
}

function isOneLine(value: string): boolean {
  return !value.replace(/\n$/, '').includes('\n') && !/^\s/.test(value)
}

function blockText(indicator: '|' | '>', value: string, place: ScalarPlace): string {
  const { style, parentColumn } = place
  const column = place.contentColumn ?? parentColumn + style.indent
  const trailing = /\n*$/.exec(value)?.[0].length ?? 0
  const chomping = trailing === 0 ? '-' : trailing === 1 ? '' : '+'
  const lines = splitLines(value.slice(0, value.length - trailing))
  // A first line that begins with a blank would be taken for indentation, so the indentation must be said.
  const first = lines.find((line) => line !== '') ?? ''
  const digit = /^[ \t]/.test(first) ? String(column - parentColumn) : ''
  const body = lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line))
  const kept = Array.from({ length: Math.max(0, trailing - 1) }, () => '')
  return [`${indicator}${digit}${chomping}`, ...body, ...kept].join(style.lineBreak)
}
