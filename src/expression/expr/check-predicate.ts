import type { TextRange } from '../../base/index.ts'
import * as is from './nature.ts'
import type { Nature } from './nature.ts'
import type { ExprBuiltin, ExprNode } from './tree.ts'

/** What the check of a whole expression offers to the check of a part. */
export interface PartChecker {
  visit: (node: ExprNode) => Nature
  /** Notes what is wrong. Nothing is known of the node then. */
  problem: (range: TextRange, message: string) => Nature
  predicate: (node: ExprNode, scope: PredicateScope) => Nature
}

/** What `#` and its like mean in a predicate. */
export interface PredicateScope {
  readonly collection: Nature
  readonly pointers: ReadonlyMap<string, Nature>
}

const none: ReadonlyMap<string, Nature> = new Map()
const index: ReadonlyMap<string, Nature> = new Map([['index', is.int]])
const accumulator: ReadonlyMap<string, Nature> = new Map([
  ['index', is.int],
  ['acc', is.unknown],
])

/** Builtins whose predicate says yes or no. */
const tests = new Set([
  'all',
  'none',
  'any',
  'one',
  'filter',
  'count',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
])

/** What a builtin gives that evaluates something for each item of a list. Absent for other builtins. */
export function checkPredicateBuiltin(checker: PartChecker, node: ExprBuiltin): Nature | undefined {
  const { name, args } = node
  const isTest = tests.has(name)
  if (!isTest && !['map', 'sum', 'groupBy', 'sortBy', 'reduce'].includes(name)) return undefined
  const [list, predicate, extra] = args
  if (!list) return checker.problem(node.range, `not enough arguments to call ${name}`)
  const collection = checker.visit(list)
  if (!is.isList(collection) && !is.isUnknown(collection)) {
    const got = is.printNature(collection)
    return checker.problem(list.range, `builtin ${name} takes only array (got ${got})`)
  }
  if (!predicate) return name === 'count' ? is.int : is.itemOf(collection)
  const pointers = name === 'map' ? index : name === 'reduce' ? accumulator : none
  const given = checker.predicate(predicate, { collection, pointers }).ref ?? is.unknown
  if (extra) {
    const nature = checker.visit(extra)
    if (name === 'sortBy' && !is.isString(nature) && !is.isUnknown(nature)) {
      const got = is.printNature(nature)
      return checker.problem(extra.range, `sortBy order argument must be a string (got ${got})`)
    }
  }
  if (given.nil) {
    const inputs = name === 'reduce' ? 'two' : 'one'
    const message = `predicate should has ${inputs} input and one output param`
    return checker.problem(predicate.range, message)
  }
  if (isTest && !is.isBool(given) && !is.isUnknown(given)) {
    const got = is.printNature(given)
    return checker.problem(predicate.range, `predicate should return boolean (got ${got})`)
  }
  return result(name, collection, given)
}

function result(name: string, collection: Nature, given: Nature): Nature {
  switch (name) {
    case 'filter':
      return is.isUnknown(collection) ? is.anyList : is.listOf(is.itemOf(collection))
    case 'map':
      return is.listOf(given)
    case 'count':
    case 'findIndex':
    case 'findLastIndex':
      return is.int
    case 'find':
    case 'findLast':
      return is.itemOf(collection)
    case 'sum':
      return given.type === undefined ? is.unknown : { type: given.type }
    case 'groupBy':
      return { type: 'map[interface {}][]interface {}' }
    case 'sortBy':
      return collection
    case 'reduce':
      return given
    default:
      return is.bool
  }
}
