import { byteLength, byteSlice, toBytes } from '../go/strings.ts'
import { elemOf, isAssignable, keyOf, kindOf, type GoType } from '../go/types.ts'
import { boundMethod } from '../go/time/methods.ts'
import { GoInteger, GoMap, GoPanic, GoSlice, typeOf, type GoValue } from '../go/values.ts'
import { printValue } from '../go/print.ts'
import { toInt } from './arithmetic.ts'

/** `from[key]` and `from.key`: panics where there is none, but a key that a map does not have gives its nothing. */
export function fetch(from: GoValue, key: GoValue): GoValue {
  const method = typeof key === 'string' ? boundMethod(from, key) : undefined
  if (method) return method
  if (from instanceof GoSlice || typeof from === 'string') {
    const length = from instanceof GoSlice ? from.items.length : byteLength(from)
    const index = toInt(key)
    const at = Number(index < 0n ? index + BigInt(length) : index)
    const item = itemAt(from, at)
    if (item !== undefined) return item
    throw new GoPanic(`index out of range: ${at} (array length is ${length})`)
  }
  if (from instanceof GoMap) return lookUp(from, key) ?? zeroOf(elemOf(from.type))
  throw new GoPanic(`cannot fetch ${printValue(key)} from ${typeOf(from)}`)
}

/** The builtin `get`: nil where there is nothing. */
export function get(from: GoValue, key: GoValue): GoValue {
  const method = typeof key === 'string' ? boundMethod(from, key) : undefined
  if (method) return method
  if (from instanceof GoSlice || typeof from === 'string') {
    const length = from instanceof GoSlice ? from.items.length : byteLength(from)
    const index = toInt(key)
    return itemAt(from, Number(index < 0n ? index + BigInt(length) : index)) ?? null
  }
  return from instanceof GoMap ? (lookUp(from, key) ?? null) : null
}

/** What a map has under a key, if anything. A key of another type than the map's is a mistake that Go does not forgive. */
export function lookUp(map: GoMap, key: GoValue): GoValue | undefined {
  const type = keyOf(map.type)
  const asked = key === null ? zeroOf(type) : key
  if (key !== null && !isAssignable(typeOf(key), type)) {
    throw new GoPanic(
      `reflect.Value.MapIndex: value of type ${typeOf(key)} is not assignable to type ${type}`,
    )
  }
  return map.get(asked)
}

/** Part of a list or a string; ends beyond it are moved to it, negative ones count from behind. */
export function slice(base: GoValue, from: GoValue | undefined, to: GoValue | undefined): GoValue {
  if (!(base instanceof GoSlice) && typeof base !== 'string') {
    throw new GoPanic(`cannot slice ${printValue(from ?? 0n)}`)
  }
  const bytes = typeof base === 'string' ? toBytes(base) : undefined
  const length = BigInt(base instanceof GoSlice ? base.items.length : (bytes?.length ?? 0))
  const inside = (value: bigint): bigint => {
    const counted = value < 0n ? value + length : value
    return counted < 0n ? 0n : counted > length ? length : counted
  }
  const end = inside(to === undefined ? length : toInt(to))
  const start = inside(from === undefined ? 0n : toInt(from))
  return part(base, Number(start > end ? end : start), Number(end))
}

/** What a type has where nothing was said: 0, the empty string, nil. */
export function zeroOf(type: GoType): GoValue {
  switch (kindOf(type)) {
    case 'string':
      return ''
    case 'bool':
      return false
    case 'float':
      return 0
    case 'int':
      return type === 'int' ? 0n : new GoInteger(type, 0n)
    case 'slice':
      return new GoSlice(type, [], true)
    default:
      return null
  }
}

function itemAt(from: GoSlice | string, at: number): GoValue | undefined {
  if (from instanceof GoSlice) return from.items[at]
  const byte = toBytes(from)[at]
  return byte === undefined ? undefined : new GoInteger('uint8', BigInt(byte))
}

function part(base: GoSlice | string, from: number, to: number): GoValue {
  if (base instanceof GoSlice) {
    const type = base.type.startsWith('[]') ? base.type : `[]${elemOf(base.type)}`
    return new GoSlice(type, base.items.slice(from, to), base.isNil)
  }
  return byteSlice(base, from, to)
}
