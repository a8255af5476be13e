import { Cron } from 'croner'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextRuns, parseSchedule, scheduleWords } from '../../../src/schedule/index.ts'

function read(text: string, timezone?: string) {
  const schedule = parseSchedule(text, timezone)
  if (!schedule.ok) throw new Error(schedule.error)
  return schedule.value
}

function refusal(text: string, timezone?: string): string {
  const schedule = parseSchedule(text, timezone)
  return schedule.ok ? 'taken' : schedule.error
}

function runs(text: string, from: string, count = 3): readonly string[] {
  return nextRuns(read(text), Date.parse(from), count).map((run) =>
    new Date(run).toISOString().replace(':00.000Z', 'Z'),
  )
}

/** Worked out by hand from the rules of robfig/cron v3. 2024-01-01 is a Monday. */
const table: readonly [schedule: string, from: string, ...next: string[]][] = [
  ['*/15 * * * *', '2024-01-01T00:00:00Z', '2024-01-01T00:15Z', '2024-01-01T00:30Z'],
  ['* * * * *', '2024-01-01T00:00:59Z', '2024-01-01T00:01Z', '2024-01-01T00:02Z'],
  ['0 9 * * 1-5', '2024-01-05T09:00:00Z', '2024-01-08T09:00Z', '2024-01-09T09:00Z'],
  ['0 9 * * MON-FRI', '2024-01-05T09:00:00Z', '2024-01-08T09:00Z'],
  [
    '5/20 3 * * *',
    '2024-01-01T00:00:00Z',
    '2024-01-01T03:05Z',
    '2024-01-01T03:25Z',
    '2024-01-01T03:45Z',
  ],
  [
    '0 22-23 * * sun',
    '2024-01-01T00:00:00Z',
    '2024-01-07T22:00Z',
    '2024-01-07T23:00Z',
    '2024-01-14T22:00Z',
  ],
  // Both days restricted: one is enough.
  [
    '0 0 13 * 5',
    '2024-01-01T00:00:00Z',
    '2024-01-05T00:00Z',
    '2024-01-12T00:00Z',
    '2024-01-13T00:00Z',
  ],
  // A step of more than one restricts a star as well.
  [
    '0 0 */10 * 1',
    '2024-01-01T00:00:00Z',
    '2024-01-08T00:00Z',
    '2024-01-11T00:00Z',
    '2024-01-15T00:00Z',
  ],
  // A step of one does not, nor does a question mark.
  ['0 0 */1 * 1', '2024-01-01T00:00:00Z', '2024-01-08T00:00Z', '2024-01-15T00:00Z'],
  ['0 0 ? * 1', '2024-01-01T00:00:00Z', '2024-01-08T00:00Z', '2024-01-15T00:00Z'],
  ['0 0 29 2 *', '2024-03-01T00:00:00Z', '2028-02-29T00:00Z'],
  ['0 0 31 * *', '2024-01-31T00:00:00Z', '2024-03-31T00:00Z', '2024-05-31T00:00Z'],
  ['1,,2 0 * * *', '2024-01-01T00:00:00Z', '2024-01-01T00:01Z', '2024-01-01T00:02Z'],
  ['@hourly', '2024-01-01T00:00:00Z', '2024-01-01T01:00Z'],
  ['@weekly', '2024-01-01T00:00:00Z', '2024-01-07T00:00Z'],
  ['@yearly', '2024-01-01T00:00:00Z', '2025-01-01T00:00Z'],
  ['@every 1h30m', '2024-01-01T00:00:00Z', '2024-01-01T01:30Z', '2024-01-01T03:00Z'],
  ['TZ=Asia/Tokyo 0 9 * * *', '2024-01-01T00:00:00Z', '2024-01-02T00:00Z'],
  ['CRON_TZ=Asia/Kolkata 0 9 * * *', '2024-01-01T00:00:00Z', '2024-01-01T03:30Z'],
]

