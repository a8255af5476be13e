import cronstrue from 'cronstrue'
import type { Schedule, TimesSchedule } from './parse.ts'

/**
 * A schedule in words, without its time zone: “At 09:00, Monday through Friday”. Where both day fields are restricted one of them is
 * enough, and the words say “or”.
 */
export function scheduleWords(schedule: Schedule): string {
  if (schedule.type === 'every') return `Every ${durationWords(schedule.seconds)}`
  const [minute = '', hour = ''] = schedule.fields.map(openField)
  const [day = '', month = '', weekday = ''] = dayFields(schedule)
  if (!schedule.eitherDay) return worded(`${minute} ${hour} ${day} ${month} ${weekday}`)
  // The library joins the two with “and”, or not at all.
  const dates = behindTime(`${day} * *`)
  const weekdays = behindTime(`* * ${weekday}`).replace(/^only /, '')
  const months = month === '*' ? '' : `, ${behindTime(`* ${month} *`)}`
  return `${worded(`${minute} ${hour} * * *`)}, ${dates} or ${weekdays}${months}`
}

/** Months and weekdays with a step are told one by one: “every 3 months” does not say which. */
function dayFields({ fields, months, weekdays }: TimesSchedule): readonly string[] {
  const [day = '', month = '', weekday = ''] = fields.slice(2).map(openField)
  return [
    day,
    month.includes('/') ? months.join(',') : month,
    weekday.includes('/') ? weekdays.join(',') : weekday,
  ]
}

function openField(field: string): string {
  return /^[*?](-[^/,]*)?(\/1)?$/.test(field) ? '*' : field.replaceAll('?', '*')
}

function behindTime(days: string): string {
  return worded(`0 0 ${days}`).replace(/^At 00:00(, )?/, '')
}

function worded(expression: string): string {
  try {
    return cronstrue.toString(expression, {
      use24HourTimeFormat: true,
      throwExceptionOnParseError: true,
    })
  } catch {
    // A few odd spellings that Argo takes, such as lists with a star in them.
    return `At the times of ${expression}`
  }
}

function durationWords(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const
  const said = parts.filter(([amount]) => amount > 0)
  const [only] = said
  if (only?.[0] === 1 && said.length === 1) return only[1]
  return said
    .map(([amount, unit]) => `${String(amount)} ${unit}${amount === 1 ? '' : 's'}`)
    .join(' ')
}
