import { integerTypes, kindName, signature, type GoType, type Signature } from '../../go/types.ts'
import { GoPanic, GoSlice, typeOf, type FunctionContext, type GoValue } from '../../go/values.ts'

/** What builtins need beside their arguments. */
export interface CallContext extends Pick<FunctionContext, 'now'> {
  /** Counts what is made; panics when expr-lang's budget is used up. */
  readonly grow: (size: number) => void
}

/** The result of a check of types: the type of what is given, or why the arguments are refused. */
export type Checked = GoType | { readonly message: string }

/** The type of an argument; absent for nil. */
export type ArgumentType = GoType | undefined

interface Called {
  readonly call: (args: readonly GoValue[], context: CallContext) => GoValue
}

/** A function of expr-lang that is no predicate. Its arguments are checked by code or by one of several signatures. */
export type Builtin = Called &
  (
    | { readonly validate: (types: readonly ArgumentType[]) => Checked }
    | { readonly overloads: readonly Signature[] }
  )

/** A builtin whose arguments must fit one of several signatures. */
export function typed(overloads: readonly string[], call: Called['call']): Builtin {
  return { overloads: overloads.map(signature), call }
}

/** A builtin that takes a number of arguments of which each is of certain kinds; nothing is known of nil. */
export function kinded(
  kinds: readonly (readonly string[])[],
  complaint: (type: ArgumentType, at: number) => string,
  result: GoType | ((types: readonly ArgumentType[]) => GoType),
  call: Called['call'],
): Builtin {
  const validate = (types: readonly ArgumentType[]): Checked => {
    if (types.length !== kinds.length) return { message: wrongCount(kinds.length, types.length) }
    for (const [at, type] of types.entries()) {
      if (!kinds[at]?.includes(kindOfArgument(type))) return { message: complaint(type, at) }
    }
    return typeof result === 'string' ? result : result(types)
  }
  return { validate, call }
}

export function wrongCount(expected: number, got: number): string {
  return `invalid number of arguments (expected ${expected}, got ${got})`
}

export const numberKinds: readonly string[] = ['float64', ...integerTypes]
export const listKinds: readonly string[] = ['interface', 'slice', 'array']

export function kindOfArgument(type: ArgumentType): string {
  return type === undefined ? 'invalid' : kindName(type)
}

/** A type in a message; Go prints no type as here. */
export function printType(type: ArgumentType): string {
  return type ?? '%!s(<nil>)'
}

/** An argument that must be a string when the expression runs. */
export function text(args: readonly GoValue[], at: number): string {
  const value = args[at]
  if (typeof value === 'string') return value
  const type = value === undefined || value === null ? 'nil' : typeOf(value)
  throw new GoPanic(`interface conversion: interface {} is ${type}, not string`)
}

/** An argument that must be a list when the expression runs. */
export function listArgument(args: readonly GoValue[], at: number, verb: string): GoSlice {
  const value = args[at] ?? null
  if (value instanceof GoSlice) return value
  throw new GoPanic(`cannot ${verb} ${value === null ? 'invalid' : kindName(typeOf(value))}`)
}
