import { findTags } from '../../expression/index.ts'
import type { TriedValue } from './standing.ts'

/** Of a tag no more values are told. */
const MOST_VALUES = 6

/**
 * What the tags of a condition stood for, by the texts that it became in runs. Argo fills tags in at several times, so only the last text has
 * them all.
 */
export function triedIn(text: string, filled: readonly string[]): readonly TriedValue[] {
  const tags = findTags(text)
  const pattern = new RegExp(`^${patternOf(text, tags)}$`, 's')
  const found = [...new Set(filled)].flatMap((one) => pattern.exec(one)?.slice(1) ?? [])
  return tags.map(({ range }, at): TriedValue => {
    const own = found.filter((_, index) => index % tags.length === at)
    const values = [...new Set(own)].sort(byValue)
    return {
      tag: text.slice(range.from, range.to),
      values: values.slice(0, MOST_VALUES),
      isCut: values.length > MOST_VALUES,
    }
  })
}

/** Numbers by their size, texts by their letters, so that it does not matter in which order runs were tried. */
function byValue(a: string, b: string): number {
  const difference = Number(a) - Number(b)
  if (difference !== 0 && !Number.isNaN(difference)) return difference
  return a < b ? -1 : 1
}

/** What fits a text whatever its tags became. */
function patternOf(text: string, tags: ReturnType<typeof findTags>): string {
  let pattern = ''
  let at = 0
  for (const { range } of tags) {
    pattern += `${escaped(text.slice(at, range.from))}(.*?)`
    at = range.to
  }
  return pattern + escaped(text.slice(at))
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
