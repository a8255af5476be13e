import { ok } from '../../base/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { documentParts } from '../document-parts.ts'
import { Draft } from '../draft.ts'

/** Index of a document in the file. */
export interface RemoveDocumentArguments {
  readonly index: number
}

/** Removes a document with its marker and the comments before it. Every other byte stays. Refused for the only one. */
export const removeDocument: Command<RemoveDocumentArguments> = (context, { index }) => {
  const draft = new Draft(context)
  const parts = documentParts(draft.tree)
  const part = parts[index]
  const next = parts[index + 1]
  if (part === undefined)
    return draft.refuse(`The file has no document ${String(index + 1)}.`).finish()
  if (parts.length === 1)
    return draft.refuse('It is the only document of the file. Close the file instead.').finish()
  // Directives of the next document need the “...” before them.
  const to = next?.hasDirectives === true ? part.bodyTo : part.to
  draft.plan(() => ok([{ from: part.from, to, insert: '' }]))
  return draft.finish()
}

export function readRemoveDocument(read: ArgumentReader): RemoveDocumentArguments {
  return { index: read.whole('index') }
}
