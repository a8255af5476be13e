import type { Path } from '../../base/index.ts'
import { keyText, locate, removeShadowed as planRemoval, renameKey } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'

export interface RenameFieldArguments {
  /** Keys and indices from the document's root; the last is the key. */
  readonly path: Path
  readonly name: string
}

/**
 * Renames a key of a map that has keys of one's own, such as a label or a hook; its value stays as it is written. Refused when the map
 * has the new key already. Nothing that refers to the key follows.
 */
export const renameField: Command<RenameFieldArguments> = (context, { path, name }) => {
  const draft = new Draft(context)
  const { document } = draft
  if (name === '') draft.refuse('A key must not be empty.')
  draft.plan((tree) => renameKey(tree, { document, path }, name))
  const renamed = { document, path: [...path.slice(0, -1), name] }
  return draft.finish(draft.refused || locate(draft.tree, renamed) === undefined ? [] : [renamed])
}

export function readRenameField(read: ArgumentReader): RenameFieldArguments {
  return { path: read.path(), name: read.text('name') }
}

export interface RemoveShadowedArguments {
  /** Keys and indices from the document's root; the last is the key. */
  readonly path: Path
}

/** Removes a key wherever its map has it before the last time, which is the one that counts. Refused where it is there only once. */
export const removeShadowed: Command<RemoveShadowedArguments> = (context, { path }) => {
  const draft = new Draft(context)
  const { document } = draft
  const key = path.at(-1)
  const map = locate(draft.tree, { document, path: path.slice(0, -1) })?.node
  const entries = map?.kind === 'map' ? map.entries : []
  if (entries.filter((entry) => keyText(entry) === key).length < 2)
    draft.refuse(`The key ${path.join('.')} does not stand twice.`)
  draft.plan((tree) => planRemoval(tree, { document, path }))
  return draft.finish(draft.refused ? [] : [{ document, path }])
}

export function readRemoveShadowed(read: ArgumentReader): RemoveShadowedArguments {
  return { path: read.path() }
}
