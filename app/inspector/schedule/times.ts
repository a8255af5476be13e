import { nextRuns, type Schedule } from '../../../src/schedule/index.ts'

/** A coming run, as both clocks show it. */
export interface Run {
  readonly at: number
  /** By the clock of the schedule's zone. */
  readonly there: string
  /** By the viewer's clock; nothing where that shows the same. */
  readonly here: string | undefined
  /** How long until then. */
  readonly until: string
}

/** The zone in which schedules without one are read: that of the controller, which nearly always is UTC. */
export const CONTROLLER_ZONE = 'UTC'

/** The next runs of all schedules together, each instant once. */
export function runsOf(
  schedules: readonly Schedule[],
  now: number,
  count: number,
  viewerZone: string,
): readonly Run[] {
  const zoned = schedules.flatMap((schedule) =>
    nextRuns(schedule, now, count, CONTROLLER_ZONE).map((at) => ({
      at,
      zone: schedule.zone ?? CONTROLLER_ZONE,
    })),
  )
  const byTime = new Map(zoned.map((run) => [run.at, run]))
  return [...byTime.values()]
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ at, zone }) => {
      const [day, time] = clock(at, zone)
      const [otherDay, otherTime] = clock(at, viewerZone)
      const here = otherDay === day ? otherTime : `${otherDay} ${otherTime}`
      const isSame = otherDay === day && otherTime === time
      const there = `${day} ${time}`
      return { at, there, here: isSame ? undefined : here, until: untilWords(at - now) }
    })
}

function clock(at: number, timeZone: string): readonly [day: string, time: string] {
  const day = { timeZone, weekday: 'short', day: 'numeric', month: 'short' } as const
  const time = { timeZone, hour: '2-digit', minute: '2-digit' } as const
  return [
    new Intl.DateTimeFormat('en-GB', day).format(at).replace(',', ''),
    new Intl.DateTimeFormat('en-GB', time).format(at),
  ]
}

function untilWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  if (minutes < 60) return `in ${String(minutes)} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48)
    return `in ${String(hours)} h ${minutes % 60 === 0 ? '' : `${String(minutes % 60)} min`}`.trimEnd()
  return `in ${String(Math.round(hours / 24))} days`
}
