import type { ManifestKind } from '../../argo/index.ts'
import { lineBreakOf } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { documentParts } from '../document-parts.ts'
import { Draft } from '../draft.ts'
import { newManifest } from '../new-workflow.ts'
import { manifestKinds } from './set-kind.ts'

export interface AddDocumentArguments {
  readonly kind: ManifestKind
  readonly name?: string | undefined
}

/** Adds a manifest of a kind at the end of the file, as a document of its own; into the last one if that is empty. */
export const addDocument: Command<AddDocumentArguments> = (context, { kind, name }) => {
  const draft = new Draft(context)
  const { tree } = draft
  const last = documentParts(tree).at(-1)
  if (last === undefined) return draft.finish()
  const breaks = lineBreakOf(tree.text)
  const added = newManifest(kind, name).replaceAll('\n', breaks)
  const isVoid = tree.text.slice(last.bodyFrom, last.bodyTo).trim() === ''
  const at = isVoid ? last.bodyFrom : tree.text.length
  const before = /(^|[\r\n\uFEFF])$/.test(tree.text.slice(0, at)) ? '' : breaks
  const insert = `${before}${isVoid ? '' : `---${breaks}`}${added}`
  draft.change([{ from: at, to: at, insert }])
  return draft.finish()
}

export function readAddDocument(read: ArgumentReader): AddDocumentArguments {
  return {
    kind: read.oneOf('kind', manifestKinds) ?? 'Workflow',
    name: read.optionalText('name'),
  }
}
