import { Scanner } from './time-scanner.ts'
import type { GoTime } from './time-text.ts'

/**
 * The layouts that govaluate tries for a quoted text, in its order; what stands in braces are Go's names for the
 * parts of a time.
 */
const layouts: readonly string[] = [
  '{Mon} {Jan} {_2} {15}:{04}:{05} {2006}',
  '{Mon} {Jan} {_2} {15}:{04}:{05} {MST} {2006}',
  '{Mon} {Jan} {02} {15}:{04}:{05} {-0700} {2006}',
  '{3}:{04}{PM}',
  '{2006}-{01}-{02}T{15}:{04}:{05}{Z07:00}',
  '{2006}-{01}-{02}T{15}:{04}:{05}{.9}{Z07:00}',
  '{2006}-{01}-{02}',
  '{2006}-{01}-{02} {15}:{04}',
  '{2006}-{01}-{02} {15}:{04}:{05}',
  '{2006}-{01}-{02} {15}:{04}:{05}{-07:00}',
  '{2006}-{01}-{02}T{15}{Z0700}',
  '{2006}-{01}-{02}T{15}:{04}{Z0700}',
  '{2006}-{01}-{02}T{15}:{04}:{05}{Z0700}',
  '{2006}-{01}-{02}T{15}:{04}:{05}{.9}{Z0700}',
]

/** The time that govaluate reads from a quoted text, where the zone of the machine is UTC, as in Argo's container. */
export function parseTime(text: string): GoTime | undefined {
  // All layouts begin with a digit or the name of a day.
  if (!/^(?:\d|mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return undefined
  for (const layout of layouts) {
    const time = readLayout(text, layout)
    if (time) return time
  }
  return undefined
}

function readLayout(text: string, layout: string): GoTime | undefined {
  const scanner = new Scanner(text)
  const parts = layout.match(/\{[^}]+\}|[^{]+/g) ?? []
  for (const [index, part] of parts.entries()) {
    const fits = part.startsWith('{')
      ? scanner.field(part.slice(1, -1), parts[index + 1] === '{.9}')
      : scanner.literal(part)
    if (!fits) return undefined
  }
  return scanner.atEnd() ? timeOf(scanner) : undefined
}

function timeOf(scanner: Scanner): GoTime | undefined {
  const { year, month, day, minute, second, nanoseconds, zoneName } = scanner
  let { hour } = scanner
  if (scanner.half === 'PM' && hour < 12) hour += 12
  if (scanner.half === 'AM' && hour === 12) hour = 0
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  // A day that the month does not have would have become one of the next.
  if (date.getUTCDate() !== day) return undefined
  date.setUTCHours(hour, minute, second)
  const seconds = date.getTime() / 1000
  const utc = { name: 'UTC', offset: 0 }
  // A name other than UTC is taken for one of no known offset; only GMT may say its own, and Go forgets to subtract it.
  if (zoneName !== undefined) {
    const offset = /^GMT./.test(zoneName) ? Number(zoneName.slice(3)) * 3600 : 0
    return { seconds, nanoseconds, zone: { name: zoneName, offset } }
  }
  const { offset } = scanner
  if (offset === undefined || offset === 0) return { seconds, nanoseconds, zone: utc }
  return { seconds: seconds - offset, nanoseconds, zone: { name: '', offset } }
}
