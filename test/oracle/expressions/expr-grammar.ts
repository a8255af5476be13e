import type { Random } from '../../support/random.ts'
import { spoilt } from './when-grammar.ts'

/*
 * Random expressions of expr-lang as they stand in `{{=…}}`, hooks and retries. They are made by the type that they should have, and now
 * and then a part is of another type.
 */

/** What they can name, as Argo has it: dotted names, and text in all of them. */
export const expressionScope: Readonly<Record<string, string>> = {
  'inputs.parameters.count': '5',
  'inputs.parameters.text': 'a b',
  'inputs.parameters.my-list': '["x", "y", 3]',
  'inputs.parameters.empty': '',
  'inputs.parameters.json': '{"a": {"b": [1, 2.5, null]}, "c": "d"}',
  'steps.one.outputs.result': '10',
  'steps.one.status': 'Succeeded',
  'steps.my-step.outputs.parameters.p': '-2.5',
  'workflow.parameters': '[{"name":"x"}]',
  'workflow.parameters.x': 'true',
  item: '3',
  retries: '0',
  'lastRetry.exitCode': '-1',
}

type Type = 'int' | 'float' | 'string' | 'bool' | 'list' | 'map' | 'any'
type Maker = (random: Random, depth: number) => string

const types: readonly Type[] = ['int', 'float', 'string', 'bool', 'list', 'map', 'any']

function pick<T>(list: readonly T[], random: Random, otherwise: T): T {
  return random.of(list) ?? otherwise
}

/** An expression of a type; of another one now and then. */
function make(type: Type, random: Random, depth: number): string {
  const wanted = random.chance(0.05) ? pick(types, random, type) : type
  const makers = depth <= 0 || random.chance(0.1) ? leaves : branches
  return pick(makers[wanted], random, () => 'nil')(random, depth - 1)
}

function constants(...texts: readonly string[]): Maker {
  return (random) => pick(texts, random, 'nil')
}

/** Fills in `<type>` in a text by expressions. */
function form(...texts: readonly string[]): Maker {
  return (random, depth) =>
    pick(texts, random, 'nil').replaceAll(/<(\w+)>/g, (whole, name: string) => {
      const type = types.find((one) => one === name)
      return type === undefined ? whole : make(type, random, depth)
    })
}

const variables = [
  'inputs.parameters.count',
  'inputs.parameters.text',
  "inputs.parameters['my-list']",
  'inputs.parameters.empty',
  'inputs.parameters.json',
  'steps.one.outputs.result',
  'steps["my-step"].outputs.parameters.p',
  'workflow.parameters.x',
  'item',
  'retries',
  'lastRetry.exitCode',
]

const leaves: Readonly<Record<Type, readonly Maker[]>> = {
  int: [
    constants('0', '1', '-1', '5', '42', '0x1F', '1_000', '9223372036854775807', 'asInt(item)'),
  ],
  float: [constants('0.5', '1.0', '-2.5', '1e3', '.5', '1e-7', 'asFloat(item)')],
  string: [
    constants(`"a"`, `'b c'`, `""`, '"é日"', '"a\\n\\"b"', '`raw`', '"5"', '"2024-01-02"'),
    constants(...variables),
  ],
  bool: [constants('true', 'false')],
  list: [constants('[]', '[1, 2, 3]', '["a", "b"]', '[1, "a", nil]', '1..4', '[[1], [2, 3]]')],
  map: [
    constants('{}', '{a: 1}', '{"a": "x", "b c": 2}', 'inputs', 'steps.one', 'workflow.parameters'),
  ],
  any: [constants('nil', 'steps.none', 'inputs.parameters.none', 'steps?.none?.x', 'unknown')],
}

