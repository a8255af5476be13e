import { findReferences } from '../references.ts'
import { shortReference } from '../short-name.ts'
import { findTags, type Tag } from '../tags.ts'
import { printWhen } from './printer.ts'
import { readWhen } from './read.ts'
import type { WhenOperand } from './tree.ts'

/**
 * A condition as a short label for people: `flip.result == heads`. Tags become short names, quotes go. A text
 * that cannot be read stays as it is, without white space around it.
 */
export function describeWhen(text: string): string {
  const { tree } = readWhen(text)
  return tree ? printWhen(tree, describeOperand) : text.trim()
}

function describeOperand(operand: WhenOperand): string {
  // An empty text has nothing to show but its quotes.
  if (operand.value === '') return operand.text
  let label = ''
  let at = 0
  for (const tag of findTags(operand.value)) {
    label += operand.value.slice(at, tag.range.from) + describeTag(tag)
    at = tag.range.to
  }
  return label + operand.value.slice(at)
}

function describeTag(tag: Tag): string {
  const inner = `{{${tag.kind === 'expression' ? '=' : ''}${tag.body}}}`
  let label = ''
  let at = inner.length - tag.body.length - 2
  for (const { reference } of findReferences(inner)) {
    label += inner.slice(at, reference.range.from) + shortReference(reference)
    at = reference.range.to
  }
  return label + inner.slice(at, -2)
}
