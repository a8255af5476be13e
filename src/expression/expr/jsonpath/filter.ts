import { printValue } from '../../go/print.ts'
import { parseFloat } from '../../go/numbers.ts'
import { trimSpace } from '../../go/text.ts'
import { GoMap, GoPanic, GoSlice, Unsupported, type GoValue } from '../../go/values.ts'

/** A condition in a path: `?(@.age > 40)`. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 'compare'
      readonly operator: string
      readonly left: Side
      readonly right: Side
    }

type Side = { readonly path: string } | { readonly text: string }

const comparisons = ['==', '!=', '<=', '>=', '<', '>']

/**
 * Reads a condition: comparisons of paths with texts, numbers and each other, and paths that must be there, joined by `&&`
 * and `||`. What else the library of Argo can do is not supported.
 */
export function parseFilter(text: string): Filter {
  for (const [operator, kind] of [
    ['||', 'or'],
    ['&&', 'and'],
  ] as const) {
    const at = find(text, operator)
    if (at < 0) continue
    const [left, right] = [text.slice(0, at), text.slice(at + operator.length)].map(trimSpace)
    if (left === undefined || right === undefined || left === '' || right === '') break
    return { kind, left: parseFilter(left), right: parseFilter(right) }
  }
  for (const operator of comparisons) {
    const at = find(text, operator)
    if (at < 0) continue
    const [left, right] = [text.slice(0, at), text.slice(at + operator.length)]
    return { kind: 'compare', operator, left: sideOf(left), right: sideOf(right) }
  }
  const side = sideOf(text)
  if ('path' in side) return { kind: 'path', path: side.path }
  throw new Unsupported(`The condition ${text} in a path is not supported here.`)
}

/** Where an operator stands outside of quotes and brackets. */
function find(text: string, operator: string): number {
  const plain = text.replace(/'[^']*'|"[^"]*"|\[[^\]]*\]/g, (part) => ' '.repeat(part.length))
  return plain.indexOf(operator)
}

function sideOf(written: string): Side {
  const text = trimSpace(written)
  if (/^[@$](?:\.[A-Za-z_][A-Za-z0-9_]*|\[(?:\d+|'[^'\\]*'|"[^"\\]*")\])*$/.test(text)) {
    return { path: text }
  }
  const isLiteral = /^(?:'[^']*'|"[^"]*"|-?\d+(?:\.\d+)?|true|false|\w+)$/.test(text)
  const isWord = /^(?:nil|null|in)$/.test(text)
  if (isLiteral && !isWord) return { text }
  throw new Unsupported(`${text} in the condition of a path is not supported here.`)
}

/** Whether an item passes. `find` gives what a path leads to, from the item or from the root; it panics where there is nothing. */
export function passes(filter: Filter, find: (path: string) => GoValue): boolean {
  try {
    return holds(filter, find)
  } catch (thrown) {
    // What cannot be worked out does not pass.
    if (thrown instanceof GoPanic) return false
    throw thrown
  }
}

function holds(filter: Filter, find: (path: string) => GoValue): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      // Both sides are worked out, and a mistake in one is one of both.
      const sides = [truthOf(filter.left, find), truthOf(filter.right, find)]
      return filter.kind === 'and' ? sides.every(Boolean) : sides.some(Boolean)
    }
    case 'path':
      return isSomething(find(filter.path))
    case 'compare':
      return compare(filter.operator, textOf(filter.left, find), textOf(filter.right, find))
  }
}

function truthOf(filter: Filter, find: (path: string) => GoValue): boolean {
  if (filter.kind !== 'path') return holds(filter, find)
  const value = find(filter.path)
  if (value === null) return false
  const text = printValue(value)
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return true
  if (['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text)) return false
  throw new GoPanic('invalid argument. expected boolean')
}

function isSomething(value: GoValue): boolean {
  if (value === null) return false
  if (typeof value === 'string') return value.replace(/^(['"])([^]*)\1$/, '$2') !== ''
  if (value instanceof GoSlice) return value.items.length > 0
  if (value instanceof GoMap) return value.size > 0
  return value !== 0 && value !== 0n && value !== false
}

/** Strings that a path leads to are put into quotes, so that `"5"` is no number. */
function textOf(side: Side, find: (path: string) => GoValue): string {
  if ('text' in side) return side.text.replace(/^"([^]*)"$/, "'$1'")
  const value = find(side.path)
  if (value === null) throw new GoPanic('invalid argument. is nil')
  return typeof value === 'string' ? `'${value}'` : printValue(value)
}

function compare(operator: string, left: string, right: string): boolean {
  const [a, b] = [parseFloat(left), parseFloat(right)]
  if (a !== undefined && b !== undefined) {
    if (operator === '==') return a === b
    if (operator === '!=') return a !== b
    if (operator === '<') return a < b
    if (operator === '<=') return a <= b
    return operator === '>' ? a > b : a >= b
  }
  if (operator !== '==' && operator !== '!=') throw new GoPanic('invalid argument. expected number')
  return (left === right) === (operator === '==')
}