const branches: Readonly<Record<Type, readonly Maker[]>> = {
  int: [
    form('<int> + <int>', '<int> - <int>', '<int> * <int>', '<int> % <int>', '-<int>', '(<int>)'),
    form(
      'len(<string>)',
      'len(<list>)',
      'int(<string>)',
      'int(<float>)',
      'asInt(<string>)',
      'abs(<int>)',
    ),
    form('count(<list>, # == <any>)', 'sum([<int>, <int>])', 'max(<int>, <int>)', 'min(<list>)'),
    form(
      '<bool> ? <int> : <int>',
      '<string> | len()',
      '[<int>, <int>][0]',
      'indexOf(<string>, <string>)',
    ),
    form(
      'sprig.add(<int>, <int>)',
      'sprig.atoi(<string>)',
      'sprig.len(<list>)',
      'bitand(<int>, <int>)',
    ),
    form(
      'let x = <int>; x + x',
      'findIndex(<list>, # == <int>)',
      'reduce([1, 2], #acc + #, <int>)',
    ),
  ],
  float: [
    form(
      '<int> / <int>',
      '<float> + <int>',
      '<float> * <float>',
      '<int> ** <int>',
      '<float> - <float>',
    ),
    form('float(<string>)', 'asFloat(<string>)', 'round(<float>)', 'ceil(<float>)', 'floor(<int>)'),
    form(
      'mean([<int>, <float>])',
      'median([<int>, <int>])',
      '<bool> ? <float> : <float>',
      'abs(<float>)',
    ),
  ],
  string: [
    form(
      '<string> + <string>',
      'string(<any>)',
      'string(<int>)',
      'upper(<string>)',
      'lower(<string>)',
    ),
    form('trim(<string>)', 'trimPrefix(<string>, <string>)', 'replace(<string>, "a", <string>)'),
    form(
      'join(<list>, ",")',
      'join(split(<string>, ""), "-")',
      'repeat(<string>, 3)',
      'type(<any>)',
    ),
    form('toJson(<any>)', 'toJson(<map>)', 'toJSON(<list>)', 'toBase64(<string>)', '<string>[1:]'),
    form(
      '<any> ?? <string>',
      '<bool> ? <string> : <string>',
      '<string>[<int>:<int>]',
      '<list>[<int>]',
    ),
    form('jsonpath(inputs.parameters.json, "$.c")', 'fromJSON(inputs.parameters.json).c'),
    form('sprig.upper(<string>)', 'sprig.trim(<string>)', 'sprig.replace("a", "b", <string>)'),
    form(
      'sprig.default(<string>, <string>)',
      'sprig.trunc(<int>, <string>)',
      'sprig.b64enc(<string>)',
    ),
    form(
      'if <bool> { <string> } else { <string> }',
      'let s = <string>; s + s',
      '<string> | upper()',
    ),
    form('keys({a: <int>})[0]', 'first(<list>)', 'last(<list>)', 'get(<map>, <string>)', '<map>.a'),
  ],
  bool: [
    form(
      '<int> == <int>',
      '<int> < <float>',
      '<string> == <string>',
      '<string> < <string>',
      '<any> == nil',
    ),
    form('<string> contains <string>', '<string> startsWith "a"', '<string> matches "^a.*$"'),
    form(
      '<string> in <list>',
      '<int> in 1..5',
      '<string> not in <map>',
      '<string> matches <string>',
    ),
    form(
      '<bool> && <bool>',
      '<bool> || <bool>',
      'not <bool>',
      '!<bool>',
      '<bool> and <bool> or <bool>',
    ),
    form(
      'all(<list>, # != <any>)',
      'any(<list>, {# == <int>})',
      'none(<list>, false)',
      'one(<list>, true)',
    ),
    form('<list> == <list>', '<map> == <map>', '<int> != <string>', 'asInt(<string>) >= <int>'),
    form(
      '<bool> ?: <bool>',
      '<any> != <any>',
      'sprig.contains("a", <string>)',
      'sprig.empty(<any>)',
    ),
  ],
  list: [
    form(
      '[<any>, <string>]',
      'map(<list>, # )',
      'map(<list>, {string(#)})',
      'filter(<list>, # != <any>)',
    ),
    form('split(<string>, " ")', '<int>..<int>', 'sort([<int>, <int>, <int>])', 'reverse(<list>)'),
    form(
      'concat(<list>, <list>)',
      'uniq(<list>)',
      'flatten(<list>)',
      '<list>[1:]',
      'take(<list>, 2)',
    ),
    form(
      'keys({a: 1})',
      'values({a: <any>})',
      'toPairs({a: <int>})',
      'fromJSON(inputs.parameters["my-list"])',
    ),
    form(
      'jsonpath(inputs.parameters.json, "$.a.b")',
      '<list> | map(#)',
      'sprig.list(<any>, <int>)',
    ),
    form(
      'sortBy([{n: <int>}, {n: <int>}], .n)',
      'map(<list>, #index)',
      'sprig.splitList(",", <string>)',
    ),
  ],
  map: [
    form('{a: <any>, "b": <string>}', '{(<string>): <int>}', 'fromJSON(inputs.parameters.json)'),
    form('groupBy(<list>, string(#))', 'countBy(<list>, string(#))', 'fromPairs([["k", <any>]])'),
    form(
      'sprig.dict("k", <any>)',
      'jsonpath(inputs.parameters.json, "$.a")',
      '<bool> ? <map> : <map>',
    ),
  ],
  any: [
    form(
      '<int>',
      '<float>',
      '<string>',
      '<bool>',
      '<list>',
      '<map>',
      '<map>[<string>]',
      '<any> ?? <any>',
    ),
    form(
      '<map>?.a',
      '<map>.a?.b',
      '<list>[<int>]',
      'find(<list>, # == <int>)',
      '<int> + <string>',
      '-<string>',
    ),
  ],
}

/** A random expression; the same random numbers give the same one. */
export function randomExpression(random: Random): string {
  const text = make(pick(types, random, 'any'), random, 1 + random.nat(2))
  return random.chance(0.1) ? spoilt(text, random) : text
}
