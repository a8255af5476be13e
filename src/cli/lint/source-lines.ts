import stringWidth from 'string-width'
import type { TextRange } from '../../base/index.ts'

/** A line of source for people, and the marks below it. */
export interface MarkedLine {
  readonly source: string
  readonly marks: string
}

/** What a reader sees as one character. */
interface Grapheme {
  readonly text: string
  readonly width: number
  readonly isMarked: boolean
}

/** The most columns of a line that are shown. */
const MOST = 120

/** How many columns before the marks are kept of a line that is cut. */
const BEFORE = 40

/**
 * A line with marks under a part of it, in its own offsets; a part without a length has one mark. Tabs stay tabs in both lines, so that
 * the marks stand under what they mark whatever a tab is. Of a long line only what is around the part is shown.
 */
export function markLine(line: string, { from, to }: TextRange): MarkedLine {
  const all = graphemesOf(line, from, Math.max(to, from + 1))
  const first = all.findIndex(({ isMarked }) => isMarked)
  const start = first < 0 ? all.length : first
  const total = sumOf(all)
  const begin = total <= MOST ? 0 : behindWidth(all, start)
  const end = total <= MOST ? all.length : withinWidth(all, begin)
  const shown = all.slice(begin, end)
  const ahead = begin > 0 ? '…' : ''
  const source = ahead + shown.map(({ text }) => text).join('') + (end < all.length ? '…' : '')
  const before = shown.slice(0, start - begin)
  const marked = shown.filter(({ isMarked }) => isMarked)
  const indent = before.map(({ text, width }) => (text === '\t' ? '\t' : ' '.repeat(width)))
  const marks = '^'.repeat(Math.max(1, sumOf(marked)))
  return { source, marks: `${ahead === '' ? '' : ' '}${indent.join('')}${marks}` }
}

/** Text without what would move the cursor of a terminal or end the line. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\t' ? character : '\uFFFD',
  )
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How much of a very long line is looked at, before the part and behind it. */
const WINDOW = 1_000

function graphemesOf(line: string, from: number, to: number): readonly Grapheme[] {
  const begin = Math.max(0, from - WINDOW)
  const text = printable(line.slice(begin, Math.max(to, from) + WINDOW))
  const found = [...segmenter.segment(text)].map(({ segment, index }) => ({
    text: segment,
    width: segment === '\t' ? 1 : stringWidth(segment),
    isMarked: begin + index < to && begin + index + segment.length > from,
  }))
  return found
}

/** Where a cut line begins, so that its marks are not far from there. */
function behindWidth(all: readonly Grapheme[], start: number): number {
  let width = 0
  let begin = start
  while (begin > 0 && width < BEFORE) width += all[--begin]?.width ?? 0
  return begin
}

/** Where a cut line ends. */
function withinWidth(all: readonly Grapheme[], begin: number): number {
  let width = 0
  let end = begin
  while (end < all.length && width < MOST) width += all[end++]?.width ?? 0
  return end
}

function sumOf(graphemes: readonly Grapheme[]): number {
  return graphemes.reduce((sum, { width }) => sum + width, 0)
}