describe('the next runs', () => {
  test.each(table)('%s after %s', (schedule, from, ...next) => {
    expect(runs(schedule, from, next.length)).toEqual(next)
  })

  test('there are none for a day that no month has', () => {
    expect(runs('0 0 30 2 *', '2024-01-01T00:00:00Z')).toEqual([])
  })

  test('a time that the clocks skip does not run that day', () => {
    // Berlin goes from 02:00 to 03:00 on 31 March 2024.
    expect(runs('TZ=Europe/Berlin 30 2 * * *', '2024-03-29T12:00:00Z')).toEqual([
      '2024-03-30T01:30Z',
      '2024-04-01T00:30Z',
      '2024-04-02T00:30Z',
    ])
    expect(runs('TZ=Europe/Berlin 0 * * * *', '2024-03-31T00:30:00Z', 2)).toEqual([
      '2024-03-31T01:00Z',
      '2024-03-31T02:00Z',
    ])
  })

  test('a time that the clocks show twice runs twice', () => {
    // Berlin goes from 03:00 back to 02:00 on 27 October 2024.
    expect(runs('TZ=Europe/Berlin 30 2 * * *', '2024-10-26T12:00:00Z')).toEqual([
      '2024-10-27T00:30Z',
      '2024-10-27T01:30Z',
      '2024-10-28T01:30Z',
    ])
    expect(runs('TZ=America/New_York */30 1 * * *', '2024-11-03T04:00:00Z', 5)).toEqual([
      '2024-11-03T05:00Z',
      '2024-11-03T05:30Z',
      '2024-11-03T06:00Z',
      '2024-11-03T06:30Z',
      '2024-11-04T06:00Z',
    ])
  })

  test('a midnight that a change skips, and a day that is missing', () => {
    // Cairo skipped midnight on 26 April 2024, Samoa all of 30 December 2011.
    expect(runs('TZ=Africa/Cairo 0 0 * * *', '2024-04-25T12:00:00Z', 1)).toEqual([
      '2024-04-26T21:00Z',
    ])
    expect(runs('TZ=Pacific/Apia 0 12 * * *', '2011-12-29T12:00:00Z', 2)).toEqual([
      '2011-12-29T22:00Z',
      '2011-12-30T22:00Z',
    ])
  })

  const list = (min: number, max: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min, max }).map(String),
      fc
        .tuple(fc.integer({ min, max }), fc.integer({ min, max }), fc.integer({ min: 1, max: 6 }))
        .map(
          ([a, b, step]) => `${String(Math.min(a, b))}-${String(Math.max(a, b))}/${String(step)}`,
        ),
      fc
        .uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 })
        .map((all) => all.join()),
    )
  const pattern = fc
    .tuple(list(0, 59), list(0, 23), list(1, 28), list(1, 12), list(0, 6))
    .map((fields) => fields.join(' '))

  test('are those of another library, where clocks do not change', () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 0, max: 10 * 365 * 24 * 3600 }), (text, seconds) => {
        const from = Date.UTC(2020, 0, 1) + seconds * 1000
        const others = new Cron(text, { timezone: 'UTC', paused: true, legacyMode: true })
          .nextRuns(4, new Date(from))
          .map((run) => run.getTime())
        expect(nextRuns(read(text), from, 4)).toEqual(others)
      }),
      { numRuns: 300 },
    )
  })

  test('come one after the other, and the next after one is the one after', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC')
    fc.assert(
      fc.property(pattern, zones, fc.integer({ min: 0, max: 365 * 24 }), (text, zone, hours) => {
        const schedule = read(text, zone)
        const all = nextRuns(schedule, Date.UTC(2024, 0, 1) + hours * 3_600_000, 5)
        expect([...all].sort((a, b) => a - b)).toEqual(all)
        expect(new Set(all).size).toBe(all.length)
        const [first, ...rest] = all
        if (first !== undefined) expect(nextRuns(schedule, first, 4)).toEqual(rest)
      }),
      { numRuns: 200 },
    )
  })

  test('every pattern has words', () => {
    fc.assert(
      fc.property(pattern, (text) => {
        expect(scheduleWords(read(text))).not.toContain('At the times of')
      }),
    )
  })
})

describe('refused with a reason', () => {
  test.each([
    ['0 0 * * 7', 'Sunday is 0'],
    ['0 0 * * 5-7', 'Sunday is 0'],
    ['0 0 L * *', 'knows no L'],
    ['0 0 15W * *', 'knows no W'],
    ['0 0 * * 5#2', 'knows no #'],
    ['0 0 0 * * *', 'six fields'],
    ['0 0 * *', '4 fields'],
    ['60 * * * *', '60 is not between 0 and 59'],
    ['* 24 * * *', 'between 0 and 23'],
    ['* * 0 * *', 'between 1 and 31'],
    ['* * * 13 *', 'between 1 and 12'],
    ['0 22-2 * * *', '22-23,0-2'],
    ['0 0 * * fri-mon', 'runs backwards'],
    ['0 0 * * monday', 'one of sun'],
    ['*/0 * * * *', 'at least 1'],
    ['1/2/3 * * * *', 'more than one slash'],
    ['1-2-3 * * * *', 'more than one hyphen'],
    ['x * * * *', 'not a number'],
    ['-5 * * * *', 'not a number'],
    ['@reboot', 'does not know @reboot'],
    ['@Daily', 'does not know @Daily'],
    ['@every 1d', 'no unit'],
    ['@every', 'does not know'],
    ['@every soon', 'no duration'],
    ['', 'empty'],
    ['TZ=Europe/Berlin', 'a blank and the schedule'],
    ['TZ=Mars/Base 0 0 * * *', 'no time zone Mars/Base'],
    ['TZ=+01:00 0 0 * * *', 'no time zone'],
    ['TZ=Local 0 0 * * *', 'Name a place'],
  ])('%s', (text, reason) => {
    expect(refusal(text)).toContain(reason)
  })
  test('two time zones', () => {
    expect(refusal('TZ=UTC 0 0 * * *', 'Europe/Berlin')).toContain('two time zones')
    expect(refusal('0 0 * * *', 'Nowhere')).toContain('no time zone Nowhere')
  })
})

describe('words', () => {
  test.each([
    ['0 9 * * 1-5', 'At 09:00, Monday through Friday'],
    ['@daily', 'At 00:00'],
    ['*/15 * * * *', 'Every 15 minutes'],
    ['@every 1h30m', 'Every 1 hour 30 minutes'],
    ['@every 1h', 'Every hour'],
    ['0 9 13 * 5', 'At 09:00, on day 13 of the month or on Friday'],
    ['0 0 1 2 1-5', 'At 00:00, on day 1 of the month or Monday through Friday, only in February'],
    ['0 0 1 */6 *', 'At 00:00, on day 1 of the month, only in January and July'],
    ['0 0 ? * */3', 'At 00:00, only on Sunday, Wednesday, and Saturday'],
  ])('%s', (text, words) => {
    expect(scheduleWords(read(text))).toBe(words)
  })
})
