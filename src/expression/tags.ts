import type { TextRange } from '../base/index.ts'

/** One template tag of a text: `{{steps.flip.outputs.result}}`, or `{{=expression}}`. */
export interface Tag {
  /** The whole tag with its braces. */
  readonly range: TextRange
  /** What stands between the braces (and after `=`), without white space around it. */
  readonly body: string
  readonly bodyRange: TextRange
  readonly kind: 'simple' | 'expression'
  /** False for a `{{` without `}}`: it reaches to the end of the text, and Argo refuses such a text. */
  readonly closed: boolean
}

/**
 * All template tags of a text, in order. Argo cuts texts with fasttemplate, which knows no quotes and no
 * nesting: a tag ends at the first `}}` after its `{{`, even inside a string of an expression. `=` makes an
 * expression only directly after the braces.
 */
export function findTags(text: string): Tag[] {
  const tags: Tag[] = []
  let from = text.indexOf('{{')
  while (from >= 0) {
    const end = text.indexOf('}}', from + 2)
    const closed = end >= 0
    const inner = closed ? end : text.length
    const kind = text[from + 2] === '=' && inner > from + 2 ? 'expression' : 'simple'
    const bodyRange = trimmed(text, from + (kind === 'expression' ? 3 : 2), inner)
    tags.push({
      range: { from, to: closed ? end + 2 : text.length },
      body: text.slice(bodyRange.from, bodyRange.to),
      bodyRange,
      kind,
      closed,
    })
    from = closed ? text.indexOf('{{', end + 2) : -1
  }
  return tags
}

function trimmed(text: string, from: number, to: number): TextRange {
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return { from, to }
}
