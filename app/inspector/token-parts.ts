import { findTags } from '../../src/expression/index.ts'

/** A piece of a text: plain, or a reference. */
export interface TokenPart {
  readonly text: string
  readonly isTag: boolean
}

/** Cuts a text at its references. */
export function tokenParts(text: string): readonly TokenPart[] {
  const parts: TokenPart[] = []
  let at = 0
  const plain = (to: number): void => {
    if (to > at) parts.push({ text: text.slice(at, to), isTag: false })
    at = to
  }
  for (const { range, closed } of findTags(text)) {
    plain(range.from)
    parts.push({ text: text.slice(range.from, range.to), isTag: closed })
    at = range.to
  }
  plain(text.length)
  return parts
}

/** A text with another put in place of a selected range. */
export function insertAt(text: string, from: number, to: number, insert: string): string {
  return text.slice(0, from) + insert + text.slice(to)
}
