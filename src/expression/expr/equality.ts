import { compareTimes } from '../go/time/calendar.ts'
import { kindOf } from '../go/types.ts'
import {
  GoFunction,
  GoInteger,
  GoLocation,
  GoMap,
  GoObject,
  GoSlice,
  GoTime,
  isNil,
  typeOf,
  type GoValue,
} from '../go/values.ts'
import { isNumeric, toFloat, toInt } from './arithmetic.ts'

/** Whether `==` holds: numbers of any type by value, lists item by item, all else only within one type. */
export function isEqual(a: GoValue, b: GoValue): boolean {
  if (isNumeric(a) && isNumeric(b)) {
    const isFloat = typeof a === 'number' || typeof b === 'number'
    return isFloat ? toFloat(a) === toFloat(b) : toInt(a) === toInt(b)
  }
  if (a instanceof GoSlice && b instanceof GoSlice && areListed(a, b)) {
    return (
      a.items.length === b.items.length &&
      a.items.every((item, at) => isEqual(item, b.items[at] ?? null))
    )
  }
  if (a instanceof GoTime && b instanceof GoTime) return compareTimes(a, b) === 0
  return (isNil(a) && isNil(b)) || isDeepEqual(a, b)
}

/** Lists that are compared item by item: of the same plain items, or one of them of any items. */
function areListed(a: GoSlice, b: GoSlice): boolean {
  const plain = (type: string): boolean =>
    /^\[\](?:interface \{\}|string|u?int\d*|float64)$/.test(type)
  const either = a.type === '[]interface {}' || b.type === '[]interface {}'
  return plain(a.type) && plain(b.type) && (a.type === b.type || either)
}

/** Whether two values are the same through and through, types included: Go's `reflect.DeepEqual`. */
export function isDeepEqual(a: GoValue, b: GoValue): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  if (typeOf(a) !== typeOf(b)) return false
  if (a instanceof GoSlice && b instanceof GoSlice) {
    if (a.isNil !== b.isNil || a.items.length !== b.items.length) return false
    return a.items.every((item, at) => isDeepEqual(item, b.items[at] ?? null))
  }
  if (a instanceof GoMap && b instanceof GoMap) {
    if (a.size !== b.size) return false
    return a.entries().every(([key, value]) => {
      const other = b.get(key)
      return other !== undefined && isDeepEqual(value, other)
    })
  }
  if (a instanceof GoInteger && b instanceof GoInteger) return a.value === b.value
  if (a instanceof GoTime && b instanceof GoTime) {
    return compareTimes(a, b) === 0 && a.location.name === b.location.name
  }
  if (a instanceof GoLocation && b instanceof GoLocation) return a.name === b.name
  if (a instanceof GoObject && b instanceof GoObject) return a.id === b.id
  // Two functions are never equal, not even one with itself.
  return !(a instanceof GoFunction) && kindOf(typeOf(a)) === kindOf(typeOf(b)) && a === b
}
