import { err, ok, type Result } from '../../src/base/index.ts'
import { renameAcross, type Refusal, type RenameSubject } from '../../src/edit/index.ts'
import type { Scene } from './scene.ts'
import type { FileEntry, Workspace } from './workspace.ts'

/**
 * Renames something of a document of the file on the canvas, with what refers to it in all open files, as one step. Gives back the names of
 * the other files that changed. A file that does not parse just now, or can only be looked at, is left alone.
 */
export function renameInFiles(
  { document }: Pick<Scene, 'document'>,
  workspace: Workspace,
  subject: RenameSubject,
  name: string,
  userEvent: string,
): Result<readonly string[], Refusal> {
  const entries = workspace.entries()
  const active = entries.findIndex(({ isActive }) => isActive)
  const trees = entries.map(({ tree }) => tree)
  const planned = renameAcross(trees, { tree: active, document }, subject, name)
  if (!planned.ok) return err(planned.error)
  // An older tree stands for one that does not parse: changes of it would not fit the text.
  const isFixed = ({ isBroken, file }: FileEntry) => isBroken || file.origin !== undefined
  const changes = entries.flatMap((entry, index) =>
    isFixed(entry) ? [] : [{ id: entry.id, changes: planned.value[index] ?? [] }],
  )
  workspace.changeAll(userEvent, changes)
  const changed = entries.filter(
    (entry, index) => !entry.isActive && !isFixed(entry) && (planned.value[index]?.length ?? 0) > 0,
  )
  return ok(changed.map(({ file }) => file.name))
}
