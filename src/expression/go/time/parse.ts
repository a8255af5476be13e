import { assertNever } from '../../../base/index.ts'
import { GoLocation, GoTime } from '../values.ts'
import { daysIn, daysTo, instantOf } from './calendar.ts'
import { monthNames, weekdayNames } from './format.ts'
import { cutLayout, type LayoutPart } from './layout.ts'
import { utc } from './zone.ts'

/** What has been read so far. */
interface Fields {
  year: number
  month: number | undefined
  day: number | undefined
  yearDay: number | undefined
  hour: number
  minute: number
  second: number
  nanoseconds: number
  half: 'am' | 'pm' | undefined
  zone: GoLocation | undefined
  offset: number | undefined
  zoneName: string
}

/**
 * Reads a time in a layout of Go. What names no zone is in `zone`, UTC if none is given. Absent where Go's
 * `time.Parse` refuses the text.
 */
export function parseTime(
  layout: string,
  text: string,
  zone: GoLocation = utc,
): GoTime | undefined {
  const fields: Fields = {
    year: 0,
    month: undefined,
    day: undefined,
    yearDay: undefined,
    hour: 0,
    minute: 0,
    second: 0,
    nanoseconds: 0,
    half: undefined,
    zone: undefined,
    offset: undefined,
    zoneName: '',
  }
  const parts = cutLayout(layout)
  let rest = text
  for (const [at, part] of parts.entries()) {
    const next = read(part, rest, fields, parts[at + 1])
    if (next === undefined) return undefined
    rest = next
  }
  return rest === '' ? build(fields, zone) : undefined
}

type Rest = string | undefined

/** Reads one part from the beginning of a text: gives what is left of it. */
function read(part: LayoutPart, text: string, fields: Fields, next: LayoutPart | undefined): Rest {
  const { kind } = part
  switch (kind) {
    case 'text':
      return skip(part.text, text)
    case 'year':
      return digits(/^\d{4}/, text, (year) => (fields.year = year))
    case 'short-year':
      return digits(/^\d{2}/, text, (year) => (fields.year = year + (year >= 69 ? 1900 : 2000)))
    case 'month':
    case 'zero-month':
      return ranged(text, kind === 'zero-month', 1, 12, (month) => (fields.month = month))
    case 'month-name':
    case 'short-month-name':
      return name(monthNames, kind === 'short-month-name', text, (at) => (fields.month = at + 1))
    case 'weekday':
    case 'short-weekday':
      return name(weekdayNames, kind === 'short-weekday', text, () => undefined)
    case 'day':
    case 'space-day':
    case 'zero-day': {
      const from = kind === 'space-day' ? text.replace(/^ /, '') : text
      return ranged(from, kind === 'zero-day', 0, 99, (day) => (fields.day = day))
    }
    case 'zero-year-day':
      return digits(/^\d{3}/, text, (day) => (fields.yearDay = day))
    case 'space-year-day':
      return digits(/^\d{1,3}/, text.replace(/^ {1,2}/, ''), (day) => (fields.yearDay = day))
    case 'hour':
      return ranged(text, false, 0, 23, (hour) => (fields.hour = hour))
    case 'hour-12':
    case 'zero-hour-12':
      return ranged(text, kind === 'zero-hour-12', 0, 12, (hour) => (fields.hour = hour))
    case 'minute':
    case 'zero-minute':
      return ranged(text, kind === 'zero-minute', 0, 59, (minute) => (fields.minute = minute))
    case 'second':
    case 'zero-second': {
      const rest = ranged(text, kind === 'zero-second', 0, 59, (second) => (fields.second = second))
      const inLayout = next?.kind === 'fraction' || next?.kind === 'short-fraction'
      return rest === undefined || inLayout ? rest : fraction(rest, fields)
    }
    case 'PM':
    case 'pm':
      return half(kind, text, fields)
    case 'zone-name':
      return readZone(text, fields)
    case 'z-offset':
      if (!text.startsWith('Z')) return readOffset(part.text, text, fields)
      fields.zone = utc
      return text.slice(1)
    case 'offset':
      return readOffset(part.text, text, fields)
    case 'fraction':
      if (!new RegExp(`^[.,]\\d{${String(part.text.length - 1)}}`).test(text)) return undefined
      fields.nanoseconds = Number(text.slice(1, part.text.length).padEnd(9, '0').slice(0, 9))
      return text.slice(part.text.length)
    case 'short-fraction':
      return fraction(text, fields)
    default:
      return assertNever(kind)
  }
}

/** Text of the layout must be there, but any number of spaces stands for any other. */
function skip(expected: string, text: string): Rest {
  let rest = text
  let at = 0
  while (at < expected.length) {
    if (expected[at] === ' ') {
      if (rest !== '' && !rest.startsWith(' ')) return undefined
      while (expected[at] === ' ') at++
      rest = rest.replace(/^ +/, '')
    } else {
      if (rest === '' || rest[0] !== expected[at]) return undefined
      at++
      rest = rest.slice(1)
    }
  }
  return rest
}

