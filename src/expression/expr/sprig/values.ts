import { fromJson, toJson } from '../../go/json.ts'
import { kindName } from '../../go/types.ts'
import { GoFunction, GoPanic, typeOf, type GoValue } from '../../go/values.ts'
import { printSignature } from '../../go/types.ts'
import { isDeepEqual } from '../equality.ts'
import { isEmpty } from './empty.ts'
import { str, type SprigTable } from './table.ts'

/** Functions of Sprig about values of any type: defaults, JSON, types. */
export const valueFunctions: SprigTable = {
  default: [
    '(interface {}, ...interface {}) interface {}',
    ([fallback = null, given = null]) => (isEmpty(given) ? fallback : given),
  ],
  empty: ['(interface {}) bool', ([value = null]) => isEmpty(value)],
  coalesce: [
    '(...interface {}) interface {}',
    (all) => all.find((value) => !isEmpty(value)) ?? null,
  ],
  all: ['(...interface {}) bool', (all) => !all.some(isEmpty)],
  any: ['(...interface {}) bool', (all) => all.some((value) => !isEmpty(value))],
  ternary: [
    '(interface {}, interface {}, bool) interface {}',
    ([yes = null, no = null, test]) => (test === true ? yes : no),
  ],
  fromJson: ['(string) interface {}', ([text]) => orElse(() => fromJson(str(text)), null)],
  mustFromJson: ['(string) interface {}!', ([text]) => fromJson(str(text))],
  toJson: ['(interface {}) string', ([value = null]) => orElse(() => toJson(value), '')],
  mustToJson: ['(interface {}) string!', ([value = null]) => toJson(value)],
  toPrettyJson: [
    '(interface {}) string',
    ([value = null]) => orElse(() => toJson(value, { indent: 2 }), ''),
  ],
  mustToPrettyJson: ['(interface {}) string!', ([value = null]) => toJson(value, { indent: 2 })],
  toRawJson: ['(interface {}) string', ([value = null]) => toJson(value, { rawHtml: true })],
  mustToRawJson: ['(interface {}) string!', ([value = null]) => toJson(value, { rawHtml: true })],
  typeOf: ['(interface {}) string', ([value = null]) => typeName(value)],
  typeIs: ['(string, interface {}) bool', ([type, value = null]) => typeName(value) === type],
  typeIsLike: [
    '(string, interface {}) bool',
    ([type, value = null]) => [str(type), `*${str(type)}`].includes(typeName(value)),
  ],
  kindOf: ['(interface {}) string', ([value = null]) => kindOfValue(value)],
  kindIs: ['(string, interface {}) bool', ([kind, value = null]) => kindOfValue(value) === kind],
  deepEqual: ['(interface {}, interface {}) bool', ([a = null, b = null]) => isDeepEqual(a, b)],
  fail: [
    '(string) string!',
    ([message]) => {
      throw new GoPanic(str(message))
    },
  ],
}

function orElse(attempt: () => GoValue, otherwise: GoValue): GoValue {
  try {
    return attempt()
  } catch (thrown) {
    if (thrown instanceof GoPanic) return otherwise
    throw thrown
  }
}

function typeName(value: GoValue): string {
  return value instanceof GoFunction ? printSignature(value.signature) : typeOf(value)
}

function kindOfValue(value: GoValue): string {
  if (value === null) return 'invalid'
  return value instanceof GoFunction ? 'func' : kindName(typeOf(value))
}
