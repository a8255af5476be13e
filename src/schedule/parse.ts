import { err, ok, type Result } from '../base/index.ts'
import { readDuration } from './duration.ts'
import { fieldKinds, readField } from './field.ts'
import { zoneProblem } from './zone.ts'

/** When a CronWorkflow runs: at times of the clock, or again and again after a while. */
export type Schedule = TimesSchedule | EverySchedule

export interface TimesSchedule {
  readonly type: 'times'
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly days: readonly number[]
  readonly months: readonly number[]
  /** 0 is Sunday. */
  readonly weekdays: readonly number[]
  /** Whether one of the two day fields is enough; else both must hold, one of them being open. */
  readonly eitherDay: boolean
  /** The five fields, for words. */
  readonly fields: readonly string[]
  /** Whose clock; nothing for that of the controller. */
  readonly zone: string | undefined
}

export interface EverySchedule {
  readonly type: 'every'
  readonly seconds: number
  readonly zone: string | undefined
}

const shorthands: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}

/**
 * Reads a schedule as Argo's controller does: `timezone` of the CronWorkflow becomes a prefix of each schedule, and what results is
 * read by the standard parser of robfig/cron v3, which takes five fields or a descriptor behind an optional `TZ=` or `CRON_TZ=`.
 * Refused, with a reason, is what that parser refuses.
 */
export function parseSchedule(text: string, timezone?: string): Result<Schedule, string> {
  const prefix = /^(?:CRON_)?TZ=(\S*)(?:[ \t]+(.*))?$/s.exec(text)
  const outer = timezone === undefined || timezone === '' ? undefined : timezone
  if (prefix !== null && outer !== undefined)
    return err(
      'There are two time zones, one here and one in timezone. Argo takes one: leave one out.',
    )
  const zone = prefix?.[1] ?? outer
  const problem = zone === undefined || zone === '' ? undefined : zoneProblem(zone)
  if (problem !== undefined) return err(problem)
  if (prefix !== null && prefix[2] === undefined)
    return err('Behind the time zone there must be a blank and the schedule.')
  const rest = (prefix?.[2] ?? text).trim()
  // An empty name is UTC to Go, whereas no name at all is the controller's own zone.
  const named = zone === '' ? 'UTC' : zone
  if (rest === '') return err('The schedule is empty. It has five fields, as in 0 9 * * 1-5.')
  return rest.startsWith('@') ? readDescriptor(rest, named) : readFields(rest, named)
}

function readDescriptor(text: string, zone: string | undefined): Result<Schedule, string> {
  const fields = Object.hasOwn(shorthands, text) ? shorthands[text] : undefined
  if (fields !== undefined) return readFields(fields, zone)
  if (text.startsWith('@every ')) {
    const seconds = readDuration(text.slice('@every '.length))
    if (!seconds.ok) return seconds
    return ok({ type: 'every', seconds: Math.max(1, Math.floor(seconds.value)), zone })
  }
  return err(
    `Argo does not know ${text}. It knows ${Object.keys(shorthands).join(', ')} and @every 1h30m.`,
  )
}

function readFields(text: string, zone: string | undefined): Result<Schedule, string> {
  const fields = text.split(/\s+/)
  if (fields.length === 6)
    return err(
      'There are six fields, and Argo takes five: minute, hour, day, month, day of the week. It has no seconds and no years.',
    )
  if (fields.length !== 5)
    return err(
      `There ${fields.length === 1 ? 'is one field' : `are ${String(fields.length)} fields`}, and Argo takes five: minute, hour, day, month, day of the week.`,
    )
  const read = fieldKinds.map((kind, index) => readField(fields[index] ?? '', kind))
  const wrong = read.find((field) => !field.ok)
  if (wrong?.ok === false) return err(`In the ${wrong.error}`)
  const [minute, hour, day, month, weekday] = read.flatMap((field) =>
    field.ok ? [field.value] : [],
  )
  if (!minute || !hour || !day || !month || !weekday) throw new Error('five fields were read')
  return ok({
    type: 'times',
    minutes: minute.values,
    hours: hour.values,
    days: day.values,
    months: month.values,
    weekdays: weekday.values,
    eitherDay: !day.isOpen && !weekday.isOpen,
    fields,
    zone,
  })
}
