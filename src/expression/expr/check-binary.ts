import { patternProblem } from '../go/regexp.ts'
import * as is from './nature.ts'
import type { Nature } from './nature.ts'
import type { ExprBinary } from './tree.ts'

/** What an operator gives for two operands, or why it does not take them. */
export function checkBinary(node: ExprBinary, l: Nature, r: Nature): Nature | { message: string } {
  const nature = natureFor(node, l, r)
  if (nature) return nature
  const types = `${is.printNature(l)} and ${is.printNature(r)}`
  return { message: `invalid operation: ${node.operator} (mismatched types ${types})` }
}

function natureFor(
  node: ExprBinary,
  l: Nature,
  r: Nature,
): Nature | { message: string } | undefined {
  const both = (test: (n: Nature) => boolean): boolean => test(l) && test(r)
  switch (node.operator) {
    case '==':
    case '!=':
      return is.areComparable(l, r) ? is.bool : undefined
    case 'or':
    case '||':
    case 'and':
    case '&&':
      return both(is.isBool) || is.mayFit(l, r, is.isBool) ? is.bool : undefined
    case '<':
    case '>':
    case '<=':
    case '>=': {
      const ordered = [is.isNumber, is.isString, is.isTime, is.isDuration]
      return ordered.some(both) || is.mayFit(l, r, ...ordered) ? is.bool : undefined
    }
    case '+':
      return sum(l, r)
    case '-':
      return difference(l, r)
    case '*':
      return product(l, r)
    case '/':
    case '**':
    case '^':
      return both(is.isNumber) || is.mayFit(l, r, is.isNumber) ? is.float : undefined
    case '%':
      return both(is.isInteger) || is.mayFit(l, r, is.isInteger) ? is.int : undefined
    case 'in':
      return membership(l, r)
    case 'matches':
      return match(node, l, r)
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return both(is.isString) || is.mayFit(l, r, is.isString) ? is.bool : undefined
    case '..':
      return both(is.isInteger) || is.mayFit(l, r, is.isInteger) ? is.listOf(is.int) : undefined
    case '??':
      return either(l, r)
    default:
      return { message: `unknown operator (${node.operator})` }
  }
}

function number(l: Nature, r: Nature): Nature | undefined {
  if (!is.isNumber(l) || !is.isNumber(r)) return undefined
  return is.isInteger(l) && is.isInteger(r) ? is.int : is.float
}

function sum(l: Nature, r: Nature): Nature | undefined {
  if (is.isString(l) && is.isString(r)) return is.string
  if (is.isTime(l) && is.isDuration(r)) return is.time
  if (is.isDuration(l) && is.isTime(r)) return is.time
  if (is.isDuration(l) && is.isDuration(r)) return is.duration
  const fits = is.mayFit(l, r, is.isNumber, is.isString, is.isTime, is.isDuration)
  return number(l, r) ?? (fits ? is.unknown : undefined)
}

function difference(l: Nature, r: Nature): Nature | undefined {
  if (is.isTime(l) && is.isTime(r)) return is.duration
  if (is.isTime(l) && is.isDuration(r)) return is.time
  if (is.isDuration(l) && is.isDuration(r)) return is.duration
  const fits = is.mayFit(l, r, is.isNumber, is.isTime, is.isDuration)
  return number(l, r) ?? (fits ? is.unknown : undefined)
}

function product(l: Nature, r: Nature): Nature | undefined {
  const measures = (n: Nature): boolean => is.isNumber(n) || is.isDuration(n)
  const numeric = number(l, r)
  if (numeric) return numeric
  if (measures(l) && measures(r)) return is.duration
  return is.mayFit(l, r, measures) ? is.unknown : undefined
}

function membership(l: Nature, r: Nature): Nature | { message: string } | undefined {
  if (is.isMap(r)) {
    const key = is.keysOf(r)
    if (is.isUnknown(l) || is.mayStandFor(l, key)) return is.bool
    return { message: `cannot use ${is.printNature(l)} as type ${is.printNature(key)} in map key` }
  }
  if (is.isList(r)) {
    const item = is.itemOf(r)
    if (is.areComparable(l, item)) return is.bool
    return { message: `cannot use ${is.printNature(l)} as type ${is.printNature(item)} in array` }
  }
  const isStruct = is.kindIn(r) === 'struct' && (is.isString(l) || is.isUnknown(l))
  const maybe = is.isUnknown(r) || (is.isUnknown(l) && is.isString(r))
  return isStruct || maybe ? is.bool : undefined
}

function match(node: ExprBinary, l: Nature, r: Nature): Nature | { message: string } | undefined {
  const message = node.right.kind === 'string' ? patternProblem(node.right.value) : undefined
  if (message !== undefined) return { message }
  const isText = is.isString(l) || l.type === '[]uint8'
  return (isText && is.isString(r)) || is.mayFit(l, r, is.isString) ? is.bool : undefined
}

function either(l: Nature, r: Nature): Nature {
  if (l.nil) return r
  if (r.nil) return l
  return is.mayStandFor(r, l) ? l : is.unknown
}
