import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'
import { settledName } from '../settled.ts'

const NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/

/** Metrics of a template have names that Prometheus takes, a help and a value. (Argo: validateTemplate, workflow/metrics.) */
export const checkMetrics: OwnRule = (template, reader) =>
  reader
    .items(reader.field(reader.field(template.node, 'metrics'), 'prometheus'))
    .flatMap((metric, index) =>
      checkMetric(reader, metric, ['metrics', 'prometheus', index], (name) =>
        settledName(name, template, reader),
      ),
    )

function checkMetric(
  reader: FieldReader,
  metric: YamlNode,
  path: Path,
  settled: (name: string) => string,
): readonly Finding[] {
  const name = reader.text(metric, 'name') ?? ''
  const help = reader.text(metric, 'help') ?? ''
  const labels = reader.items(reader.field(metric, 'labels'))
  const incomplete = (message: string): Finding => ({ code: 'metric-incomplete', message, path })
  return [
    ...checkName(name, 'metric', [...path, 'name'], settled),
    ...labels.flatMap((label, index) => {
      const at = [...path, 'labels', index]
      return checkName(reader.text(label, 'key') ?? '', 'label', [...at, 'key'], settled)
    }),
    ...(help === ''
      ? [incomplete(`The metric ${name} does not say what it measures. Write it under \`help\`.`)]
      : []),
    ...['gauge', 'counter', 'histogram']
      .filter((kind) => reader.field(metric, kind)?.kind === 'map')
      .filter((kind) => (reader.text(reader.field(metric, kind), 'value') ?? '') === '')
      .map((kind) =>
        incomplete(`The metric ${name} has no value. Write it under \`${kind}.value\`.`),
      ),
    ...checkRealtime(reader, reader.field(metric, 'gauge'), [...path, 'gauge']),
  ]
}

function checkName(
  name: string,
  what: string,
  path: Path,
  settled: (name: string) => string,
): readonly Finding[] {
  if (name === '') {
    const message = `This ${what} has no name. Write it.`
    return [{ code: 'name-missing', message, path: path.slice(0, -1) }]
  }
  if (NAME.test(settled(name))) return []
  const message = `“${name}” is no name for a ${what}. Use letters, digits and _, and no digit at the start.`
  return [{ code: 'name-invalid', message, path }]
}

function checkRealtime(
  reader: FieldReader,
  gauge: YamlNode | undefined,
  path: Path,
): readonly Finding[] {
  if (!reader.flag(gauge, 'realtime')) return []
  if (!(reader.text(gauge, 'value') ?? '').includes('resourcesDuration.')) return []
  const message =
    'How long resources were used is known only at the end, not in real time. Remove `realtime`, or measure something else.'
  const fixes = [settingField('Remove realtime', [...path, 'realtime'], null)]
  return [{ code: 'metric-realtime', message, path: [...path, 'realtime'], fixes }]
}
