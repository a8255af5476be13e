import type { Path } from '../../base/index.ts'
import type { FieldReader } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { hasFullDefinitions, refusedByCluster } from '../definitions.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule } from '../scope.ts'
import { similarName } from '../similar.ts'

/** A field that takes only some values, at a path from its owner. */
type Choice = readonly [path: readonly string[], values: readonly string[]]

const retries: Choice = [
  ['retryStrategy', 'retryPolicy'],
  ['Always', 'OnFailure', 'OnError', 'OnTransientError'],
]
const collecting: Choice = [
  ['artifactGC', 'strategy'],
  ['', 'OnWorkflowCompletion', 'OnWorkflowDeletion', 'Never'],
]
const addressing: Choice = [
  ['s3', 'addressingStyle'],
  ['', 'path', 'virtual-hosted'],
]
const ofTemplates: readonly Choice[] = [
  retries,
  [
    ['resource', 'action'],
    ['get', 'create', 'apply', 'delete', 'replace', 'patch'],
  ],
  [
    ['resource', 'mergeStrategy'],
    ['strategic', 'merge', 'json'],
  ],
  [['archiveLocation', ...addressing[0]], addressing[1]],
]
const ofArtifacts = [collecting, addressing]
const ofMetrics: readonly Choice[] = [
  [
    ['gauge', 'operation'],
    ['Set', 'Add', 'Sub'],
  ],
]
const ofCron: readonly Choice[] = [[['concurrencyPolicy'], ['Allow', 'Forbid', 'Replace']]]

/** Values that the definitions of Argo 4 do not have where lint looks at none, or takes tags and empty texts. */
export const checkTemplateValues: OwnRule = ({ node, inputs, outputs }, reader, settings) => {
  if (!hasFullDefinitions(settings)) return []
  const inPorts = (['inputs', 'outputs'] as const).flatMap((ports) =>
    (ports === 'inputs' ? inputs : outputs).artifacts.flatMap((artifact, index) =>
      unknownIn(artifact.node, [ports, 'artifacts', index], ofArtifacts, reader),
    ),
  )
  return [...unknownIn(node, [], ofTemplates, reader), ...inPorts, ...inMetrics(node, [], reader)]
}

/** The same of a workflow as a whole. */
export const checkWorkflowValues: DocumentRule = ({ manifest, reader, settings }) => {
  if (!hasFullDefinitions(settings)) return []
  const { spec, specPath, kind, document } = manifest
  const cron = kind === 'CronWorkflow' ? reader.field(document.root, 'spec') : undefined
  return [
    ...unknownIn(spec.node, specPath, [retries, collecting], reader),
    ...inMetrics(spec.node, specPath, reader),
    ...unknownIn(cron, ['spec'], ofCron, reader),
  ]
}

function inMetrics(
  owner: YamlNode | undefined,
  path: Path,
  reader: FieldReader,
): readonly Finding[] {
  const all = reader.items(reader.field(reader.field(owner, 'metrics'), 'prometheus'))
  return all.flatMap((metric, index) =>
    unknownIn(metric, [...path, 'metrics', 'prometheus', index], ofMetrics, reader),
  )
}

function unknownIn(
  owner: YamlNode | undefined,
  path: Path,
  choices: readonly Choice[],
  reader: FieldReader,
): readonly Finding[] {
  return choices.flatMap(([keys, values]): readonly Finding[] => {
    const node = keys.reduce((found, key) => reader.field(found, key), owner)
    const value = reader.textOf(node)
    if (value === undefined || values.includes(value) || isRefused(keys, value)) return []
    const at = [...path, ...keys]
    const known = values.filter((one) => one !== '')
    const similar = similarName(value, known)
    const fact = value === '' ? 'is empty' : `is ${value}`
    const message = `\`${keys.at(-1) ?? ''}\` ${fact}, which is none of ${known.join(', ')}. ${refusedByCluster}`
    const fixes =
      value === ''
        ? [settingField('Remove it', at, null)]
        : similar === undefined
          ? []
          : [settingField(`Change it to ${similar}`, at, similar)]
    return [{ code: 'crd-value', message, path: at, fixes }]
  })
}

/** Whether Argo itself refuses a value, which is said elsewhere. */
function isRefused(keys: readonly string[], value: string): boolean {
  switch (keys.at(-1)) {
    case 'action':
      return !value.startsWith('{{')
    case 'retryPolicy':
    case 'concurrencyPolicy':
      return value !== ''
    default:
      return false
  }
}
