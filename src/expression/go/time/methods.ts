import { Unsupported, GoFunction, GoInteger, GoLocation, GoTime, type GoValue } from '../values.ts'
import { isIntegerType, signature, type GoType, type Signature } from '../types.ts'
import { printInteger, printValue } from '../print.ts'
import {
  addNanoseconds,
  civilOf,
  compareTimes,
  daysTo,
  instantOf,
  nanosecondsBetween,
} from './calendar.ts'
import { roundDuration } from './duration.ts'
import { formatTime } from './format.ts'
import { utc } from './zone.ts'

interface Method<Self> {
  readonly signature: Signature
  readonly call: (self: Self, args: readonly GoValue[]) => GoValue
}

type Methods<Self> = ReadonlyMap<string, Method<Self>>

function methods<Self>(
  table: Readonly<
    Record<string, readonly [string, (self: Self, args: readonly GoValue[]) => GoValue]>
  >,
): Methods<Self> {
  const entries = Object.entries(table)
  return new Map(
    entries.map(([name, [text, call]]) => [name, { signature: signature(text), call }]),
  )
}

const int = (value: number): bigint => BigInt(value)
const duration = (value: bigint): GoInteger => new GoInteger('time.Duration', value)
const ns = (value: GoValue | undefined): bigint => (value instanceof GoInteger ? value.value : 0n)
const num = (value: GoValue | undefined): number => (typeof value === 'bigint' ? Number(value) : 0)
const at = (value: GoValue | undefined): GoTime =>
  value instanceof GoTime ? value : new GoTime(0, 0, utc)

const timeMethods: Methods<GoTime> = methods({
  Year: ['() int', (t) => int(civilOf(t).year)],
  Month: ['() time.Month', (t) => new GoInteger('time.Month', int(civilOf(t).month))],
  Day: ['() int', (t) => int(civilOf(t).day)],
  Hour: ['() int', (t) => int(civilOf(t).hour)],
  Minute: ['() int', (t) => int(civilOf(t).minute)],
  Second: ['() int', (t) => int(civilOf(t).second)],
  Nanosecond: ['() int', (t) => int(t.nanoseconds)],
  Weekday: ['() time.Weekday', (t) => new GoInteger('time.Weekday', int(civilOf(t).weekday))],
  YearDay: ['() int', (t) => int(civilOf(t).yearDay)],
  Unix: ['() int64', (t) => new GoInteger('int64', int(t.seconds))],
  UnixMilli: ['() int64', (t) => unix(t, 1_000n)],
  UnixMicro: ['() int64', (t) => unix(t, 1_000_000n)],
  UnixNano: ['() int64', (t) => unix(t, 1_000_000_000n)],
  Format: [
    '(string) string',
    (t, [layout]) => formatTime(t, typeof layout === 'string' ? layout : ''),
  ],
  String: ['() string', (t) => printValue(t)],
  Add: ['(time.Duration) time.Time', (t, [by]) => addNanoseconds(t, ns(by))],
  Sub: ['(time.Time) time.Duration', (t, [other]) => duration(nanosecondsBetween(t, at(other)))],
  AddDate: ['(int, int, int) time.Time', (t, [y, m, d]) => addDate(t, num(y), num(m), num(d))],
  After: ['(time.Time) bool', (t, [other]) => compareTimes(t, at(other)) > 0],
  Before: ['(time.Time) bool', (t, [other]) => compareTimes(t, at(other)) < 0],
  Equal: ['(time.Time) bool', (t, [other]) => compareTimes(t, at(other)) === 0],
  Compare: ['(time.Time) int', (t, [other]) => int(Math.sign(compareTimes(t, at(other))))],
  IsZero: ['() bool', (t) => t.seconds === -62_135_596_800 && t.nanoseconds === 0],
  UTC: ['() time.Time', (t) => new GoTime(t.seconds, t.nanoseconds, utc)],
  In: ['(*time.Location) time.Time', (t, [zone]) => inZone(t, zone)],
  Local: ['() time.Time', (t) => new GoTime(t.seconds, t.nanoseconds, new GoLocation('Local', 0))],
  Location: ['() *time.Location', (t) => t.location],
})

