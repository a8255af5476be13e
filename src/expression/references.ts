import { assertNever, type TextRange } from '../base/index.ts'
import { findChains } from './chains.ts'
import { classify } from './classify.ts'
import { parseReference } from './parse-reference.ts'
import type { NamePart, Reference, StepPart } from './reference.ts'
import { findTags, type Tag } from './tags.ts'

/** A reference with ranges that count from the start of the text in which it was found. */
export interface FoundReference {
  readonly reference: Reference
  /** A tag writes all names with dots; an expression may need brackets. */
  readonly form: 'tag' | 'expression'
  /** Absent when the whole text is an expression. */
  readonly tag: Tag | undefined
}

/**
 * All references of a text with template tags, in order: those of simple tags, and those inside `{{=…}}`.
 * The text is a decoded value, not YAML source with its escapes.
 */
export function findReferences(text: string): FoundReference[] {
  return findTags(text).flatMap((tag) => (tag.closed ? inTag(tag) : []))
}

/**
 * All references of a text that is an expression itself, such as a hook's `expression` or `fromExpression`:
 * expr-lang, in which Argo may replace template tags first.
 */
export function findExpressionReferences(text: string): FoundReference[] {
  const tags = findTags(text).filter((tag) => tag.closed)
  let masked = text
  for (const { range } of tags) {
    const blank = '\0'.repeat(range.to - range.from)
    masked = masked.slice(0, range.from) + blank + masked.slice(range.to)
  }
  const found = [...inExpression(masked, 0, undefined), ...tags.flatMap(inTag)]
  return found.sort((a, b) => a.reference.range.from - b.reference.range.from)
}

function inTag(tag: Tag): FoundReference[] {
  if (tag.kind === 'expression') return inExpression(tag.body, tag.bodyRange.from, tag)
  // Argo also resolves the inner tag of `{{inputs.parameters.{{item}}}}`: the last braces win.
  const inner = tag.body.lastIndexOf('{{')
  const from = inner > 0 ? inner + 2 : 0
  const reference = parseReference(tag.body.slice(from))
  if (!reference) return []
  return [{ reference: shifted(reference, tag.bodyRange.from + from), form: 'tag', tag }]
}

function inExpression(text: string, offset: number, tag: Tag | undefined): FoundReference[] {
  return findChains(text).flatMap((chain) => {
    const reference = classify(chain, 'expression')
    if (!reference) return []
    return [{ reference: shifted(reference, offset), form: 'expression' as const, tag }]
  })
}

function shifted(reference: Reference, by: number): Reference {
  const range = shiftedRange(reference.range, by)
  switch (reference.kind) {
    case 'step': {
      const part = shiftedPart(reference.part, by)
      return { ...reference, range, step: shiftedName(reference.step, by), part }
    }
    case 'item':
      return { ...reference, range, key: reference.key && shiftedName(reference.key, by) }
    case 'built-in':
      return { ...reference, range }
    case 'input':
    case 'output':
    case 'workflow-parameter':
    case 'workflow-output':
      return { ...reference, range, name: shiftedName(reference.name, by) }
    default:
      return assertNever(reference)
  }
}

function shiftedPart(part: StepPart, by: number): StepPart {
  const named = part.kind === 'parameter' || part.kind === 'artifact'
  return named ? { ...part, name: shiftedName(part.name, by) } : part
}

function shiftedName(part: NamePart, by: number): NamePart {
  return { ...part, range: shiftedRange(part.range, by), access: shiftedRange(part.access, by) }
}

function shiftedRange(range: TextRange, by: number): TextRange {
  return { from: range.from + by, to: range.to + by }
}
