import {
  anySlice,
  anyType,
  elemOf,
  isAssignable,
  isIntegerType,
  keyOf,
  kindName,
  kindOf,
  printSignature,
  type GoType,
  type Signature,
} from '../go/types.ts'
import { GoFunction, typeOf, type GoValue } from '../go/values.ts'

/** What is known of a value before it is there. Without a type and not nil, nothing is. */
export interface Nature {
  readonly type?: GoType
  readonly nil?: true
  /** Of a list, what its items are, which its type does not tell; of a predicate, what its body gives. */
  readonly ref?: Nature
  readonly fn?: Signature
}

export const unknown: Nature = {}
export const nilNature: Nature = { nil: true }
export const bool: Nature = { type: 'bool' }
export const int: Nature = { type: 'int' }
export const float: Nature = { type: 'float64' }
export const string: Nature = { type: 'string' }
export const time: Nature = { type: 'time.Time' }
export const duration: Nature = { type: 'time.Duration' }
export const anyList: Nature = { type: anySlice }

/** The nature of a function. */
export function functionNature(fn: Signature): Nature {
  return { type: printSignature(fn), fn }
}

/** The nature of a value that is there. */
export function natureOf(value: GoValue): Nature {
  if (value === null) return nilNature
  return value instanceof GoFunction ? functionNature(value.signature) : { type: typeOf(value) }
}

/** The nature of a list of such items. */
export function listOf(item: Nature): Nature {
  return { type: anySlice, ref: item }
}

/** The name of a nature in messages. */
export function printNature({ type }: Nature): string {
  return type ?? 'unknown'
}

export function isUnknown({ type, nil }: Nature): boolean {
  return (type === undefined && !nil) || type === anyType
}

/** The kind of the type as Go tells kinds apart; `invalid` if there is no type. */
export function kindIn({ type }: Nature): string {
  return type === undefined ? 'invalid' : kindName(type)
}

export function isInteger({ type }: Nature): boolean {
  return type !== undefined && isIntegerType(type)
}

export function isNumber(nature: Nature): boolean {
  return isInteger(nature) || nature.type === 'float64'
}

export function isBool({ type }: Nature): boolean {
  return type === 'bool'
}

export function isString({ type }: Nature): boolean {
  return type === 'string'
}

export function isTime({ type }: Nature): boolean {
  return type === 'time.Time'
}

export function isDuration({ type }: Nature): boolean {
  return type === 'time.Duration'
}

export function isList({ type }: Nature): boolean {
  return type !== undefined && ['slice', 'array'].includes(kindOf(type))
}

export function isMap({ type }: Nature): boolean {
  return type !== undefined && kindOf(type) === 'map'
}

/** What the items of a list or the values of a map are. */
export function itemOf(nature: Nature): Nature {
  if (isList(nature) && nature.ref) return nature.ref
  const { type } = nature
  return type !== undefined && (isList(nature) || isMap(nature)) ? { type: elemOf(type) } : unknown
}

/** What the keys of a map are. */
export function keysOf({ type }: Nature): Nature {
  return type === undefined ? unknown : { type: keyOf(type) }
}

/** Whether a value of one nature may stand for one of the other. */
export function mayStandFor(from: Nature, to: Nature): boolean {
  if (from.nil) return ['ptr', 'interface', 'func', 'map', 'slice'].includes(kindIn(to))
  return from.type !== undefined && to.type !== undefined && isAssignable(from.type, to.type)
}

/** Whether `==` makes sense of the two. */
export function areComparable(a: Nature, b: Nature): boolean {
  if (isUnknown(a) || isUnknown(b) || a.nil || b.nil) return true
  const alike = [isNumber, isDuration, isTime, isList]
  return alike.some((test) => test(a) && test(b)) || mayStandFor(a, b)
}

/** Whether two values may fit when the program runs: one is unknown, and the other is unknown or passes a test. */
export function mayFit(
  a: Nature,
  b: Nature,
  ...tests: readonly ((n: Nature) => boolean)[]
): boolean {
  const fits = (nature: Nature): boolean => isUnknown(nature) || tests.some((test) => test(nature))
  return (isUnknown(a) || isUnknown(b)) && fits(a) && fits(b)
}
