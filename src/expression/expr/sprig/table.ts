import { signature } from '../../go/types.ts'
import { GoFunction, Unsupported, type FunctionCall, type GoValue } from '../../go/values.ts'

/** Functions by name: the signature, as Go has it, and what they do. */
export type SprigTable = Readonly<Record<string, readonly [shape: string, call: FunctionCall]>>

/** The functions of a table, ready to be called. */
export function functionsOf(table: SprigTable): [string, GoFunction][] {
  return Object.entries(table).map(([name, [shape, call]]) => [
    name,
    new GoFunction(name, signature(shape), call),
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
