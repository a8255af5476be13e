import { assertNever } from '../../src/base/index.ts'
import type { ScopeSource } from '../../src/argo/index.ts'

/** Where values in scope come from, in a few words: a heading over them, or a note beside one. */
export function sourceWords(source: ScopeSource): string {
  switch (source.kind) {
    case 'item':
      return 'Loop'
    case 'inputs':
      return 'Inputs'
    case 'own':
      return 'This template'
    case 'step':
      return source.name
    case 'workflow':
      return 'Workflow'
    default:
      return assertNever(source)
  }
}
