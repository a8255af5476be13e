import type { TextChange } from '../../base/index.ts'
import { lineStart } from '../lines.ts'
import type { JsonValue } from '../to-value.ts'
import type { Located } from '../tree.ts'

/** What YAML's own tags say of a value. Tags of a file's own mean nothing to us, and stay. */
const fits: ReadonlyMap<string, (value: JsonValue) => boolean> = new Map([
  ['!!str', (value) => typeof value === 'string'],
  ['!!int', (value) => typeof value === 'number' && Number.isInteger(value)],
  ['!!float', (value) => typeof value === 'number'],
  ['!!bool', (value) => typeof value === 'boolean'],
  ['!!null', (value) => value === null],
  ['!!seq', (value) => Array.isArray(value)],
  ['!!map', (value) => value !== null && typeof value === 'object' && !Array.isArray(value)],
])

/** Takes away a tag that would make another value of the one that is set behind it. */
export function dropTag(text: string, { node, start }: Located, value: JsonValue): TextChange[] {
  const tag = node.props?.tag
  if (tag === undefined || (fits.get(tag)?.(value) ?? true)) return []
  const at = text.indexOf(tag, start)
  const end = at + tag.length
  // With the blanks before it, unless they indent the value.
  const from = text.slice(0, at).trimEnd().length
  if (from > lineStart(text, at)) return [{ from, to: end, insert: '' }]
  const behind = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0
  return [{ from: at, to: end + behind, insert: '' }]
}
