import { parseSchedule } from '../../schedule/index.ts'
import { hasFullDefinitions, refusedByCluster } from '../definitions.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'

/** Schedules as the definitions of Argo 4 take them. */
const FIELD = '[A-Za-z0-9*,/?-]+'
const SCHEDULE = new RegExp(
  `^(?:@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)|@every\\s+(?:[0-9]+(?:ns|us|µs|ms|s|m|h))+|(?:${FIELD}\\s+){4}${FIELD})$`,
)

/** A schedule that Argo can read, but that is written in another way than the definitions take: with a time zone, blanks around it, or a fraction. */
export const checkScheduleForms: DocumentRule = ({ manifest, reader, settings }) => {
  if (manifest.kind !== 'CronWorkflow' || !hasFullDefinitions(settings)) return []
  const spec = reader.field(manifest.document.root, 'spec')
  return reader.texts(reader.field(spec, 'schedules')).flatMap((text, index): Finding[] => {
    if (SCHEDULE.test(text) || !parseSchedule(text, '').ok) return []
    const path = ['spec', 'schedules', index]
    const trimmed = text.trim()
    const advice = /^(?:CRON_)?TZ=/.test(trimmed)
      ? 'Write the time zone under `timezone`.'
      : 'Write five fields, or @every with whole numbers.'
    const message = `The schedule “${text}” has a form that only Argo reads. ${refusedByCluster} ${advice}`
    const fixes = SCHEDULE.test(trimmed) ? [settingField(`Write ${trimmed}`, path, trimmed)] : []
    return [{ code: 'crd-schedule', message, path, fixes }]
  })
}
