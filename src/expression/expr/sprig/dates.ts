import { addNanoseconds, nanosecondsBetween } from '../../go/time/calendar.ts'
import { parseDuration, printDuration, roundDuration } from '../../go/time/duration.ts'
import { formatTime } from '../../go/time/format.ts'
import { parseTime } from '../../go/time/parse.ts'
import { loadLocation, utc } from '../../go/time/zone.ts'
import {
  GoInteger,
  GoPanic,
  GoTime,
  integerOf,
  wrapInt,
  type FunctionContext,
  type GoValue,
} from '../../go/values.ts'
import { parseInt } from '../../go/numbers.ts'
import { str, type SprigTable } from './table.ts'

const second = 1_000_000_000n
/** What Go has for no time at all. */
const zeroTime = new GoTime(-62_135_596_800, 0, utc)

/** Functions of Sprig on times. The local zone is UTC, as in the images of Argo. */
export const dateFunctions: SprigTable = {
  now: ['() time.Time', (_, { now }) => now()],
  date: [
    '(string, interface {}) string',
    ([layout, at = null], context) => shown(layout, at, 'Local', context),
  ],
  dateInZone: [
    '(string, interface {}, string) string',
    ([layout, at = null, zone], context) => shown(layout, at, str(zone), context),
  ],
  date_in_zone: [
    '(string, interface {}, string) string',
    ([layout, at = null, zone], context) => shown(layout, at, str(zone), context),
  ],
  htmlDate: [
    '(interface {}) string',
    ([at = null], context) => shown('2006-01-02', at, 'Local', context),
  ],
  htmlDateInZone: [
    '(interface {}, string) string',
    ([at = null, zone], context) => shown('2006-01-02', at, str(zone), context),
  ],
  dateModify: [
    '(string, time.Time) time.Time',
    ([by, time]) => moved(str(by), time) ?? timeOf(time),
  ],
  date_modify: [
    '(string, time.Time) time.Time',
    ([by, time]) => moved(str(by), time) ?? timeOf(time),
  ],
  mustDateModify: ['(string, time.Time) time.Time!', ([by, time]) => mustMove(str(by), time)],
  must_date_modify: ['(string, time.Time) time.Time!', ([by, time]) => mustMove(str(by), time)],
  toDate: [
    '(string, string) time.Time',
    ([layout, text]) => parseLocal(str(layout), str(text)) ?? zeroTime,
  ],
  mustToDate: [
    '(string, string) time.Time!',
    ([layout, text]) => {
      const time = parseLocal(str(layout), str(text))
      if (time) return time
      throw new GoPanic(
        `parsing time ${JSON.stringify(str(text))} as ${JSON.stringify(str(layout))}: cannot parse`,
      )
    },
  ],
  unixEpoch: ['(time.Time) string', ([time]) => String(timeOf(time).seconds)],
  duration: [
    '(interface {}) string',
    ([seconds = null]) => printDuration(wrapInt(wholeSeconds(seconds) * second)),
  ],
  durationRound: ['(interface {}) string', ([value = null], { now }) => rounded(value, now)],
  ago: [
    '(interface {}) string',
    ([at = null], { now }) => {
      const time = at instanceof GoTime ? at : (fromUnix(at) ?? now())
      return printDuration(roundDuration(nanosecondsBetween(now(), time), second))
    },
  ],
}

function timeOf(value: GoValue | undefined): GoTime {
  return value instanceof GoTime ? value : zeroTime
}

function parseLocal(layout: string, text: string): GoTime | undefined {
  return parseTime(layout, text, loadLocation('Local'))
}

/** Seconds since 1970, in `int` or `int64`. */
function fromUnix(value: GoValue): GoTime | undefined {
  const isPlain =
    typeof value === 'bigint' || (value instanceof GoInteger && value.type === 'int64')
  const seconds = isPlain ? integerOf(value) : undefined
  return seconds === undefined ? undefined : new GoTime(Number(seconds), 0, utc)
}

/** What is no time stands for now. */
function shown(
  layout: GoValue | undefined,
  at: GoValue,
  zone: string,
  { now }: FunctionContext,
): string {
  const time = at instanceof GoTime ? at : (fromUnix(at) ?? now())
  const location = loadLocation(zone) ?? utc
  return formatTime(new GoTime(time.seconds, time.nanoseconds, location), str(layout))
}

function moved(by: string, time: GoValue | undefined): GoTime | undefined {
  const nanoseconds = parseDuration(by)
  return nanoseconds === undefined ? undefined : addNanoseconds(timeOf(time), nanoseconds)
}

function mustMove(by: string, time: GoValue | undefined): GoTime {
  const result = moved(by, time)
  if (result) return result
  throw new GoPanic(`time: invalid duration ${JSON.stringify(by)}`)
}

function wholeSeconds(value: GoValue): bigint {
  if (typeof value === 'string') return parseInt(value) ?? 0n
  return value instanceof GoInteger && value.type === 'int64' ? value.value : 0n
}

/** Only the greatest unit, of years down to seconds. */
function rounded(value: GoValue, now: () => GoTime): string {
  let nanoseconds = 0n
  if (typeof value === 'string') nanoseconds = parseDuration(value) ?? 0n
  if (value instanceof GoInteger && value.type === 'int64') nanoseconds = value.value
  if (value instanceof GoTime) nanoseconds = nanosecondsBetween(now(), value)
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds
  const hour = 3600n * second
  const units: readonly (readonly [string, bigint])[] = [
    ['y', hour * 24n * 365n],
    ['mo', hour * 24n * 30n],
    ['d', hour * 24n],
    ['h', hour],
    ['m', 60n * second],
    ['s', second],
  ]
  const [name, unit] = units.find(([, one]) => size > one) ?? ['s', 0n]
  return unit === 0n ? '0s' : `${(size / unit).toString()}${name}`
}
