/**
 * A type of Go by its name, written as Go prints it: `int`, `[]interface {}`, `map[string]string`, `time.Time`.
 * Equal names are equal types.
 */
export type GoType = string

export const anyType = 'interface {}'
export const anySlice = '[]interface {}'
export const anyMap = 'map[string]interface {}'

export type GoKind =
  | 'bool'
  | 'int'
  | 'float'
  | 'string'
  | 'interface'
  | 'slice'
  | 'array'
  | 'map'
  | 'struct'
  | 'ptr'
  | 'func'

/** Go's own integers. */
export const integerTypes: readonly GoType[] = [
  'int',
  'int8',
  'int16',
  'int32',
  'int64',
  'uint',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
]
const integers = new Set(integerTypes)
const namedIntegers = new Map([
  ['time.Duration', 'int64'],
  ['time.Month', 'int'],
  ['time.Weekday', 'int'],
])

/** Whether a type is one of Go's own integers; `time.Duration` is not. */
export function isIntegerType(type: GoType): boolean {
  return integers.has(type)
}

/** The integer that a type is built on: `int64` for `time.Duration`. Absent for what is no integer. */
export function integerUnder(type: GoType): GoType | undefined {
  return namedIntegers.get(type) ?? (integers.has(type) ? type : undefined)
}

/** What sort of type it is. All integers are one kind here; `integerUnder` tells them apart. */
export function kindOf(type: GoType): GoKind {
  if (type === 'bool' || type === 'string') return type
  if (integerUnder(type) !== undefined) return 'int'
  if (type === 'float64') return 'float'
  if (type === anyType || type === 'error') return 'interface'
  if (type.startsWith('[]')) return 'slice'
  if (type.startsWith('[')) return 'array'
  if (type.startsWith('map[')) return 'map'
  if (type.startsWith('func(')) return 'func'
  return type.startsWith('*') ? 'ptr' : 'struct'
}

/** The name of a kind as Go's reflection prints it, in which integers and floats have their sizes. */
export function kindName(type: GoType): string {
  const kind = kindOf(type)
  if (kind === 'float') return 'float64'
  return kind === 'int' ? (integerUnder(type) ?? kind) : kind
}

/** What the elements of a slice, an array or a map are. */
export function elemOf(type: GoType): GoType {
  return type.slice(type.indexOf(']') + 1)
}

/** What the keys of a map are. */
export function keyOf(type: GoType): GoType {
  return type.slice('map['.length, type.indexOf(']'))
}

/** Whether Go lets a value of one type stand where another is asked for. */
export function isAssignable(from: GoType, to: GoType): boolean {
  return from === to || to === anyType
}

/** What a function takes and gives. */
export interface Signature {
  readonly params: readonly GoType[]
  /** The last parameter stands for any number of arguments of its type. */
  readonly variadic: boolean
  readonly result: GoType
  /** It may also end with an error, which Go gives as a second result. */
  readonly fails: boolean
}

/** Reads a signature: `(string, ...int) string`, with `!` at the end for one that may fail. */
export function signature(text: string): Signature {
  const close = text.lastIndexOf(')')
  const inner = text.slice(1, close)
  const params = inner === '' ? [] : inner.split(', ')
  const last = params[params.length - 1] ?? ''
  const variadic = last.startsWith('...')
  if (variadic) params[params.length - 1] = last.slice(3)
  const result = text.slice(close + 1).trim()
  const fails = result.endsWith('!')
  return { params, variadic, result: fails ? result.slice(0, -1) : result, fails }
}

/** A signature as Go prints it. */
export function printSignature({ params, variadic, result, fails }: Signature): GoType {
  const shown = params.map((type, at) =>
    variadic && at === params.length - 1 ? `...${type}` : type,
  )
  return `func(${shown.join(', ')}) ${fails ? `(${result}, error)` : result}`
}
