import { parseDuration } from '../../go/time/duration.ts'
import { parseTime } from '../../go/time/parse.ts'
import { loadLocation } from '../../go/time/zone.ts'
import { GoInteger, GoLocation, GoPanic, GoTime, type GoValue } from '../../go/values.ts'
import { text, typed, type Builtin, type Checked } from './builtin.ts'

const location = '*time.Location'
/** The layouts that `date` tries, one after the other. */
const layouts = [
  '2006-01-02',
  '15:04:05',
  '2006-01-02 15:04:05',
  '2006-01-02T15:04:05Z07:00',
  '02 Jan 06 15:04 MST',
  'Monday, 02-Jan-06 15:04:05 MST',
  'Mon, 02 Jan 2006 15:04:05 MST',
]

/** Builtins on times. The clock is that of the caller. */
export const timeBuiltins: Readonly<Record<string, Builtin>> = {
  now: {
    validate: (types): Checked => {
      if (types.length === 0 || (types.length === 1 && types[0] === location)) return 'time.Time'
      return { message: `invalid number of arguments (expected 0, got ${types.length})` }
    },
    call: ([zone], { now }) => {
      const { seconds, nanoseconds, location: local } = now()
      return new GoTime(seconds, nanoseconds, zone instanceof GoLocation ? zone : local)
    },
  },
  duration: typed(['(string) time.Duration!'], (args) => {
    const nanoseconds = parseDuration(text(args, 0))
    if (nanoseconds !== undefined) return new GoInteger('time.Duration', nanoseconds)
    throw new GoPanic(`time: invalid duration ${JSON.stringify(text(args, 0))}`)
  }),
  date: {
    validate: (types): Checked => {
      if (types.length < 1) {
        return { message: 'invalid number of arguments (expected at least 1, got 0)' }
      }
      const count = types.length - (types[0] === location ? 1 : 0)
      if (count <= 3) return 'time.Time'
      return { message: `invalid number of arguments (expected at most 3, got ${count})` }
    },
    call: parseDate,
  },
  timezone: typed(['(string) *time.Location!'], (args) => zoneNamed(text(args, 0))),
}

function zoneNamed(name: string): GoLocation {
  const zone = loadLocation(name)
  if (zone) return zone
  throw new GoPanic(`unknown time zone ${name}`)
}

function parseDate(args: readonly GoValue[]): GoTime {
  const [zone] = args
  const given = zone instanceof GoLocation ? args.slice(1) : args
  const date = text(given, 0)
  const inZone = given.length === 3 ? zoneNamed(text(given, 2)) : zone
  const local = inZone instanceof GoLocation ? inZone : undefined
  const tried = given.length > 1 ? [text(given, 1)] : layouts
  for (const layout of tried) {
    const time = parseTime(layout, date, local)
    if (time) return time
  }
  if (given.length === 1) throw new GoPanic(`invalid date ${date}`)
  throw new GoPanic(
    `parsing time ${JSON.stringify(date)} as ${JSON.stringify(tried[0])}: cannot parse`,
  )
}
