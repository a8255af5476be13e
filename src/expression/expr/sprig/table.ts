import { signature } from '../../go/types.ts'
import { GoFunction, Unsupported, type GoTime, type GoValue } from '../../go/values.ts'

/** What functions of Sprig need beside their arguments. Refused, as not supported, where the caller has none. */
export interface SprigContext {
  readonly now: () => GoTime
  /** From 0 up to 1. */
  readonly random: (() => number) | undefined
}

export type Call = (args: readonly GoValue[], context: SprigContext) => GoValue

/** Functions by name: the signature, as Go has it, and what they do. */
export type SprigTable = Readonly<Record<string, readonly [shape: string, call: Call]>>

/** The functions of a table, ready to be called. */
export function functionsOf(table: SprigTable, context: SprigContext): [string, GoFunction][] {
  return Object.entries(table).map(([name, [shape, call]]) => [
    name,
    new GoFunction(name, signature(shape), (args) => call(args, context)),
  ])
}

/** Functions that are there but cannot be called here. */
export function refused(names: readonly string[], why: string): [string, GoFunction][] {
  const shape = signature('(...interface {}) interface {}')
  return names.map((name) => [
    name,
    new GoFunction(name, shape, () => {
      throw new Unsupported(`sprig.${name} is not supported here: ${why}`)
    }),
  ])
}

/** An argument that the signature says is a string. */
export function str(value: GoValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** An argument that the signature says is an `int`. */
export function num(value: GoValue | undefined): number {
  return typeof value === 'bigint' ? Number(value) : 0
}
