import { GoInteger, GoMap, GoSlice, type GoValue } from '../../go/values.ts'

/** Whether Sprig takes a value for nothing: nil, 0, false, and what has no parts. */
export function isEmpty(value: GoValue): boolean {
  if (value === null || value === false || value === '' || value === 0n || value === 0) return true
  if (value instanceof GoSlice) return value.items.length === 0
  if (value instanceof GoMap) return value.size === 0
  return value instanceof GoInteger && value.value === 0n
}
