import { predicateBuiltins } from '../builtin-names.ts'
import { typed, type Builtin } from './builtin.ts'
import { convertBuiltins } from './convert.ts'
import { listBuiltins } from './lists.ts'
import { numberBuiltins } from './numbers.ts'
import { stringBuiltins } from './strings.ts'
import { timeBuiltins } from './times.ts'

export type { Builtin, CallContext } from './builtin.ts'

const predicate: Builtin = typed(
  ['([]interface {}, func(interface {}) bool) interface {}'],
  () => null,
)

/** All builtins of expr-lang by their names. Those with predicates are here by name only: the evaluator runs them. */
export const builtins: ReadonlyMap<string, Builtin> = new Map([
  ...[...predicateBuiltins.keys()].map((name) => [name, predicate] as const),
  ...[convertBuiltins, listBuiltins, numberBuiltins, stringBuiltins, timeBuiltins].flatMap(
    (table) => Object.entries(table),
  ),
])
