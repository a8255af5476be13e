import type { TextRange } from '../../base/index.ts'
import { findTags, type Tag } from '../tags.ts'

/**
 * What a tag stands for: the text that takes its place, or nothing where it has no value. The body is what stands between the
 * braces, for an expression without its `=`.
 */
export type TagScope = (body: string, kind: Tag['kind']) => string | undefined

/** A text with its tags filled in. */
export interface Substituted {
  readonly text: string
  /** Tags without a value; they stay as they are. */
  readonly unresolved: readonly Tag[]
  /** The part of the original text that a part of the new one comes from. What comes from a tag is all of the tag. */
  readonly origin: (range: TextRange) => TextRange
}

/** Fills in the tags of a text. A tag that is not closed has no value. */
export function substituteTags(text: string, scope: TagScope): Substituted {
  const unresolved: Tag[] = []
  const pieces: Piece[] = []
  let result = ''
  let at = 0
  for (const tag of findTags(text)) {
    const value = tag.closed ? scope(tag.body, tag.kind) : undefined
    if (value === undefined) unresolved.push(tag)
    result += text.slice(at, tag.range.from)
    const from = result.length
    result += value ?? text.slice(tag.range.from, tag.range.to)
    pieces.push({ from, to: result.length, tag: tag.range })
    at = tag.range.to
  }
  result += text.slice(at)
  const origin = ({ from, to }: TextRange): TextRange => ({
    from: place(pieces, from, 'from'),
    to: Math.max(place(pieces, to, 'to'), place(pieces, from, 'from')),
  })
  return { text: result, unresolved, origin }
}

/** Where the value of a tag stands in the new text. */
interface Piece extends TextRange {
  readonly tag: TextRange
}

function place(pieces: readonly Piece[], at: number, side: 'from' | 'to'): number {
  let shift = 0
  for (const { from, to, tag } of pieces) {
    if (at < from || (at === from && side === 'to')) break
    if (at < to || (at === to && side === 'to')) return tag[side]
    shift = tag.to - to
  }
  return at + shift
}
