import { assertNever, type TextChange } from '../base/index.ts'
import type { NamePart, Reference } from './reference.ts'
import { findExpressionReferences, findReferences, type FoundReference } from './references.ts'

/** What is renamed, by its name so far. */
export type RenameTarget =
  | { readonly scope: 'steps' | 'tasks'; readonly step: string }
  /** An output of the template that the step calls. */
  | { readonly scope: 'steps' | 'tasks'; readonly step: string; readonly parameter: string }
  | { readonly scope: 'steps' | 'tasks'; readonly step: string; readonly artifact: string }
  | { readonly scope: 'inputs' | 'outputs'; readonly parameter: string }
  | { readonly scope: 'inputs' | 'outputs'; readonly artifact: string }
  | { readonly scope: 'workflow'; readonly parameter: string }
  /** A global output, by its `globalName`. */
  | { readonly scope: 'workflow.outputs'; readonly parameter: string }
  | { readonly scope: 'workflow.outputs'; readonly artifact: string }
  | { readonly scope: 'item'; readonly key: string }

/**
 * The changes that make all references of a text with template tags follow a rename; empty when there are
 * none. Only names are replaced, except that a dotted name in an expression goes into brackets when the new
 * name is not an identifier: `steps.flip` becomes `steps['flip-coin']`.
 */
export function renameReference(text: string, target: RenameTarget, newName: string): TextChange[] {
  return planRename(text, findReferences(text), target, newName)
}

/** The same for a text that is an expression itself; see `findExpressionReferences`. */
export function renameExpressionReference(
  text: string,
  target: RenameTarget,
  newName: string,
): TextChange[] {
  return planRename(text, findExpressionReferences(text), target, newName)
}

function planRename(
  text: string,
  found: readonly FoundReference[],
  target: RenameTarget,
  newName: string,
): TextChange[] {
  return found.flatMap(({ reference, form }) => {
    const part = partToRename(reference, target)
    if (!part || part.name === newName) return []
    if (form === 'tag') return [{ ...part.range, insert: newName }]
    return [
      part.style === 'bracket' ? inQuotes(text, part, newName) : afterDot(text, part, newName),
    ]
  })
}

/** The name in a reference that the target means, if the reference means the target. */
function partToRename(reference: Reference, target: RenameTarget): NamePart | undefined {
  switch (target.scope) {
    case 'steps':
    case 'tasks': {
      if (reference.kind !== 'step' || reference.scope !== target.scope) return undefined
      if (reference.step.name !== target.step) return undefined
      const { part } = reference
      if ('parameter' in target)
        return part.kind === 'parameter' ? named(part.name, target.parameter) : undefined
      if ('artifact' in target)
        return part.kind === 'artifact' ? named(part.name, target.artifact) : undefined
      return reference.step
    }
    case 'inputs':
    case 'outputs': {
      const kind = target.scope === 'inputs' ? 'input' : 'output'
      return reference.kind === kind ? port(reference, target) : undefined
    }
    case 'workflow':
      return reference.kind === 'workflow-parameter'
        ? named(reference.name, target.parameter)
        : undefined
    case 'workflow.outputs':
      return reference.kind === 'workflow-output' ? port(reference, target) : undefined
    case 'item':
      return reference.kind === 'item' && reference.key
        ? named(reference.key, target.key)
        : undefined
    default:
      return assertNever(target)
  }
}

function port(
  reference: { readonly of: 'parameter' | 'artifact'; readonly name: NamePart },
  target: { readonly parameter: string } | { readonly artifact: string },
): NamePart | undefined {
  const of = 'parameter' in target ? 'parameter' : 'artifact'
  const name = 'parameter' in target ? target.parameter : target.artifact
  return reference.of === of ? named(reference.name, name) : undefined
}

function named(part: NamePart, name: string): NamePart | undefined {
  return part.name === name ? part : undefined
}

function inQuotes(text: string, part: NamePart, newName: string): TextChange {
  const quote = text[part.range.from - 1] ?? "'"
  return { ...part.range, insert: escaped(newName, quote) }
}

function afterDot(text: string, part: NamePart, newName: string): TextChange {
  if (/^[A-Za-z_$][\w$]*$/.test(newName)) return { ...part.range, insert: newName }
  // Optional chaining keeps its mark: `steps?.flip` becomes `steps?.['flip-coin']`.
  const optional = text.startsWith('?.', part.access.from) ? '?.' : ''
  return { ...part.access, insert: `${optional}['${escaped(newName, "'")}']` }
}

function escaped(name: string, quote: string): string {
  return quote === '`' ? name : name.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
}
