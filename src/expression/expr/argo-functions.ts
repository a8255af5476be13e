import { toJson } from '../go/json.ts'
import { signature } from '../go/types.ts'
import { dict, GoFunction, GoPanic, type GoMap, type GoValue } from '../go/values.ts'
import { builtinFloat, builtinInt } from './builtins/numbers.ts'
import { queryJson } from './jsonpath/query.ts'
import { sprigFunctions } from './sprig/index.ts'

let known: { readonly own: readonly [string, GoFunction][]; readonly sprig: GoMap } | undefined

/**
 * The functions that Argo adds to expr-lang, and `sprig`, the map of those of Sprig: another one each time, since some of them can change
 * it.
 */
export function argoFunctions(): ReadonlyMap<string, GoValue> {
  known ??= { own: ownFunctions(), sprig: dict(sprigFunctions()) }
  return new Map<string, GoValue>([...known.own, ['sprig', known.sprig.copy()]])
}

function ownFunctions(): [string, GoFunction][] {
  const one = (name: string, shape: string, call: (value: GoValue) => GoValue): GoFunction =>
    new GoFunction(name, signature(shape), ([value = null]) => call(value))
  return [
    ['asInt', one('asInt', '(interface {}) interface {}', builtinInt)],
    ['asFloat', one('asFloat', '(interface {}) interface {}', builtinFloat)],
    ['toJson', one('toJson', '(interface {}) string', (value) => toJson(value))],
    [
      'jsonpath',
      new GoFunction('jsonpath', signature('(string, string) interface {}'), ([text, path]) => {
        if (typeof text === 'string' && typeof path === 'string') return queryJson(text, path)
        throw new GoPanic('jsonpath takes two strings')
      }),
    ],
  ]
}

/** The names of the functions that Argo adds. */
export const argoFunctionNames: readonly string[] = [
  'asInt',
  'asFloat',
  'toJson',
  'jsonpath',
  'sprig',
]
