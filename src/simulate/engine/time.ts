import { err, ok, type Result } from '../../base/index.ts'
import { readDuration } from '../../schedule/index.ts'
import { fault, type Trouble } from './trouble.ts'

/** A moment as Go writes it by RFC 3339, in whole seconds of UTC. In: milliseconds since 1970. */
export function goTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/** A duration in milliseconds: a whole number of seconds, or Go's `1h30m` (Argo: `ParseStringToDuration`). */
export function milliseconds(text: string): Result<number, Trouble> {
  if (/^[+-]?\d+$/.test(text)) return ok(Number(text) * 1000)
  const seconds = readDuration(text)
  if (seconds.ok) return ok(seconds.value * 1000)
  const reason = `time: invalid duration ${JSON.stringify(text)}`
  return err(fault(`unable to parse ${text} as a duration: ${reason}`))
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The letters that may follow `workflow.creationTimestamp.` (Argo: `strftime.FormatChars`). */
export const timeFormats: readonly string[] = [...'BbmAadHIMSYypZzL']

/** One part of a moment in UTC, by the letter of `strftime` that Argo knows. In: milliseconds since 1970. */
export function strftime(at: number, format: string): string {
  const time = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = days[time.getUTCDay()] ?? ''
  const month = months[time.getUTCMonth()] ?? ''
  const parts: Readonly<Record<string, string>> = {
    B: month,
    b: month.slice(0, 3),
    m: two(time.getUTCMonth() + 1),
    A: day,
    a: day.slice(0, 3),
    d: two(time.getUTCDate()),
    H: two(time.getUTCHours()),
    I: two(time.getUTCHours() % 12 || 12),
    M: two(time.getUTCMinutes()),
    S: two(time.getUTCSeconds()),
    Y: String(time.getUTCFullYear()),
    y: two(time.getUTCFullYear() % 100),
    p: time.getUTCHours() < 12 ? 'AM' : 'PM',
    Z: 'UTC',
    z: '+0000',
    L: `.${String(time.getUTCMilliseconds()).padStart(3, '0')}`,
  }
  return parts[format] ?? ''
}
