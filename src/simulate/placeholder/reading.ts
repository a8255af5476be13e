import type { TextRange } from '../../base/index.ts'
import {
  isOperand,
  toBuilder,
  type PlacedComparison,
  type PlacedGroup,
} from '../../expression/index.ts'
import type { Expected } from './placeholder.ts'

/** A text that reads an output, and where in it the name stands. */
export interface Reading {
  readonly text: string
  readonly within: TextRange
  /** The field of the step that the text is. */
  readonly field: string
  /** The fields of an item that the step reads; for a `withParam`. */
  readonly itemFields: readonly string[]
}

/** What a text takes an output for that it reads; nothing where it would take any text. */
export function takenFor(reading: Reading): Expected | undefined {
  const { text, within, field, itemFields } = reading
  const before = text.slice(0, within.from)
  const after = text.slice(within.to)
  if (isExpression(before)) return takenByFunction(before, after) ?? comparedIn(before, after)
  if (field === 'withParam') return { kind: 'list', fields: itemFields }
  if (field === 'withSequence') return { kind: 'number' }
  if (field === 'when') return comparedWith(text, within)
  return undefined
}

/** Whether what follows stands in a tag with an expression. */
function isExpression(before: string): boolean {
  const tag = before.lastIndexOf('{{')
  return tag >= 0 && before[tag + 2] === '=' && !before.slice(tag).includes('}}')
}

const numbers: ReadonlySet<string> = new Set(['asInt', 'asFloat', 'int', 'float'])
const parsers: ReadonlySet<string> = new Set(['fromJSON', 'fromJson', 'jsonpath'])
const listFunctions = /\b(filter|map|all|any|one|none|len|count|first|last|join|sum)\(\s*$/

/** By the function that an output is given to, and what is then taken of the value. */
function takenByFunction(before: string, after: string): Expected | undefined {
  const [call, name = ''] = /(\w+)\(\s*$/.exec(before) ?? []
  if (call === undefined) return undefined
  if (numbers.has(name)) return { kind: 'number' }
  if (!parsers.has(name)) return undefined
  const outer = before.slice(0, -call.length)
  const rest =
    name === 'jsonpath' ? after.replace(/^\s*,\s*['"]\$/, '') : after.replace(/^\s*\)/, '')
  const [, dotted, quoted] = /^(?:\?*\.([\w-]+)|\[\s*['"]([^'"]+)['"]\s*\])/.exec(rest) ?? []
  const key = dotted ?? quoted
  if (key !== undefined) return { kind: 'map', fields: [key] }
  const isList = /^\s*\[/.test(rest) || listFunctions.test(outer)
  return { kind: isList ? 'list' : 'map', fields: [] }
}

/** By the text that an expression compares an output with. */
function comparedIn(before: string, after: string): Expected | undefined {
  const value =
    /^\s*[=!]=\s*(['"])(.*?)\1/.exec(after)?.[2] ?? /(['"])([^'"]*)\1\s*[=!]=\s*$/.exec(before)?.[2]
  return value === undefined ? undefined : { kind: 'choice', values: [value] }
}

/** By what a condition compares an output with. */
function comparedWith(text: string, within: TextRange): Expected | undefined {
  const root = toBuilder(text)
  const values =
    root === undefined ? [] : comparisonsOf(root).flatMap((one) => valuesOf(one, within))
  return values.length === 0 ? undefined : { kind: 'choice', values }
}

function comparisonsOf(group: PlacedGroup): readonly PlacedComparison[] {
  return group.items.flatMap((item) => (item.kind === 'group' ? comparisonsOf(item) : [item]))
}

/** Values that make a comparison of the output true and, where it is easy, such that do not. */
function valuesOf(comparison: PlacedComparison, within: TextRange): readonly string[] {
  const { left, operator, right } = comparison
  const holds = ({ from, to }: TextRange): boolean => from <= within.from && within.to <= to
  const isLeft = holds(comparison.leftRange)
  if (!isLeft && !holds(comparison.rightRange)) return []
  const others = isLeft ? (isOperand(right) ? [right] : right) : [left]
  const own = isLeft ? [left] : isOperand(right) ? [right] : right
  // A tag with something around it is never what the other side says.
  const isAlone = own.some((operand) => /^\{\{[^{}]*\}\}$/.test(operand.text))
  if (!isAlone) return []
  return others.flatMap(({ text }) =>
    text.includes('{{') ? aroundUnknown(operator) : around(text, operator),
  )
}

/** Beside what only a run tells, an order wants numbers: one that is less than most, and one that is more. */
function aroundUnknown(operator: PlacedComparison['operator']): readonly string[] {
  return ['<', '<=', '>', '>='].includes(operator) ? ['0', '1000000'] : []
}

function around(value: string, operator: PlacedComparison['operator']): readonly string[] {
  const number = Number(value)
  const isNumber = value.trim() !== '' && Number.isFinite(number)
  switch (operator) {
    case '==':
    case 'in':
      return [value]
    case '!=':
      return [value, isNumber ? String(number + 1) : `not_${value}`]
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isNumber ? [number - 1, number, number + 1].map(String) : [value]
    case '=~':
    case '!~':
      return []
  }
}
