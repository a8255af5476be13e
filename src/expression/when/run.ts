import type { TextRange } from '../../base/index.ts'
import { findTags } from '../tags.ts'
import type { Replacement } from './problem.ts'

/**
 * What was most likely meant as one text: everything around a place without a gap, up to quotes, parentheses and commas. Tags
 * belong to it as a whole.
 */
export function runAround(text: string, { from, to }: TextRange): TextRange {
  const tags = findTags(text).map(({ range }) => range)
  const ends = (at: number): boolean => /[\s()"',]/.test(text[at] ?? ' ')
  let [first, last] = [from, to]
  for (;;) {
    const tag = tags.find((range) => range.to === first)
    if (tag) first = tag.from
    else if (first > 0 && !ends(first - 1)) first--
    else break
  }
  for (;;) {
    const tag = tags.find((range) => range.from === last)
    if (tag) last = tag.to
    else if (last < text.length && !ends(last)) last++
    else break
  }
  return { from: first, to: last }
}

/** The replacement that puts double quotes around a part of a condition; none where it holds quotes or operators of comparison. */
export function quoteRun(text: string, range: TextRange): { readonly replacement?: Replacement } {
  const run = text.slice(range.from, range.to)
  const outside = findTags(run).reduceRight(
    (rest, tag) => rest.slice(0, tag.range.from) + rest.slice(tag.range.to),
    run,
  )
  if (/["'\\]|[=!<>]=|[=!]~|&&|\|\|/.test(outside)) return {}
  return { replacement: { range, text: `"${run}"` } }
}
