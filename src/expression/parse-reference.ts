import { classify, type Segment } from './classify.ts'
import type { Reference } from './reference.ts'

/**
 * Reads the body of a simple tag. Ranges count from the start of the body. Undefined for what Argo gives no
 * meaning: an unknown first part, empty parts, white space.
 */
export function parseReference(body: string): Reference | undefined {
  if (body === '' || /\s/.test(body)) return undefined
  const segments: Segment[] = []
  let from = 0
  for (const name of body.split('.')) {
    if (name === '') return undefined
    const range = { from, to: from + name.length }
    segments.push({
      name,
      range,
      access: { from: Math.max(0, from - 1), to: range.to },
      style: 'dotted',
    })
    from = range.to + 1
  }
  return classify(segments, 'tag')
}
