import { LineIndex, type Path } from '../base/index.ts'
import { documentAt, locate, type YamlTree } from '../yaml/index.ts'
import { placeOf } from './completions.ts'
import { cursorAt, pathOf, type Cursor } from './cursor/cursor.ts'
import { code, explainField, typeWords, valuesOf } from './explain.ts'
import { typeAt } from './lookup.ts'
import { templateNamed } from './names.ts'

/** What can be said of a place in the text. */
export interface Hover {
  readonly from: number
  readonly to: number
  /** Paragraphs of Markdown. */
  readonly paragraphs: readonly string[]
}

/** What is known of the key, or of the value, at an offset: what a field is for, what a value means, where a name leads. */
export function hoverAt(tree: YamlTree, text: string, offset: number): Hover | undefined {
  const cursor = cursorAt(text, offset)
  if (cursor === undefined || cursor.word === '') return undefined
  const paragraphs =
    cursor.slot === 'key' ? ofKey(cursor) : ofValue(cursor, tree, documentAt(tree, offset))
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

function ofValue(cursor: Cursor, tree: YamlTree, document: number): readonly string[] {
  const place = placeOf(cursor)
  if (place === undefined) return []
  const { type } = place
  if (type.kind === 'enum') {
    const known = type.values.find(({ value }) => value === cursor.word)
    return known === undefined ? [] : [`**${cursor.word}** — ${known.doc}`]
  }
  if (type.kind !== 'text' || type.flavour !== 'template') return []
  const found = templateNamed(tree, document, cursor.word)
  if (found === undefined) return []
  const { template, path } = found
  const words = template.type === undefined ? 'Template' : `${template.type} template`
  const line = lineOf(tree, document, path)
  const inputs = [...template.inputs.parameters, ...template.inputs.artifacts].flatMap(
    ({ name }) => (name === undefined ? [] : [code(name)]),
  )
  return [
    `**${cursor.word}** — ${words}${line === undefined ? '' : `, line ${String(line)}`}`,
    ...(inputs.length === 0 ? [] : [`Inputs: ${inputs.join(', ')}`]),
  ]
}

/** The line, from 1, in which a template begins. */
function lineOf(tree: YamlTree, document: number, path: Path): number | undefined {
  const start = locate(tree, { document, path })?.start
  return start === undefined ? undefined : new LineIndex(tree.text).at(start).line
}
