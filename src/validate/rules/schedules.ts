import { parseSchedule, zoneProblem } from '../../schedule/index.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'

/** A CronWorkflow has schedules, each of which Argo's controller can read, and a time zone that there is. */
export const checkSchedules: DocumentRule = ({ manifest, reader }) => {
  if (manifest.kind !== 'CronWorkflow') return []
  const spec = reader.field(manifest.document.root, 'spec')
  if (spec === undefined) return []
  const list = reader.texts(reader.field(spec, 'schedules'))
  const single = reader.text(spec, 'schedule')
  const timezone = reader.text(spec, 'timezone') ?? ''
  if (list.length === 0 && single === undefined) {
    const message = 'The CronWorkflow has no schedule, so it never runs. Add one to spec.schedules.'
    return [{ code: 'schedule-missing', message, path: ['spec'] }]
  }
  const all =
    list.length > 0
      ? list.map((text, index) => ({ text, path: ['spec', 'schedules', index] }))
      : [{ text: single ?? '', path: ['spec', 'schedule'] }]
  const inZone = timezone === '' ? undefined : zoneProblem(timezone)
  const zone: Finding[] =
    // Wherever the controller runs, that machine has a zone.
    inZone === undefined || timezone === 'Local'
      ? []
      : [{ code: 'schedule-unreadable', message: inZone, path: ['spec', 'timezone'] }]
  const inSchedules = all.flatMap(({ text, path }): Finding[] => {
    const schedule = parseSchedule(text, inZone === undefined ? timezone : '')
    if (schedule.ok) return []
    const message = `The schedule ${text} cannot be read. ${schedule.error}`
    return [{ code: 'schedule-unreadable', message, path }]
  })
  return [...zone, ...inSchedules]
}
