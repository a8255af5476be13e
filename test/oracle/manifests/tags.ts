import type { Random } from '../../support/random.ts'

const prefixes = ['steps', 'tasks', 'inputs', 'outputs', 'workflow', 'item', 'pod', 'step']

/** A text one of whose tags is not as it was. */
export function brokenTag(text: string, random: Random): string {
  const tags = [...text.matchAll(/\{\{(.*?)\}\}/gs)]
  const tag = random.of(tags)
  if (tag === undefined) return text
  const [whole, inside = ''] = tag
  const changed = random.of([
    `{{${inside}x}}`,
    `{{ ${inside} }}`,
    `{{=${inside}}}`,
    `{{${inside}`,
    `{${inside}}`,
    `${inside}}}`,
    '{{}}',
    `{{{{${inside}}}}}`,
    `{{${inside.replace(/\.[^.]*$/, '')}}}`,
    `{{${inside.replace(/\.[^.]*$/, '.other')}}}`,
    `{{${inside.replace(/^[^.]*/, random.of(prefixes) ?? '')}}}`,
    `{{${inside.replace(/^([^.]*)\.[^.]*/, '$1.other')}}}`,
    `{{${inside.replace('parameters', 'artifacts')}}}`,
    `{{${inside.replace('outputs', 'inputs')}}}`,
  ])
  return text.slice(0, tag.index) + (changed ?? '') + text.slice(tag.index + whole.length)
}

/** A text with a tag that refers to one of the names, or to something that is always, seldom or never there. */
export function newTag(text: string, names: readonly string[], random: Random): string {
  const name = random.of(names) ?? 'x'
  const tag = random.of([
    ...[
      'status',
      'id',
      'ip',
      'startedAt',
      'outputs.result',
      'exitCode',
      'outputs.parameters',
    ].flatMap((what) => [`steps.${name}.${what}`, `tasks.${name}.${what}`]),
    `steps.${name}.outputs.parameters.${random.of(names) ?? 'p'}`,
    `tasks.${name}.outputs.artifacts.${random.of(names) ?? 'a'}`,
    `inputs.parameters.${name}`,
    `inputs.artifacts.${name}.path`,
    `inputs.artifacts.${name}`,
    `outputs.parameters.${name}.path`,
    `workflow.parameters.${name}`,
    `workflow.outputs.parameters.${name}`,
    ...[
      'name',
      'uid',
      'status',
      'failures',
      'priority',
      'labels.app',
      'parameters',
      'scheduledTime',
    ].map((what) => `workflow.${what}`),
    ...['annotations', 'creationTimestamp.s', 'duration', 'mainEntrypoint', 'namespace', 'x'].map(
      (what) => `workflow.${what}`,
    ),
    ...['item', 'item.key', 'pod.name', 'retries', 'lastRetry.exitCode', 'node.name', 'nothing'],
    '=1 + 1',
    '=steps.x',
  ])
  const written = `{{${tag ?? ''}}}`
  return random.chance(0.5) ? written : `${text} ${written}`
}
