import { anyMap, anySlice, kindOf, type GoType, type Signature } from './types.ts'

/**
 * A value of Go, as expressions have them. `bigint` is Go's `int`, `number` its `float64`, `null` its `nil`. Strings
 * are kept as strings; a byte that is not valid UTF-8 is a lone surrogate in them, see `strings.ts`.
 */
export type GoValue =
  | null
  | boolean
  | string
  | bigint
  | number
  | GoInteger
  | GoSlice
  | GoMap
  | GoTime
  | GoLocation
  | GoFunction
  | GoObject

/** An integer of another type than `int`: `int64`, `uint8`, `time.Duration`. */
export class GoInteger {
  readonly type: GoType
  readonly value: bigint
  constructor(type: GoType, value: bigint) {
    this.type = type
    this.value = value
  }
}

/** A slice, or an array of fixed length. */
export class GoSlice {
  readonly type: GoType
  readonly items: readonly GoValue[]
  /** Go's nil slice: empty, and `null` in JSON. */
  readonly isNil: boolean
  constructor(type: GoType, items: readonly GoValue[], isNil = false) {
    this.type = type
    this.items = items
    this.isNil = isNil
  }
}

/** A map. Keys are told apart by type and value; entries keep the order in which they came. */
export class GoMap {
  readonly type: GoType
  private readonly byKey = new Map<string, readonly [GoValue, GoValue]>()
  constructor(type: GoType, entries: Iterable<readonly [GoValue, GoValue]> = []) {
    this.type = type
    for (const [key, value] of entries) this.set(key, value)
  }
  get size(): number {
    return this.byKey.size
  }
  entries(): readonly (readonly [GoValue, GoValue])[] {
    return [...this.byKey.values()]
  }
  get(key: GoValue): GoValue | undefined {
    return this.byKey.get(hash(key))?.[1]
  }
  set(key: GoValue, value: GoValue): void {
    this.byKey.set(hash(key), [key, value])
  }
  delete(key: GoValue): void {
    this.byKey.delete(hash(key))
  }
  /** Another map with the same entries. */
  copy(): GoMap {
    const copy = new GoMap(this.type)
    for (const [hashed, entry] of this.byKey) copy.byKey.set(hashed, entry)
    return copy
  }
}

/** An instant with the time zone that it is told in. */
export class GoTime {
  /** Seconds since 1970 in UTC. */
  readonly seconds: number
  /** 0 to 999,999,999. */
  readonly nanoseconds: number
  readonly location: GoLocation
  constructor(seconds: number, nanoseconds: number, location: GoLocation) {
    this.seconds = seconds
    this.nanoseconds = nanoseconds
    this.location = location
  }
}

/** A time zone: one of the IANA database by its name, or a fixed offset. */
export class GoLocation {
  readonly name: string
  /** Seconds east of UTC, where they are the same always. */
  readonly offset: number | undefined
  constructor(name: string, offset?: number) {
    this.name = name
    this.offset = offset
  }
}

/** What functions may need beside their arguments. */
export interface FunctionContext {
  /** Throws `Unsupported` where nobody knows what time it is. */
  readonly now: () => GoTime
  /** From 0 up to 1; nothing where there is no chance. */
  readonly random: (() => number) | undefined
}

export type FunctionCall = (args: readonly GoValue[], context: FunctionContext) => GoValue

/** A function. `call` gets as many arguments of such types as the signature says. */
export class GoFunction {
  readonly name: string
  readonly signature: Signature
  readonly call: FunctionCall
  constructor(name: string, signature: Signature, call: FunctionCall) {
    this.name = name
    this.signature = signature
    this.call = call
  }
}

/** A value that expressions can only hand on, such as an artifact. */
export class GoObject {
  readonly type: GoType
  readonly id: string
  constructor(type: GoType, id: string) {
    this.type = type
    this.id = id
  }
}

/** What Go says when it gives up on an expression. Unwinds the whole evaluation, as a panic does. */
export class GoPanic extends Error {}

/** Something that Go can do and this evaluator cannot: better no value than a wrong one. */
export class Unsupported extends Error {}

/** A slice of values of any type. */
export function list(items: readonly GoValue[]): GoSlice {
  return new GoSlice(anySlice, items)
}

/** A map from strings to values of any type. */
export function dict(entries: Iterable<readonly [string, GoValue]>): GoMap {
  return new GoMap(anyMap, entries)
}

/** The type of a value; `<nil>` for nil, as Go prints it. */
export function typeOf(value: GoValue): GoType {
  if (value === null) return '<nil>'
  switch (typeof value) {
    case 'boolean':
      return 'bool'
    case 'string':
      return 'string'
    case 'bigint':
      return 'int'
    case 'number':
      return 'float64'
    default:
  }
  if (value instanceof GoTime) return 'time.Time'
  if (value instanceof GoLocation) return '*time.Location'
  if (value instanceof GoFunction) return `func`
  return value.type
}

/** Whether a value is nil, or a nil slice: `??` and `?.` take both for nothing. */
export function isNil(value: GoValue): boolean {
  return value === null || (value instanceof GoSlice && value.isNil)
}

/** Wraps an integer into the range of its type, as Go does on overflow. */
export function wrapInt(value: bigint): bigint {
  return BigInt.asIntN(64, value)
}

/** The number of an integer of any type, named ones too. */
export function integerOf(value: GoValue): bigint | undefined {
  if (typeof value === 'bigint') return value
  return value instanceof GoInteger ? value.value : undefined
}

/** One text for each value that can be a key. Go cannot look for slices and maps, and panics. */
function hash(key: GoValue): string {
  if (key instanceof GoSlice && kindOf(key.type) === 'array') return key.items.map(hash).join()
  if (key instanceof GoSlice || key instanceof GoMap || key instanceof GoFunction)
    throw new GoPanic(`runtime error: hash of unhashable type ${typeOf(key)}`)
  if (key instanceof GoTime)
    return `time.Time ${key.seconds} ${key.nanoseconds} ${key.location.name}`
  if (key instanceof GoLocation) return `location ${key.name}`
  if (key instanceof GoObject) return `object ${key.id}`
  if (key instanceof GoInteger) return `${key.type} ${key.value.toString()}`
  return `${typeof key} ${String(key)}`
}
