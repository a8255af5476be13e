import type { Schedule, TimesSchedule } from './parse.ts'
import { zoneOffset } from '../base/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** How far robfig/cron looks ahead; what does not come until then never runs. */
const YEARS = 5

/**
 * The next times after an instant at which a schedule runs, in milliseconds since 1970; fewer than `count` when there are no more
 * within five years, as for the 30th of February. A schedule without a zone is read in `fallback`.
 *
 * An instant is a run when the clock on the wall of that zone shows a time of the schedule, which is robfig's rule: a time that the
 * clocks skip in spring does not run that day, one that they show twice in autumn runs twice. Times of an `@every` are counted
 * from the given instant, for Argo counts from when its controller takes the schedule up.
 */
export function nextRuns(
  schedule: Schedule,
  after: number,
  count: number,
  fallback = 'UTC',
): readonly number[] {
  if (schedule.type === 'every') {
    const start = Math.floor(after / 1000) * 1000
    return Array.from(
      { length: count },
      (_, index) => start + (index + 1) * schedule.seconds * 1000,
    )
  }
  const zone = schedule.zone ?? fallback
  const runs: number[] = []
  // Days are counted on the wall, as if they were of UTC.
  const today = Math.floor((after + zoneOffset(zone, after)) / DAY) * DAY
  const last = Date.UTC(new Date(today).getUTCFullYear() + YEARS + 1, 0, 1)
  for (let day = today; day < last && runs.length < count; day += DAY)
    if (isDay(schedule, day))
      runs.push(...runsOfDay(schedule, zone, day).filter((run) => run > after))
  return runs.slice(0, count)
}

function isDay(schedule: TimesSchedule, day: number): boolean {
  const date = new Date(day)
  if (!schedule.months.includes(date.getUTCMonth() + 1)) return false
  const byDate = schedule.days.includes(date.getUTCDate())
  const byWeekday = schedule.weekdays.includes(date.getUTCDay())
  return schedule.eitherDay ? byDate || byWeekday : byDate && byWeekday
}

/** The runs of a day of the wall, sorted. Where the clocks change, a time has no instant, or two. */
function runsOfDay(schedule: TimesSchedule, zone: string, day: number): readonly number[] {
  const offsets = [...new Set([zoneOffset(zone, day - DAY), zoneOffset(zone, day + 2 * DAY)])]
  const isEven = offsets.length === 1
  return schedule.hours
    .flatMap((hour) => schedule.minutes.map((minute) => day + hour * HOUR + minute * MINUTE))
    .flatMap((wall) => offsets.map((offset) => ({ offset, instant: wall - offset })))
    .filter(({ offset, instant }) => isEven || zoneOffset(zone, instant) === offset)
    .map(({ instant }) => instant)
    .sort((a, b) => a - b)
}
