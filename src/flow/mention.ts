import type { Path, TextRange } from '../base/index.ts'
import type { PortKind, Reference } from '../expression/index.ts'

/** What a text names. */
export type What =
  /** A template tag, or a name in an expression. */
  | {
      readonly role: 'data'
      readonly reference: Reference
      readonly form: 'tag' | 'expression'
    }
  /** A task, or a container of a set, that has to come first; the result of it that `depends` asks for. */
  | { readonly role: 'control'; readonly name: string; readonly of: 'task' | 'container' }
  /** A template that is called. `caller` is the path of what calls it: a step, a hook, or the spec. */
  | { readonly role: 'call'; readonly name: string; readonly caller: Path }
  /** An input of a called template that is given a value. */
  | {
      readonly role: 'argument'
      readonly of: PortKind
      readonly name: string
      readonly caller: Path
    }
  /** An input artifact that is named without a tag. */
  | { readonly role: 'input'; readonly of: PortKind; readonly name: string }

/**
 * Something that a text names, without knowing yet what is meant. Paths lead from the node that was asked about, so that a mention can be
 * kept with it: a step, or a field of a template or of the spec.
 */
export interface Mention {
  /** Path of the text. */
  readonly path: Path
  /** In the value of the text. */
  readonly within: TextRange
  readonly what: What
  /** Paths of the templates given in place around it, the outermost first. */
  readonly inlines: readonly Path[]
  /** Path of the innermost step or task around it; nothing where that is not below the node. */
  readonly step: Path | undefined
}

/** The names in a mention, for finding those that may mean a thing of a name. */
export function namesOf({ what }: Mention): readonly string[] {
  if (what.role !== 'data') return [what.name]
  const { reference } = what
  switch (reference.kind) {
    case 'step': {
      const { part } = reference
      return part.kind === 'parameter' || part.kind === 'artifact'
        ? [reference.step.name, part.name.name]
        : [reference.step.name]
    }
    case 'input':
    case 'output':
    case 'workflow-parameter':
    case 'workflow-output':
      return [reference.name.name]
    case 'item':
      return reference.key === undefined ? [] : [reference.key.name]
    case 'built-in':
      return []
  }
}
