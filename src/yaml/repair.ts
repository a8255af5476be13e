import { isScalar, parseDocument, visit, type Document } from 'yaml'
import { composeDocuments } from './compose.ts'
import type { TextRange } from '../base/index.ts'

const MAX_REPAIRS = 200

/** Documents of a text that only Go's parser reads, and the quoted scalars that had to be joined for it. */
export interface Repaired {
  readonly documents: Document.Parsed[]
  readonly joined: readonly TextRange[]
}

/**
 * Go's YAML parser, which Argo uses, lets the lines of a quoted scalar start at any column; the YAML specification and
 * `yaml` want them indented. Where that is all that is wrong with a text, it is composed from a copy of the same
 * length, in which the line breaks of such scalars are spaces, so that every position holds for the text itself.
 *
 * Returns nothing when the text has other errors too. A value of a joined scalar is to be read with `joinedValue`.
 */
export function composeRepaired(text: string, broken: Document.Parsed[]): Repaired | undefined {
  const joined: TextRange[] = []
  let documents = broken
  let copy = text
  while (joined.length < MAX_REPAIRS) {
    const start = firstUnterminated(documents)
    const end = start === undefined ? undefined : closingQuote(copy, start)
    if (start === undefined || end === undefined) return undefined
    const scalar = copy.slice(start, end)
    const line = scalar.replace(/[\r\n]/g, ' ')
    if (line === scalar) return undefined
    joined.push({ from: start, to: end })
    copy = copy.slice(0, start) + line + copy.slice(end)
    documents = composeDocuments(copy)
    if (documents.every((document) => document.errors.length === 0)) return { documents, joined }
  }
  return undefined
}

/** The value of a quoted scalar, from its source alone, where its indentation does not matter. */
export function joinedValue(source: string): string {
  const { contents } = parseDocument(source, { schema: 'failsafe', logLevel: 'silent' })
  return isScalar(contents) ? String(contents.value) : source
}

function firstUnterminated(documents: readonly Document.Parsed[]): number | undefined {
  let found: number | undefined
  for (const document of documents) {
    if (document.errors.length === 0) continue
    visit(document, {
      Scalar(_key, node) {
        const { source, offset } = scalarToken(node.srcToken)
        const quote = source[0]
        if (quote !== '"' && quote !== "'") return undefined
        if (closingQuote(source, 0) === source.length) return undefined
        found = offset
        return visit.BREAK
      },
    })
    if (found !== undefined) return found
  }
  return undefined
}

function scalarToken(token: unknown): { source: string; offset: number } {
  if (token === null || typeof token !== 'object') return { source: '', offset: 0 }
  const source = 'source' in token && typeof token.source === 'string' ? token.source : ''
  const offset = 'offset' in token && typeof token.offset === 'number' ? token.offset : 0
  return { source, offset }
}

/** Offset after the quote that closes the scalar which opens at `start`. */
function closingQuote(text: string, start: number): number | undefined {
  const quote = text[start]
  for (let at = start + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++
      else return at + 1
    }
  }
  return undefined
}
