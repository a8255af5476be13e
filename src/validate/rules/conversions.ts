import type { Path } from '../../base/index.ts'
import type { FieldReader } from '../../argo/index.ts'
import { entryOf, type YamlNode } from '../../yaml/index.ts'
import { convertingToList, plurals } from '../plural-fields.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule } from '../scope.ts'
import type { CheckSettings } from '../settings.ts'

/**
 * Fields of a template's `synchronization` that a list takes the place of. Versions that have only one of the two are a matter of
 * `unknown-fields.ts`.
 */
export const checkTemplateConversions: OwnRule = ({ node }, reader, settings) =>
  inSynchronization(node, [], reader, settings)

/** The same of a workflow's, and the schedules of a CronWorkflow. */
export const checkWorkflowConversions: DocumentRule = ({ manifest, reader, settings }) => {
  const { spec, specPath, kind, document } = manifest
  const cron = kind === 'CronWorkflow' ? reader.field(document.root, 'spec') : undefined
  return [
    ...inSynchronization(spec.node, specPath, reader, settings),
    ...inMap(cron, ['spec'], settings),
  ]
}

function inSynchronization(
  owner: YamlNode | undefined,
  path: Path,
  reader: FieldReader,
  settings: CheckSettings,
): readonly Finding[] {
  return inMap(reader.field(owner, 'synchronization'), [...path, 'synchronization'], settings)
}

function inMap(
  map: YamlNode | undefined,
  path: Path,
  { target }: CheckSettings,
): readonly Finding[] {
  if (map?.kind !== 'map' || (target !== '3.6' && target !== '3.7')) return []
  return plurals.flatMap(([single, list]): readonly Finding[] => {
    if (entryOf(map, single) === undefined) return []
    const at = [...path, single]
    const message = `Argo 4.0 no longer has \`${single}\`. Write a list under \`${list}\`, which ${target} knows too.`
    const fixes = convertingToList(map, single, at)
    return [{ code: 'field-superseded', message, path: at, marks: 'key', fixes }]
  })
}
