import type { EnumValue, Field, FieldGroup, FieldType, TextFlavour } from './model.ts'

/*
 * The words in which the tables of `types` are written: one line a field.
 */

/** An object as the tables have it: its name is the key that it stands under. */
export interface ObjectTable {
  readonly doc: string
  readonly fields: Readonly<Record<string, Field>>
  readonly groups: readonly FieldGroup[]
}

/** Types by their name. */
export type TypeTable = Readonly<Record<string, ObjectTable>>

type More = Omit<Field, 'type' | 'doc' | 'required'>

export const text: FieldType = textOf('plain')
export const multiline: FieldType = textOf('multiline')
export const expression: FieldType = textOf('expression')
export const template: FieldType = textOf('template')
export const duration: FieldType = textOf('duration')
export const quantity: FieldType = textOf('quantity')
export const path: FieldType = textOf('path')
export const integer: FieldType = { kind: 'integer' }
export const count: FieldType = { kind: 'integer', min: 0 }
export const long: FieldType = { kind: 'integer', size: 'int64' }
export const longCount: FieldType = { kind: 'integer', size: 'int64', min: 0 }
export const number: FieldType = { kind: 'number' }
export const boolean: FieldType = { kind: 'boolean' }
export const intOrText: FieldType = { kind: 'int-or-text' }
export const scalar: FieldType = { kind: 'scalar' }
export const any: FieldType = { kind: 'any' }

/** A text of some flavour. */
export function textOf(flavour: TextFlavour): FieldType {
  return { kind: 'text', flavour }
}

/** A list of a type. */
export function list(of: FieldType): FieldType {
  return { kind: 'list', of }
}

/** A map whose keys are free; `keys` are those that mean something. */
export function map(of: FieldType, keys: Readonly<Record<string, string>> = {}): FieldType {
  return { kind: 'map', of, keys: values(keys) }
}

/** An object by its name. */
export function ref(name: string): FieldType {
  return { kind: 'object', name }
}

/** One of some texts, each with what it means. */
export function oneOf(meanings: Readonly<Record<string, string>>): FieldType {
  return { kind: 'enum', values: values(meanings), open: false }
}

/** Usually one of some texts. */
export function usually(meanings: Readonly<Record<string, string>>): FieldType {
  return { kind: 'enum', values: values(meanings), open: true }
}

/** A field that may be absent. */
export function field(type: FieldType, doc: string, more: More = {}): Field {
  return { type, doc, required: false, ...more }
}

/** A field that has to be there. */
export function required(type: FieldType, doc: string, more: More = {}): Field {
  return { type, doc, required: true, ...more }
}

/** An object with its fields in the order in which they are shown. */
export function object(
  doc: string,
  fields: Readonly<Record<string, Field>>,
  ...groups: readonly FieldGroup[]
): ObjectTable {
  return { doc, fields, groups }
}

/** Exactly one of some fields is needed. */
export function exactlyOne(...fields: readonly string[]): FieldGroup {
  return { need: 'exactly-one', fields }
}

/** At most one of some fields is allowed. */
export function atMostOne(...fields: readonly string[]): FieldGroup {
  return { need: 'at-most-one', fields }
}

function values(meanings: Readonly<Record<string, string>>): readonly EnumValue[] {
  return Object.entries(meanings).map(([value, doc]) => ({ value, doc }))
}
