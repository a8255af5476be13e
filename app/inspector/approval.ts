import type { Path } from '../../src/base/index.ts'
import { itemsOf, valueOf, type JsonValue, type YamlNode } from '../../src/yaml/index.ts'

/** Whether a template waits for values from whoever resumes it. */
export function isApproval(template: YamlNode): boolean {
  return itemsOf(valueOf(valueOf(template, 'outputs'), 'parameters')).some(
    (output) => valueOf(valueOf(output, 'valueFrom'), 'supplied') !== undefined,
  )
}

/**
 * What makes a suspend template ask for approval, as Argo's own page for it expects: an input that lists the choices, and an output of the
 * same name that is supplied on resume.
 */
export function approvalFields(
  path: Path,
  template: YamlNode,
): readonly { readonly path: Path; readonly value: JsonValue }[] {
  const count = (side: string): number =>
    itemsOf(valueOf(valueOf(template, side), 'parameters')).length
  return [
    {
      path: [...path, 'inputs', 'parameters', count('inputs')],
      value: { name: 'approve', default: 'no', enum: ['yes', 'no'] },
    },
    {
      path: [...path, 'outputs', 'parameters', count('outputs')],
      value: { name: 'approve', valueFrom: { supplied: {} } },
    },
  ]
}
