import { isTimeZone, zoneOffset } from '../../../base/index.ts'
import { GoLocation } from '../values.ts'

/** UTC, in which times are that name no zone. */
export const utc: GoLocation = new GoLocation('UTC', 0)

/**
 * A time zone by its name, as Go's `LoadLocation`: nothing and `UTC` are UTC, and so is `Local`, since the images of Argo
 * set no other. Absent for a name that is not in the IANA database.
 */
export function loadLocation(name: string): GoLocation | undefined {
  if (name === '' || name === 'UTC') return utc
  if (name === 'Local') return new GoLocation('Local', 0)
  // Browsers take offsets and any case, Go looks for a file of that name.
  if (!/^[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return undefined
  return isTimeZone(name) ? new GoLocation(name) : undefined
}

/** Seconds by which the clocks of a zone are ahead of UTC at an instant, in seconds since 1970. */
export function offsetAt(location: GoLocation, seconds: number): number {
  if (location.offset !== undefined) return location.offset
  return zoneOffset(location.name, seconds * 1000) / 1000
}
