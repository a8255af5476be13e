import { GoLocation } from '../values.ts'

/** UTC, in which times are that name no zone. */
export const utc: GoLocation = new GoLocation('UTC', 0)

const formatters = new Map<string, Intl.DateTimeFormat | undefined>()

/**
 * A time zone by its name, as Go's `LoadLocation`: nothing and `UTC` are UTC, and so is `Local`, since the images of Argo
 * set no other. Absent for a name that is not in the IANA database.
 */
export function loadLocation(name: string): GoLocation | undefined {
  if (name === '' || name === 'UTC') return utc
  if (name === 'Local') return new GoLocation('Local', 0)
  // Browsers take offsets and any case, Go looks for a file of that name.
  if (!/^[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return undefined
  return formatterOf(name) === undefined ? undefined : new GoLocation(name)
}

/** Seconds by which the clocks of a zone are ahead of UTC at an instant, in seconds since 1970. */
export function offsetAt(location: GoLocation, seconds: number): number {
  if (location.offset !== undefined) return location.offset
  const parts = formatterOf(location.name)?.formatToParts(seconds * 1000) ?? []
  const number = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0)
  const isBeforeChrist = parts.some(({ type, value }) => type === 'era' && value.startsWith('B'))
  const year = isBeforeChrist ? 1 - number('year') : number('year')
  const clock = (number('hour') * 60 + number('minute')) * 60 + number('second')
  // `Date.UTC` alone takes the years up to 99 for those of the last century.
  const day = new Date(0).setUTCFullYear(year, number('month') - 1, number('day')) / 1000
  return day + clock - Math.floor(seconds)
}

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(zone)) formatters.set(zone, newFormatter(zone))
  return formatters.get(zone)
}

function newFormatter(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}
