import type { FieldReader } from '../../argo/index.ts'
import { resolveScalar, type YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule, StepRule } from '../scope.ts'

/*
 * What is missing where the decoder would not mind: it takes nothing for anything, as an empty map or list. Whether what is there has the
 * right shape is a matter of `fields.ts`.
 */

/** A workflow needs a spec, and each of its templates must be there. A library may be without. */
export const checkManifestShape: DocumentRule = ({ manifest, reader }) => {
  const { kind = 'manifest', document, specPath, spec } = manifest
  let node: YamlNode | undefined = document.root
  for (const [index, key] of specPath.entries()) {
    const path = specPath.slice(0, index + 1)
    node = typeof key === 'string' ? reader.field(node, key) : undefined
    if (node !== undefined) continue
    const message = `This ${kind} has no ${path.join('.')}. Write it with what is to run.`
    const isLibrary = kind !== 'Workflow' && kind !== 'CronWorkflow'
    const severity = isLibrary ? 'warning' : 'error'
    return [{ code: 'shape', message, path: specPath.slice(0, index), severity }]
  }
  const templates = reader.field(spec.node, 'templates')
  return reader.items(templates).flatMap((item, index) => {
    const path = [...specPath, 'templates', index]
    return isNothing(item, reader) ? [missing(path, 'This template is empty.')] : []
  })
}

/** A lane of nothing waits for nothing. */
export const checkTemplateShape: OwnRule = ({ node }, reader) =>
  reader.items(reader.field(node, 'steps')).flatMap((lane, index): Finding[] => {
    if (!isNothing(lane, reader)) return []
    const message = 'This lane is empty: write a step into it, or remove it.'
    return [{ code: 'shape', message, path: ['steps', index], severity: 'warning' }]
  })

/** A step must be there. */
export const checkStepShapes: StepRule = ({ node }, reader) =>
  isNothing(node, reader) ? [missing([], 'This step is empty.')] : []

function missing(path: Finding['path'], fact: string): Finding {
  const message = `${fact} Write it as a map (key: value), with its name first, or remove it.`
  return { code: 'shape', message, path }
}

function isNothing(node: YamlNode, reader: FieldReader): boolean {
  const target = reader.resolve(node)
  if (target === undefined || target.kind === 'empty') return true
  return target.kind === 'scalar' && resolveScalar(target) === null
}
