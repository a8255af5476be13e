import { resolvePlain } from '../yaml/index.ts'
import { objectType } from './lookup.ts'
import type { Field, FieldType } from './model.ts'

/** How new text is laid out: see `TextStyle` of the YAML layer. */
export interface Layout {
  readonly indent: number
  readonly dashIndent: number
}

/** Required fields of required fields are written too, but no deeper. */
const DEPTH = 2

/**
 * What is put in for a key in some column: its colon and the beginning of its value, in the form that editors take as a snippet, where `$1` is the
 * first place to type at. Further lines bring their whole indentation.
 */
export function keySnippet(key: string, type: FieldType, column: number, layout: Layout): string {
  return new Writer(layout).entry(key, type, column, 0)
}

/** What is put in for an item of a list: its dash, which stands in `column`, and the beginning of its value. */
export function itemSnippet(of: FieldType, column: number, layout: Layout): string {
  return new Writer(layout).item(of, column, 0)
}

/** What is put in for a key between braces. */
export function flowSnippet(key: string, type: FieldType): string {
  return `${escaped(key)}: ${flowValue(type)}`
}

/** The beginning of a value between brackets. */
export function flowValue(type: FieldType): string {
  switch (type.kind) {
    case 'object':
      return isEmpty(type.name) ? '{}' : '{$1}'
    case 'map':
      return '{$1}'
    case 'list':
      return '[$1]'
    default:
      return '$1'
  }
}

/** A text as a scalar: without quotes, or with them where it would not be read as text. */
export function plain(text: string): string {
  const isText =
    typeof resolvePlain(text) === 'string' && !/^[\s&*!|>%@`"'#?:,[\]{}-]|: | #|[\s:]$/.test(text)
  return isText ? text : `'${text.replaceAll("'", "''")}'`
}

/** A scalar in a snippet, where some signs mean something. */
function escaped(text: string): string {
  return plain(text).replace(/[\\$}]/g, '\\$&')
}

class Writer {
  private places = 0
  private readonly layout: Layout

  constructor(layout: Layout) {
    this.layout = layout
  }

  entry(key: string, type: FieldType, column: number, depth: number): string {
    return `${escaped(key)}:${this.value(type, column, depth)}`
  }

  item(of: FieldType, column: number, depth: number): string {
    const inner = column + 2
    switch (of.kind) {
      case 'list':
        return `- ${this.item(of.of, inner, depth)}`
      case 'object':
        return `- ${this.fields(itemFields(of.name), inner, depth)}`
      default:
        return `- ${this.place()}`
    }
  }

  private value(type: FieldType, column: number, depth: number): string {
    const { indent, dashIndent } = this.layout
    const inner = column + indent
    switch (type.kind) {
      case 'object': {
        if (isEmpty(type.name)) return ' {}'
        return `\n${pad(inner)}${this.fields(depth < DEPTH ? requiredFields(type.name) : [], inner, depth)}`
      }
      case 'map':
        return `\n${pad(inner)}${this.place()}`
      case 'list':
        return `\n${pad(column + dashIndent)}${this.item(type.of, column + dashIndent, depth)}`
      case 'text':
        return ['multiline', 'script', 'yaml'].includes(type.flavour)
          ? ` |\n${pad(inner)}${this.place()}`
          : ` ${this.place()}`
      default:
        return ` ${this.place()}`
    }
  }

  private fields(
    fields: readonly (readonly [string, Field])[],
    column: number,
    depth: number,
  ): string {
    if (fields.length === 0) return this.place()
    return fields
      .map(([key, { type }]) => this.entry(key, type, column, depth + 1))
      .join(`\n${pad(column)}`)
  }

  private place(): string {
    return `$${String(++this.places)}`
  }
}

function requiredFields(name: string): readonly (readonly [string, Field])[] {
  return [...(objectType(name)?.fields ?? [])].filter(([, { required }]) => required)
}

/** What an item begins with: what it needs, and its name if it has one. */
function itemFields(name: string): readonly (readonly [string, Field])[] {
  return [...(objectType(name)?.fields ?? [])].filter(
    ([key, { required }]) => required || key === 'name',
  )
}

function isEmpty(name: string): boolean {
  return objectType(name)?.fields.size === 0
}

function pad(column: number): string {
  return ' '.repeat(column)
}