const durationMethods: Methods<GoInteger> = methods({
  Hours: ['() float64', (d) => fractional(d, 3_600_000_000_000n)],
  Minutes: ['() float64', (d) => fractional(d, 60_000_000_000n)],
  Seconds: ['() float64', (d) => fractional(d, 1_000_000_000n)],
  Milliseconds: ['() int64', (d) => new GoInteger('int64', d.value / 1_000_000n)],
  Microseconds: ['() int64', (d) => new GoInteger('int64', d.value / 1_000n)],
  Nanoseconds: ['() int64', (d) => new GoInteger('int64', d.value)],
  String: ['() string', (d) => printInteger(d)],
  Abs: ['() time.Duration', (d) => duration(d.value < 0n ? -d.value : d.value)],
  Round: [
    '(time.Duration) time.Duration',
    (d, [unit]) => duration(roundDuration(d.value, ns(unit))),
  ],
  Truncate: ['(time.Duration) time.Duration', (d, [unit]) => duration(truncate(d.value, ns(unit)))],
})

const nameMethods: Methods<GoInteger> = methods({
  String: ['() string', (value) => printInteger(value)],
})
const zoneMethods: Methods<GoLocation> = methods({ String: ['() string', (zone) => zone.name] })

/** Methods that Go's types have beside those that are known here: a call of one is refused, not misread. */
const others: ReadonlyMap<GoType, ReadonlySet<string>> = new Map([
  [
    'time.Time',
    new Set(
      'AppendBinary AppendFormat AppendText Clock Date GoString GobEncode ISOWeek IsDST MarshalBinary MarshalJSON MarshalText Round Truncate Zone ZoneBounds'.split(
        ' ',
      ),
    ),
  ],
])

/** The signature of a method of a type, as the checker sees it. `undefined` if the type has no such method. */
export function methodOf(type: GoType, name: string): Signature | undefined {
  if (others.get(type)?.has(name)) return signature('(...interface {}) interface {}')
  if (isIntegerType(type)) return undefined
  const table = tableOf(type)
  return table?.get(name)?.signature
}

/** A method of a value, ready to be called. */
export function boundMethod(value: GoValue, name: string): GoFunction | undefined {
  if (value instanceof GoTime) {
    if (!others.get('time.Time')?.has(name)) return bind(timeMethods, value, name)
    throw new Unsupported(`The method ${name} of times is not supported here.`)
  }
  if (value instanceof GoLocation) return bind(zoneMethods, value, name)
  if (value instanceof GoInteger && !isIntegerType(value.type)) {
    return bind(value.type === 'time.Duration' ? durationMethods : nameMethods, value, name)
  }
  return undefined
}

function tableOf(type: GoType): ReadonlyMap<string, { readonly signature: Signature }> | undefined {
  if (type === 'time.Time') return timeMethods
  if (type === 'time.Duration') return durationMethods
  if (type === '*time.Location') return zoneMethods
  return type.startsWith('time.') ? nameMethods : undefined
}

function bind<Self>(table: Methods<Self>, self: Self, name: string): GoFunction | undefined {
  const method = table.get(name)
  return method && new GoFunction(name, method.signature, (args) => method.call(self, args))
}

function unix(time: GoTime, perSecond: bigint): GoInteger {
  const part = BigInt(time.nanoseconds) / (1_000_000_000n / perSecond)
  return new GoInteger('int64', BigInt(time.seconds) * perSecond + part)
}

function addDate(time: GoTime, years: number, months: number, days: number): GoTime {
  const { year, month, day, hour, minute, second } = civilOf(time)
  // Go wraps around where the numbers end.
  if ([years, months, days].some((by) => Math.abs(by) > 1_000_000)) {
    throw new Unsupported('Dates that far away are not supported here.')
  }
  const to = daysTo(year + years, month + months, day + days)
  return instantOf(to, (hour * 60 + minute) * 60 + second, time.nanoseconds, time.location)
}

function inZone(time: GoTime, zone: GoValue | undefined): GoTime {
  const location = zone instanceof GoLocation ? zone : time.location
  return new GoTime(time.seconds, time.nanoseconds, location)
}

function fractional({ value }: GoInteger, unit: bigint): number {
  return Number(value / unit) + Number(value % unit) / Number(unit)
}

function truncate(value: bigint, unit: bigint): bigint {
  return unit <= 0n ? value : value - (value % unit)
}
