import { placeOf } from './completions.ts'
import { cursorAt, pathOf, type Cursor } from './cursor/cursor.ts'
import { explainField, typeWords, valuesOf } from './explain.ts'
import { typeAt } from './lookup.ts'

/** What can be said of a place in the text. */
export interface Hover {
  readonly from: number
  readonly to: number
  /** Paragraphs of Markdown. */
  readonly paragraphs: readonly string[]
}

/** What is known of the key, or of the value, at an offset: what a field is for, what a value means. Where names lead is not known here. */
export function hoverAt(text: string, offset: number): Hover | undefined {
  const cursor = cursorAt(text, offset)
  if (cursor === undefined || cursor.word === '') return undefined
  const paragraphs = cursor.slot === 'key' ? ofKey(cursor) : ofValue(cursor)
  const { from, to } = cursor
  return paragraphs.length === 0 ? undefined : { from, to, paragraphs }
}

function ofKey({ kind, way, word }: Cursor): readonly string[] {
  const place = typeAt(kind, [...pathOf(way), word])
  if (place?.field === undefined || place.owner === undefined || place.key === undefined) return []
  if (place.key !== word) {
    const above = typeAt(kind, pathOf(way))
    const known =
      above === undefined ? undefined : valuesOf(above.type).find(({ value }) => value === word)
    return known === undefined ? [] : [`**${word}** — ${typeWords(place.type)}`, known.doc]
  }
  const { field, owner } = place
  const need = field.required ? ' · required' : ''
  return [`**${word}** — ${typeWords(field.type)}${need}`, ...explainField(field, word, owner)]
}

function ofValue(cursor: Cursor): readonly string[] {
  const place = placeOf(cursor)
  if (place === undefined) return []
  const { type } = place
  if (type.kind !== 'enum') return []
  const known = type.values.find(({ value }) => value === cursor.word)
  return known === undefined ? [] : [`**${cursor.word}** — ${known.doc}`]
}
