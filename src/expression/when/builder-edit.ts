import type { TextRange } from '../../base/index.ts'
import { printComparison, printRight, toBuilder } from './builder.ts'
import type { Comparison, Operand, PlacedComparison, PlacedGroup } from './condition.ts'
import { printOperand } from './operand.ts'
import { fitQuoting, isOperand } from './quoting.ts'

/**
 * Edits of a condition's text by the place of an item in `toBuilder(text)`: indices from the root down, `[]` for
 * the root. Each splices only what it means to change. All give undefined when the builder cannot show the
 * text, or when nothing of the right kind is at the place.
 */
export type ConditionPath = readonly number[]

/** Replaces a comparison. Sides that stay the same keep their bytes; for the quoting see `fitQuoting`. */
export function editComparison(
  text: string,
  path: ConditionPath,
  next: Comparison,
): string | undefined {
  const root = toBuilder(text)
  const old = root && itemAt(root, path)
  if (old?.kind !== 'comparison') return undefined
  const sameOperator = old.operator === next.operator
  if (sameOperator && sameOperand(old.left, next.left) && sameRight(old.right, next.right))
    return text
  const fitted = fitQuoting(next, old)
  // Without spaces around the operator, new sides could run together with it.
  if (isTight(text, old)) return spliceItem(text, old.range, printComparison(fitted))
  let edited = text
  if (!sameRight(old.right, fitted.right)) {
    edited = splice(edited, old.rightRange, printRight(fitted.right))
  }
  if (!sameOperator) edited = splice(edited, old.operatorRange, fitted.operator)
  if (sameOperand(old.left, fitted.left)) return edited
  return spliceItem(edited, old.leftRange, printOperand(fitted.left))
}

/**
 * Adds a comparison to a group, at the end or before the item `at`. `operator` decides for a group of one item,
 * which has none yet.
 */
export function addComparison(
  text: string,
  path: ConditionPath,
  comparison: Comparison,
  options: { readonly at?: number; readonly operator?: 'and' | 'or' } = {},
): string | undefined {
  const root = toBuilder(text)
  const group = root && itemAt(root, path)
  if (group?.kind !== 'group') return undefined
  const printed = printComparison(comparison)
  if (group.items.length === 0) return printed
  const operator = group.items.length > 1 ? group.operator : (options.operator ?? group.operator)
  const joint = operator === 'and' ? '&&' : '||'
  const next = options.at === undefined ? undefined : group.items[options.at]
  if (next) {
    const { from } = next.range
    return spliceItem(text, { from, to: from }, `${printed} ${joint} `)
  }
  const end = group.innerRange.to
  return splice(text, { from: end, to: end }, ` ${joint} ${printed}`)
}

/** Removes a comparison or a group, and the groups around it that would be left empty. */
export function removeComparison(text: string, path: ConditionPath): string | undefined {
  const root = toBuilder(text)
  const index = path[path.length - 1]
  const parentPath = path.slice(0, -1)
  const parent = root && itemAt(root, parentPath)
  if (index === undefined || parent?.kind !== 'group') return undefined
  const item = parent.items[index]
  if (!item) return undefined
  if (parent.items.length === 1)
    return parentPath.length === 0 ? '' : removeComparison(text, parentPath)
  const before = parent.items[index - 1]
  const after = parent.items[index + 1]
  if (before) return splice(text, { from: before.range.to, to: item.range.to }, '')
  return splice(text, { from: item.range.from, to: after?.range.from ?? item.range.to }, '')
}

/**
 * Makes a group an `and` or an `or`; one with a single item stays as it is. The group gets parentheses where it
 * would fall apart without. Groups inside keep their meaning.
 */
export function changeGroupOperator(
  text: string,
  path: ConditionPath,
  operator: 'and' | 'or',
): string | undefined {
  const root = toBuilder(text)
  const group = root && itemAt(root, path)
  if (group?.kind !== 'group') return undefined
  if (group.joints.length === 0 || group.operator === operator) return text
  let edited = text
  for (const joint of group.joints.toReversed()) {
    edited = splice(edited, joint, operator === 'and' ? '&&' : '||')
  }
  // Without parentheses of its own, an `and` inside an `or` would now fall apart.
  const loose = operator === 'or' && !group.parentheses && path.length > 0
  return loose ? parenthesised(edited, group.range) : edited
}

/** Puts `count` neighbours, from the one at the place on, into a group of their own. */
export function wrapInGroup(text: string, path: ConditionPath, count = 1): string | undefined {
  const root = toBuilder(text)
  const index = path[path.length - 1]
  const parent = root && itemAt(root, path.slice(0, -1))
  if (index === undefined || parent?.kind !== 'group' || count < 1) return undefined
  const first = parent.items[index]
  const last = parent.items[index + count - 1]
  if (!first || !last) return undefined
  return parenthesised(text, { from: first.range.from, to: last.range.to })
}

/** The item of a condition at a place, if there is one. */
export function itemAt(
  root: PlacedGroup,
  path: ConditionPath,
): PlacedComparison | PlacedGroup | undefined {
  let item: PlacedComparison | PlacedGroup | undefined = root
  for (const index of path) item = item?.kind === 'group' ? item.items[index] : undefined
  return item
}

function splice(text: string, range: TextRange, insert: string): string {
  return text.slice(0, range.from) + insert + text.slice(range.to)
}

/** The same where a comparison begins: a minus must not run together with `&&` before it. */
function spliceItem(text: string, range: TextRange, insert: string): string {
  const glued = insert.startsWith('-') && /[^\s(]$/.test(text.slice(0, range.from))
  return splice(text, range, glued ? ` ${insert}` : insert)
}

function parenthesised(text: string, range: TextRange): string {
  return splice(text, range, `(${text.slice(range.from, range.to)})`)
}

function isTight(text: string, { operatorRange }: PlacedComparison): boolean {
  const around = [text[operatorRange.from - 1], text[operatorRange.to]]
  return around.some((character) => !/\s/.test(character ?? ''))
}

function sameOperand(a: Operand, b: Operand): boolean {
  return a.text === b.text && a.quoted === b.quoted
}

function sameRight(a: Comparison['right'], b: Comparison['right']): boolean {
  if (isOperand(a) || isOperand(b)) return isOperand(a) && isOperand(b) && sameOperand(a, b)
  return a.length === b.length && a.every((operand, i) => sameOperand(operand, b[i] ?? operand))
}
