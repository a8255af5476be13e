import { GoTime, type GoLocation } from '../values.ts'
import { offsetAt } from './zone.ts'

/** A time as calendars and clocks show it. */
export interface Civil {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 for Sunday. */
  readonly weekday: number
  /** 1 for the first of January. */
  readonly yearDay: number
  /** Seconds east of UTC. */
  readonly offset: number
}

const daySeconds = 86_400

/** Days from 1970-01-01 to a date. Months and days beyond their ends run on, as in Go's `time.Date`. */
export function daysTo(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12)
  const inYear = ((((month - 1) % 12) + 12) % 12) + 1
  const y = inYear <= 2 ? carried - 1 : carried
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (inYear + (inYear > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468
}

/** How many days a month has. */
export function daysIn(month: number, year: number): number {
  return daysTo(year, month + 1, 1) - daysTo(year, month, 1)
}

/** What the calendar and the clocks show at an instant, in the zone of the time. */
export function civilOf({ seconds, location }: GoTime): Civil {
  const offset = offsetAt(location, seconds)
  const local = seconds + offset
  const days = Math.floor(local / daySeconds)
  const rest = local - days * daySeconds
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524)
  const yearOfEra = Math.floor((dayOfEra - leaps + Math.floor(dayOfEra / 146_096)) / 365)
  const before = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  const dayOfYear = dayOfEra - before
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return {
    year,
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
    yearDay: days - daysTo(year, 1, 1) + 1,
    offset,
  }
}

/** The instant at which clocks of a zone show a time; of two in autumn the first, and past a gap in spring, as Go does. */
export function instantOf(
  days: number,
  seconds: number,
  nanoseconds: number,
  zone: GoLocation,
): GoTime {
  const local = days * daySeconds + seconds
  const guess = offsetAt(zone, local)
  let offset = guess
  if (guess !== 0) {
    const before = offsetAt(zone, local - guess)
    if (before !== guess) offset = before
  }
  return new GoTime(local - offset, nanoseconds, zone)
}

/** A time moved by nanoseconds. */
export function addNanoseconds(time: GoTime, by: bigint): GoTime {
  const total = BigInt(time.nanoseconds) + by
  const seconds = floorDivide(total, 1_000_000_000n)
  const rest = total - seconds * 1_000_000_000n
  return new GoTime(time.seconds + Number(seconds), Number(rest), time.location)
}

/** Nanoseconds from the second time to the first, no more than a duration can hold. */
export function nanosecondsBetween(a: GoTime, b: GoTime): bigint {
  const exact =
    BigInt(a.seconds - b.seconds) * 1_000_000_000n + BigInt(a.nanoseconds - b.nanoseconds)
  const limit = (1n << 63n) - 1n
  if (exact > limit) return limit
  return exact < -limit - 1n ? -limit - 1n : exact
}

/** Orders times by their instants: negative, 0 or positive. */
export function compareTimes(a: GoTime, b: GoTime): number {
  return a.seconds - b.seconds || a.nanoseconds - b.nanoseconds
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b < 0n ? quotient - 1n : quotient
}
