import { decodeBase64, encodeBase64 } from '../../go/base64.ts'
import { fromJson, toJson } from '../../go/json.ts'
import { printValue } from '../../go/print.ts'
import { fromBytes, runesOf, toBytes } from '../../go/strings.ts'
import { kindOf } from '../../go/types.ts'
import { GoMap, GoPanic, GoSlice, typeOf, type GoValue } from '../../go/values.ts'
import { isNumeric } from '../arithmetic.ts'
import { kinded, printType, text, typed, type Builtin } from './builtin.ts'

/** Builtins that turn values into others, or say what they are. */
export const convertBuiltins: Readonly<Record<string, Builtin>> = {
  len: kinded(
    [['array', 'map', 'slice', 'string', 'interface']],
    (type) => `invalid argument for len (type ${printType(type)})`,
    'int',
    ([value = null]) => lengthOf(value),
  ),
  type: typed(['(interface {}) string'], ([value = null]) => typeName(value)),
  string: typed(['(interface {}) string'], ([value = null]) => printValue(value)),
  toJSON: typed(['(interface {}) string'], ([value = null]) => toJson(value, { indent: 2 })),
  fromJSON: typed(['(string) interface {}'], (args) => fromJson(text(args, 0))),
  toBase64: typed(['(string) string'], (args) => encodeBase64(toBytes(text(args, 0)))),
  fromBase64: typed(['(string) string'], (args) => {
    const decoded = decodeBase64(toBytes(text(args, 0)))
    if (decoded instanceof Uint8Array) return fromBytes(decoded)
    throw new GoPanic(`illegal base64 data at input byte ${decoded.wrongAt}`)
  }),
}

function lengthOf(value: GoValue): bigint {
  if (typeof value === 'string') return BigInt(runesOf(value).length)
  if (value instanceof GoSlice) return BigInt(value.items.length)
  if (value instanceof GoMap) return BigInt(value.size)
  throw new GoPanic(`invalid argument for len (type ${typeOf(value)})`)
}

function typeName(value: GoValue): string {
  if (value === null) return 'nil'
  const type = typeOf(value)
  if (type.includes('.')) return type.replace('*', '')
  if (isNumeric(value)) {
    if (typeof value === 'number') return 'float'
    return type.startsWith('u') ? 'uint' : 'int'
  }
  if (type === 'func') return type
  const kind = kindOf(type)
  return kind === 'slice' ? 'array' : kind
}
