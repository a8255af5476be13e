import { toJson } from '../go/json.ts'
import { signature } from '../go/types.ts'
import { dict, GoFunction, GoPanic, type GoValue } from '../go/values.ts'
import { builtinFloat, builtinInt } from './builtins/numbers.ts'
import { queryJson } from './jsonpath/query.ts'
import { sprigFunctions, type SprigContext } from './sprig/index.ts'

/** The functions that Argo adds to expr-lang, and `sprig`, the map of those of Sprig. */
export function argoFunctions(context: SprigContext): ReadonlyMap<string, GoValue> {
  const one = (name: string, shape: string, call: (value: GoValue) => GoValue): GoFunction =>
    new GoFunction(name, signature(shape), ([value = null]) => call(value))
  return new Map<string, GoValue>([
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
    ['sprig', dict(sprigFunctions(context))],
  ])
}

/** The names of the functions that Argo adds. */
export const argoFunctionNames: readonly string[] = [
  'asInt',
  'asFloat',
  'toJson',
  'jsonpath',
  'sprig',
]