function digits(pattern: RegExp, text: string, use: (value: number) => void): Rest {
  const match = pattern.exec(text)?.[0]
  if (match === undefined) return undefined
  use(Number(match))
  return text.slice(match.length)
}

function ranged(
  text: string,
  twoDigits: boolean,
  least: number,
  most: number,
  use: (value: number) => void,
): Rest {
  let value = -1
  const rest = digits(twoDigits ? /^\d{2}/ : /^\d{1,2}/, text, (read) => (value = read))
  if (rest === undefined || value < least || value > most) return undefined
  use(value)
  return rest
}

function name(
  names: readonly string[],
  short: boolean,
  text: string,
  use: (at: number) => void,
): Rest {
  const shown = short ? names.map((full) => full.slice(0, 3)) : names
  const lower = text.toLowerCase()
  const at = shown.findIndex((word) => lower.startsWith(word.toLowerCase()))
  if (at < 0) return undefined
  use(at)
  return text.slice(shown[at]?.length ?? 0)
}

function fraction(text: string, fields: Fields): string {
  const match = /^[.,](\d+)/.exec(text)
  if (!match) return text
  fields.nanoseconds = Number((match[1] ?? '').padEnd(9, '0').slice(0, 9))
  return text.slice(match[0].length)
}

function half(kind: 'PM' | 'pm', text: string, fields: Fields): Rest {
  const word = text.slice(0, 2)
  const known = kind === 'PM' ? ['AM', 'PM'] : ['am', 'pm']
  if (!known.includes(word)) return undefined
  fields.half = word.toLowerCase() === 'pm' ? 'pm' : 'am'
  return text.slice(2)
}

function readOffset(layout: string, text: string, fields: Fields): Rest {
  const pattern = layout.slice(1).replace(/\d\d/g, String.raw`(\d\d)`)
  const match = new RegExp(`^([+-])${pattern}`).exec(text)
  if (!match) return undefined
  const [all, sign, ...parts] = match
  const [hours = 0, minutes = 0, seconds = 0] = parts.map(Number)
  if (hours > 24 || minutes > 60 || seconds > 60) return undefined
  fields.offset = (sign === '-' ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds)
  return text.slice(all.length)
}

function readZone(text: string, fields: Fields): Rest {
  if (text.startsWith('UTC')) {
    fields.zone = utc
    return text.slice(3)
  }
  const name = zoneNameAt(text)
  if (name === undefined) return undefined
  fields.zoneName = name
  return text.slice(name.length)
}

/** Abbreviations have three letters, or four or five of which the last is a T; `GMT`, and no name at all, may have hours below 24. */
function zoneNameAt(text: string): string | undefined {
  if (text.length < 3) return undefined
  if (/^(?:ChST|MeST|WITA(?![A-Z]))/.test(text)) return text.slice(0, 4)
  // The number of hours may have any digits.
  const signed = /^(?:GMT)?[+-](\d+)/.exec(text)
  if (signed && Number(signed[1]) < 24) return signed[0]
  if (text.startsWith('GMT')) return 'GMT'
  return /^(?:[A-Z]{3,4}T|[A-Z]{3})(?![A-Z])/.exec(text)?.[0]
}

function build(fields: Fields, zone: GoLocation): GoTime | undefined {
  const { year, yearDay, nanoseconds, half: halfOfDay, offset, zoneName } = fields
  let { month, day, hour } = fields
  if (halfOfDay === 'pm' && hour < 12) hour += 12
  if (halfOfDay === 'am' && hour === 12) hour = 0
  let days: number
  if (yearDay === undefined) {
    month ??= 1
    day ??= 1
    if (day < 1 || day > daysIn(month, year)) return undefined
    days = daysTo(year, month, day)
  } else {
    days = daysTo(year, 1, yearDay)
    if (yearDay < 1 || days >= daysTo(year + 1, 1, 1)) return undefined
    if (
      month !== undefined &&
      (days < daysTo(year, month, 1) || days >= daysTo(year, month + 1, 1))
    )
      return undefined
    if (day !== undefined && days !== daysTo(year, month ?? 1, day)) return undefined
  }
  const seconds = (hour * 60 + fields.minute) * 60 + fields.second
  if (fields.zone) return instantOf(days, seconds, nanoseconds, fields.zone)
  if (offset !== undefined) {
    const fixed = offset === 0 && zoneName === '' ? utc : new GoLocation(zoneName, offset)
    return new GoTime(days * 86_400 + seconds - offset, nanoseconds, fixed)
  }
  if (zoneName !== '') {
    const hours = zoneName.startsWith('GMT') ? Number(zoneName.slice(3) || '0') : 0
    return new GoTime(days * 86_400 + seconds, nanoseconds, new GoLocation(zoneName, hours * 3600))
  }
  return instantOf(days, seconds, nanoseconds, zone)
}
