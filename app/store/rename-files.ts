import { err, ok, type Result } from '../../src/base/index.ts'
import { renameAcross, type Refusal, type RenameSubject } from '../../src/edit/index.ts'
import type { Designer } from './designer.ts'
import type { FileEntry, Workspace } from './workspace.ts'

/**
 * Renames something in all open files as one step, and tells where else. It is in the document on the canvas unless another of the same file
 * is given. A refusal is the caller's to tell. (No action of the designer, so that it comes with the panes that rename and not before.)
 */
export function renameInFiles(
  designer: Designer,
  subject: RenameSubject,
  name: string,
  userEvent: string,
  document = designer.scene().document,
): Result<void, Refusal> {
  const { workspace, actions } = designer
  const { lock } = designer.scene()
  if (lock !== undefined) return err({ message: lock })
  const done = renameEach(document, workspace, subject, name, userEvent)
  if (!done.ok) return done
  if (done.value.length > 0)
    actions.notify({ tone: 'info', text: `Renamed in ${done.value.join(', ')} as well` })
  return ok(undefined)
}

/** Gives back the names of the other files that changed. A file that does not parse just now, or can only be looked at, is left alone. */
function renameEach(
  document: number,
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
