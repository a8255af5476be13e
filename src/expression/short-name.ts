import { assertNever } from '../base/index.ts'
import type { Reference } from './reference.ts'

/**
 * A reference as people call it on a card: `flip.result` for `steps.flip.outputs.result`, `p` for
 * `inputs.parameters.p`. Not meant to be read back.
 */
export function shortReference(reference: Reference): string {
  switch (reference.kind) {
    case 'step': {
      const { part, step } = reference
      switch (part.kind) {
        case 'result':
        case 'parameters':
          return `${step.name}.${part.kind}`
        case 'parameter':
        case 'artifact':
          return `${step.name}.${part.name.name}`
        case 'field':
          return `${step.name}.${part.field}`
        case 'unknown':
          return part.text === '' ? step.name : `${step.name}.${part.text}`
        default:
          return assertNever(part)
      }
    }
    case 'input':
    case 'output':
    case 'workflow-parameter':
    case 'workflow-output':
      return reference.name.name
    case 'item':
      return reference.key ? `item.${reference.key.name}` : 'item'
    case 'built-in':
      return reference.name
    default:
      return assertNever(reference)
  }
}
