import type { TextChange } from '../../base/index.ts'
import { lineBreakOf, wholeDocuments } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { documentParts, type DocumentParts } from '../document-parts.ts'
import { Draft } from '../draft.ts'

export interface MoveDocumentArguments {
  readonly from: number
  /** The place that it has afterwards. */
  readonly to: number
}

/**
 * Moves a document to another place in the file. What it says moves; the markers and what stands before them stay where they are.
 * Refused where directives would come to count for another document.
 */
export const moveDocument: Command<MoveDocumentArguments> = (context, { from, to }) => {
  const draft = new Draft(context)
  const { text } = draft.tree
  const parts = documentParts(draft.tree)
  if (parts[from] === undefined || parts[to] === undefined)
    return draft.refuse(`The file has documents 1 to ${String(parts.length)}.`).finish()
  const order = [...parts.keys()]
  order.splice(to, 0, ...order.splice(from, 1))
  const touched = parts.filter((_, place) => order[place] !== place)
  if (touched.some(({ hasDirectives }) => hasDirectives)) {
    return draft
      .refuse('A document with directives (%YAML, %TAG) stands in between. Move it by hand.')
      .finish()
  }
  const breaks = lineBreakOf(text)
  const changes = parts.flatMap((slot, place): TextChange[] => {
    const source = parts[order[place] ?? place]
    if (source === undefined || source === slot) return []
    const isLast = place === parts.length - 1 && slot.bodyTo === slot.to
    const insert = fitted(text, slot, text.slice(source.bodyFrom, source.bodyTo), isLast, breaks)
    return [{ from: slot.bodyFrom, to: slot.bodyTo, insert }]
  })
  draft.change(changes)
  if (wholeDocuments(draft.tree).length !== parts.length)
    draft.refuse('An empty document cannot be told from none at the top of the file.')
  return draft.finish()
}

export function readMoveDocument(read: ArgumentReader): MoveDocumentArguments {
  return { from: read.whole('from'), to: read.whole('to') }
}

/** A body with the line breaks that it needs where it goes. */
function fitted(
  text: string,
  slot: DocumentParts,
  body: string,
  isLast: boolean,
  breaks: string,
): string {
  const isBehindMarker = slot.hasMarker && !/[\r\n]$/.test(text.slice(slot.from, slot.bodyFrom))
  const before = isBehindMarker && !/^(\s|$)/.test(body) ? breaks : ''
  const isOpen = !isLast && !/(^|[\r\n])$/.test(body)
  return `${before}${body}${isOpen ? breaks : ''}`
}
