import type { Path } from '../../base/index.ts'
import { readDuration } from '../../schedule/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/** Durations that Argo reads only when they are due. Those of `memoize` need a unit; of the others a bare number counts as seconds. */
const fields: readonly (readonly [path: Path, needsUnit: boolean])[] = [
  [['suspend', 'duration'], false],
  [['retryStrategy', 'backoff', 'duration'], false],
  [['retryStrategy', 'backoff', 'maxDuration'], false],
  [['retryStrategy', 'backoff', 'cap'], false],
  [['memoize', 'maxAge'], true],
]

/** A duration must be one that Argo can read, though its lint does not look: the run ends in an error there. */
export const checkRunDurations: OwnRule = ({ node }, reader) =>
  fields.flatMap(([path, needsUnit]): readonly Finding[] => {
    const text = reader.textOf(reader.at(node, path)) ?? ''
    if (text === '' || text.includes('{{')) return []
    if (/^[+-]?\d+$/.test(text)) {
      if (!needsUnit || text === '0') return []
      const message = `\`${path.join('.')}\` needs a unit, and ${text} has none, so that the run ends in an error here. Write ${text}s for seconds.`
      const fixes = [settingField(`Change it to ${text}s`, path, `${text}s`)]
      return [{ code: 'duration-unreadable', message, path, fixes }]
    }
    const duration = readDuration(text)
    if (duration.ok) return []
    const days = /^(\d+)d$/.exec(text)?.[1]
    const hours = days === undefined ? undefined : `${String(Number(days) * 24)}h`
    const fixes = hours === undefined ? [] : [settingField(`Change it to ${hours}`, path, hours)]
    const message = `${duration.error} Argo’s lint does not look at \`${path.join('.')}\`: the run ends in an error here.`
    return [{ code: 'duration-unreadable', message, path, fixes }]
  })
