import type { RunNode } from '../node.ts'
import { runNameOf } from '../mocks/match.ts'
import type { EarlierRun, Span } from './earlier-run.ts'
import { placeOf, type TimedPlace } from './place.ts'

/** What is alike of two nodes, from the most to the least: the first of these that an earlier run has decides. */
const likenesses: readonly ((place: TimedPlace) => string | undefined)[] = [
  // The node itself, with its item and attempt.
  ({ path }) => path,
  // The same item at another index, and whichever attempt.
  ({ path }) => path.replace(/\(\d+:/g, '(').replace(/\(\d+\)$/, ''),
  // The same step in the same place, with whichever items.
  ({ path }) => withoutItems(path),
  ({ step, template }) => (template === undefined ? undefined : `${step} ${template}`),
  // Its template may have another name by now, or it may be another step.
  ({ step }) => step,
  ({ template }) => template,
]

/** How long a node takes, by whether it fails; nothing where no earlier run tells. */
export type FindDuration = (node: RunNode, hasFailed: boolean) => number | undefined

/**
 * Looks durations up in earlier runs: of the node of the same name, else of the same step, else of the same template, the median of all that
 * are as much alike. A step that succeeds is told of by pods that did; one that fails by those that failed, and by others if none did.
 */
export function durationsIn(runs: readonly EarlierRun[]): FindDuration {
  const spans = runs.flatMap((run) => run.spans)
  const succeeded = lookUp(spans.filter(({ hasFailed }) => !hasFailed))
  const failed = lookUp(spans.filter(({ hasFailed }) => hasFailed))
  return (node, hasFailed) => {
    const place = placeOf(node, runNameOf(node))
    return (hasFailed ? failed(place) : undefined) ?? succeeded(place)
  }
}

function lookUp(spans: readonly Span[]): (place: TimedPlace) => number | undefined {
  const tables = likenesses.map((keyOf) => {
    const table = new Map<string, number[]>()
    for (const span of spans) {
      const key = keyOf(span)
      if (key === undefined) continue
      const known = table.get(key)
      if (known === undefined) table.set(key, [span.duration])
      else known.push(span.duration)
    }
    return { keyOf, medians: new Map([...table].map(([key, list]) => [key, median(list)])) }
  })
  return (place) => {
    for (const { keyOf, medians } of tables) {
      const key = keyOf(place)
      const found = key === undefined ? undefined : medians.get(key)
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** The one in the middle; between the two in the middle of an even number, in whole milliseconds. */
function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return Math.round((low + high) / 2)
}

/** A name without what stands in parentheses: items and attempts. */
function withoutItems(path: string): string {
  let depth = 0
  let rest = ''
  for (const char of path) {
    if (char === '(') depth += 1
    if (depth === 0) rest += char
    if (char === ')' && depth > 0) depth -= 1
  }
  return rest
}
