import type { Path } from '../../base/index.ts'
import type { FieldReader, PortsView } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { hasFullDefinitions, numberOf, refusedByCluster } from '../definitions.ts'
import { settingField, type FixMaker } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule } from '../scope.ts'

/** How many there may be of each, and how long the value of a gauge may be. */
const MOST = { templates: 200, tasks: 200, inputs: 500, metrics: 100, gauge: 256 } as const

/** Lists that are too long or empty, and numbers that are too small, by the definitions of Argo 4. */
export const checkTemplateLimits: OwnRule = (template, reader, settings) => {
  if (!hasFullDefinitions(settings)) return []
  const { node, type, tasks, inputs, outputs } = template
  const lanes = type === 'steps' ? reader.field(node, 'steps') : undefined
  return [
    ...tooMany(tasks.length, 'tasks', MOST.tasks, ['dag', 'tasks']),
    ...tooMany(inputs.parameters.length, 'input parameters', MOST.inputs, ['inputs', 'parameters']),
    ...(lanes?.kind === 'seq' && lanes.items.length === 0
      ? [finding('This template has no lane.', ['steps'])]
      : []),
    ...parallelism(node, [], reader),
    ...metrics(node, [], reader),
    ...emptyEnums(inputs, 'inputs', reader),
    ...emptyEnums(outputs, 'outputs', reader),
  ]
}

/** The same of a workflow as a whole. */
export const checkWorkflowLimits: DocumentRule = ({ manifest, reader, settings }) => {
  if (!hasFullDefinitions(settings)) return []
  const { spec, specPath } = manifest
  return [
    ...tooMany(spec.templates.length, 'templates', MOST.templates, [...specPath, 'templates']),
    ...parallelism(spec.node, specPath, reader),
    ...metrics(spec.node, specPath, reader),
  ]
}

function finding(fact: string, path: Path, fixes: readonly FixMaker[] = []): Finding {
  const message = `${fact} ${refusedByCluster}`
  return { code: 'crd-limit', message, path, marks: 'key', fixes }
}

function tooMany(count: number, what: string, most: number, path: Path): readonly Finding[] {
  if (count <= most) return []
  return [finding(`There are ${String(count)} ${what}, of ${String(most)} at most.`, path)]
}

function parallelism(
  owner: YamlNode | undefined,
  path: Path,
  reader: FieldReader,
): readonly Finding[] {
  const most = numberOf(reader, owner, 'parallelism')
  if (most === undefined || most >= 1) return []
  const at = [...path, 'parallelism']
  return [finding('At least one must run at a time.', at, [settingField('Set it to 1', at, 1)])]
}

function metrics(owner: YamlNode | undefined, path: Path, reader: FieldReader): readonly Finding[] {
  const all = reader.items(reader.field(reader.field(owner, 'metrics'), 'prometheus'))
  const at = [...path, 'metrics', 'prometheus']
  const long = all.flatMap((metric, index): readonly Finding[] => {
    const value = reader.text(reader.field(metric, 'gauge'), 'value') ?? ''
    if (value.length <= MOST.gauge) return []
    const fact = `The value of a gauge has at most ${String(MOST.gauge)} letters.`
    return [finding(fact, [...at, index, 'gauge', 'value'])]
  })
  return [...tooMany(all.length, 'metrics', MOST.metrics, at), ...long]
}

function emptyEnums(
  { parameters }: PortsView,
  ports: 'inputs' | 'outputs',
  reader: FieldReader,
): readonly Finding[] {
  return parameters.flatMap(({ node, name = '' }, index): readonly Finding[] => {
    const values = reader.field(node, 'enum')
    if (values?.kind !== 'seq' || values.items.length > 0) return []
    const at = [ports, 'parameters', index, 'enum']
    const fixes = [settingField('Remove the enum', at, null)]
    return [finding(`The enum of ${name} has no value.`, at, fixes)]
  })
}
