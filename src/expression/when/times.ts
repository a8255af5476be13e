import { parseTime } from '../go/time/parse.ts'
import { printTime } from '../go/time/format.ts'
import type { QuotedTime } from './token.ts'

/** The layouts that govaluate tries for a quoted text, in its order. */
const layouts: readonly string[] = [
  'Mon Jan _2 15:04:05 2006',
  'Mon Jan _2 15:04:05 MST 2006',
  'Mon Jan 02 15:04:05 -0700 2006',
  '3:04PM',
  '2006-01-02T15:04:05Z07:00',
  '2006-01-02T15:04:05.999999999Z07:00',
  '2006-01-02',
  '2006-01-02 15:04',
  '2006-01-02 15:04:05',
  '2006-01-02 15:04:05-07:00',
  '2006-01-02T15Z0700',
  '2006-01-02T15:04Z0700',
  '2006-01-02T15:04:05Z0700',
  '2006-01-02T15:04:05.999999999Z0700',
]

/** The time that govaluate reads from a quoted text, where the zone of the machine is UTC, as in Argo's container. */
export function readTime(text: string): QuotedTime | undefined {
  // All layouts begin with a digit or the name of a day.
  if (!/^(?:\d|mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return undefined
  for (const layout of layouts) {
    const time = parseTime(layout, text)
    if (time) return { seconds: time.seconds, shown: printTime(time) }
  }
  return undefined
}
