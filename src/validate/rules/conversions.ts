import type { Path } from '../../base/index.ts'
import type { FieldReader } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { FixMaker } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule } from '../scope.ts'
import type { CheckSettings } from '../settings.ts'

/** Fields for one thing, and what the list is called that takes their place from Argo 3.6 on. Argo 4.0 has only the lists. */
const plurals = [
  ['mutex', 'mutexes'],
  ['semaphore', 'semaphores'],
  ['schedule', 'schedules'],
] as const

/** Fields of a template's `synchronization` that another version of Argo writes in another way. */
export const checkTemplateConversions: OwnRule = ({ node }, reader, settings) =>
  inSynchronization(node, [], reader, settings)

/** The same of a workflow's, and the schedules of a CronWorkflow. */
export const checkWorkflowConversions: DocumentRule = ({ manifest, reader, settings }) => {
  const { spec, specPath, kind, document } = manifest
  const cron = kind === 'CronWorkflow' ? reader.field(document.root, 'spec') : undefined
  return [
    ...inSynchronization(spec.node, specPath, reader, settings),
    ...inMap(cron, ['spec'], reader, settings),
  ]
}

function inSynchronization(
  owner: YamlNode | undefined,
  path: Path,
  reader: FieldReader,
  settings: CheckSettings,
): readonly Finding[] {
  const found = reader.field(owner, 'synchronization')
  return inMap(found, [...path, 'synchronization'], reader, settings)
}

function inMap(
  map: YamlNode | undefined,
  path: Path,
  reader: FieldReader,
  { target }: CheckSettings,
): readonly Finding[] {
  const keys = reader.keys(map)
  if (keys.length === 0) return []
  return plurals.flatMap(([single, list]): readonly Finding[] => {
    if (target !== '3.5' && keys.includes(single)) {
      const fixes = keys.includes(list) ? [] : [converting(path, single, list, 'list')]
      return [finding(path, single, target, list, fixes)]
    }
    if (target !== '3.5' || !keys.includes(list)) return []
    const isOne = reader.items(reader.field(map, list)).length === 1 && !keys.includes(single)
    const fixes = isOne ? [converting(path, list, single, 'single')] : []
    return [finding(path, list, target, single, fixes)]
  })
}

function finding(
  path: Path,
  key: string,
  target: string,
  instead: string,
  fixes: readonly FixMaker[],
): Finding {
  const isGone = target === '3.5' || Number(target) >= 4
  const message = isGone
    ? `Argo ${target} has no \`${key}\`: a server drops it without a word, and a strict check refuses it. Write \`${instead}\` instead.`
    : `Argo 4.0 no longer has \`${key}\`. Write a list under \`${instead}\`, which ${target} knows too.`
  const severity = isGone ? 'warning' : 'info'
  return { code: 'field-superseded', message, path: [...path, key], marks: 'key', severity, fixes }
}

function converting(path: Path, from: string, to: string, form: 'list' | 'single'): FixMaker {
  return (place) => ({
    title: `Write it as ${to}`,
    command: 'convertField',
    args: { path: [...place.path, ...path, from], name: to, form },
    isSafe: true,
  })
}
