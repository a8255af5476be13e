import { assertNever } from '../../../base/index.ts'
import { GoTime, Unsupported } from '../values.ts'
import { civilOf, type Civil } from './calendar.ts'
import { cutLayout, type LayoutPart } from './layout.ts'
import { utc } from './zone.ts'

export const monthNames: readonly string[] = [
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
export const weekdayNames: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
]

/** A time in a layout of Go, such as `2006-01-02T15:04:05Z07:00`. */
export function formatTime(time: GoTime, layout: string): string {
  const civil = civilOf(time)
  return cutLayout(layout)
    .map((part) => formatPart(time, civil, part))
    .join('')
}

/** A moment in UTC, in a layout of Go. In: milliseconds since 1970. */
export function formatUtc(at: number, layout: string): string {
  const seconds = Math.floor(at / 1000)
  const nanoseconds = Math.floor((at - seconds * 1000) * 1e6)
  return formatTime(new GoTime(seconds, nanoseconds, utc), layout)
}

/** A time as Go prints it with `%v`. */
export function printTime(time: GoTime): string {
  return formatTime(time, '2006-01-02 15:04:05.999999999 -0700 MST')
}

function formatPart(time: GoTime, civil: Civil, { kind, text }: LayoutPart): string {
  const hour12 = civil.hour % 12 || 12
  switch (kind) {
    case 'text':
      return text
    case 'year':
      return civil.year < 0 ? `-${padded(-civil.year, 4)}` : padded(civil.year, 4)
    case 'short-year':
      return padded(Math.abs(civil.year) % 100, 2)
    case 'month':
      return String(civil.month)
    case 'zero-month':
      return padded(civil.month, 2)
    case 'month-name':
      return monthNames[civil.month - 1] ?? ''
    case 'short-month-name':
      return (monthNames[civil.month - 1] ?? '').slice(0, 3)
    case 'weekday':
      return weekdayNames[civil.weekday] ?? ''
    case 'short-weekday':
      return (weekdayNames[civil.weekday] ?? '').slice(0, 3)
    case 'day':
      return String(civil.day)
    case 'zero-day':
      return padded(civil.day, 2)
    case 'space-day':
      return String(civil.day).padStart(2)
    case 'zero-year-day':
      return padded(civil.yearDay, 3)
    case 'space-year-day':
      return String(civil.yearDay).padStart(3)
    case 'hour':
      return padded(civil.hour, 2)
    case 'hour-12':
      return String(hour12)
    case 'zero-hour-12':
      return padded(hour12, 2)
    case 'minute':
      return String(civil.minute)
    case 'zero-minute':
      return padded(civil.minute, 2)
    case 'second':
      return String(civil.second)
    case 'zero-second':
      return padded(civil.second, 2)
    case 'PM':
      return civil.hour >= 12 ? 'PM' : 'AM'
    case 'pm':
      return civil.hour >= 12 ? 'pm' : 'am'
    case 'zone-name':
      return zoneName(time, civil)
    case 'z-offset':
      return civil.offset === 0 ? 'Z' : formatOffset(civil.offset, text)
    case 'offset':
      return formatOffset(civil.offset, text)
    case 'fraction':
      return text.slice(0, 1) + padded(time.nanoseconds, 9).slice(0, text.length - 1)
    case 'short-fraction': {
      const digits = padded(time.nanoseconds, 9)
        .slice(0, text.length - 1)
        .replace(/0+$/, '')
      return digits && text.slice(0, 1) + digits
    }
    default:
      return assertNever(kind)
  }
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** Abbreviations of zones come from a table that browsers do not have. */
function zoneName({ location }: GoTime, civil: Civil): string {
  if (location.name === 'UTC' || location.name === 'Local') return 'UTC'
  if (location.offset === undefined) {
    throw new Unsupported(`The abbreviation of the time zone ${location.name} is not known here.`)
  }
  if (location.name !== '') return location.name
  return formatOffset(civil.offset, '-0700')
}

function formatOffset(offset: number, text: string): string {
  const size = Math.abs(offset)
  const sign = offset < 0 ? '-' : '+'
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60]
  const count = text.replace(/\D/g, '').length / 2
  const shown = parts.slice(0, count).map((part) => padded(part, 2))
  return sign + shown.join(text.includes(':') ? ':' : '')
}
