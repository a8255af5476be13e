import { err, ok, type Result } from '../../base/index.ts'
import { formatUtc } from '../../expression/index.ts'
import { readDuration } from '../../schedule/index.ts'
import { fault, type Trouble } from './trouble.ts'

/** A moment as Go writes it by RFC 3339, in whole seconds of UTC. In: milliseconds since 1970. */
export function goTime(at: number): string {
  return formatUtc(at, '2006-01-02T15:04:05Z07:00')
}

/** Reads a moment as RFC 3339 has it; nothing for anything else. Out: milliseconds since 1970. */
export function parseMoment(text: string): number | undefined {
  const isMoment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text)
  const moment = Date.parse(text.replace(' ', 'T').toUpperCase())
  return isMoment && Number.isFinite(moment) ? moment : undefined
}

/** A duration in milliseconds: a whole number of seconds, or Go's `1h30m` (Argo: `ParseStringToDuration`). */
export function milliseconds(text: string): Result<number, Trouble> {
  if (/^[+-]?\d+$/.test(text)) return ok(Number(text) * 1000)
  const seconds = readDuration(text)
  if (seconds.ok) return ok(seconds.value * 1000)
  const reason = `time: invalid duration ${JSON.stringify(text)}`
  return err(fault(`unable to parse ${text} as a duration: ${reason}`))
}

/** What the letters that may follow `workflow.creationTimestamp.` stand for, in Go's layouts (Argo: `strftime.FormatChars`). */
const layouts: ReadonlyMap<string, string> = new Map([
  ['B', 'January'],
  ['b', 'Jan'],
  ['m', '01'],
  ['A', 'Monday'],
  ['a', 'Mon'],
  ['d', '02'],
  ['H', '15'],
  ['I', '03'],
  ['M', '04'],
  ['S', '05'],
  ['Y', '2006'],
  ['y', '06'],
  ['p', 'PM'],
  ['Z', 'MST'],
  ['z', '-0700'],
  ['L', '.000'],
])

/** The parts of a moment in UTC, by the letter of `strftime`. In: milliseconds since 1970. */
export function timeParts(at: number): readonly (readonly [string, string])[] {
  return [...layouts].map(([letter, layout]) => [letter, formatUtc(at, layout)])
}
