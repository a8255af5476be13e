import { err, ok, type Result } from '../../src/base/index.ts'
import { renameAcross, type Refusal, type RenameSubject } from '../../src/edit/index.ts'
import type { Designer } from './designer.ts'
import type { FileEntry, Workspace } from './workspace.ts'

/** Which of the open files has what is renamed, and which of its documents. */
export interface RenamePlace {
  readonly file: number
  readonly document: number
}

/**
 * Renames something in all open files as one step, and tells where else. It is in the document on the canvas unless another place is given. A
 * refusal is the caller's to tell. (No action of the designer, so that it comes with the panes that rename and not before.)
 */
export function renameInFiles(
  designer: Designer,
  subject: RenameSubject,
  name: string,
  userEvent: string,
  place: Partial<RenamePlace> = {},
): Result<void, Refusal> {
  const { workspace, actions } = designer
  const { lock } = designer.scene()
  if (lock !== undefined) return err({ message: lock })
  const { active } = workspace.store.getState()
  const at = { file: active, document: designer.scene().document, ...place }
  const done = renameEach(at, workspace, subject, name, userEvent)
  if (!done.ok) return done
  if (done.value.length > 0)
    actions.notify({ tone: 'info', text: `Renamed in ${done.value.join(', ')} as well` })
  return ok(undefined)
}

/** Gives back the names of the other files that changed. A file that does not parse just now, or can only be looked at, is left alone. */
function renameEach(
  { file, document }: RenamePlace,
  workspace: Workspace,
  subject: RenameSubject,
  name: string,
  userEvent: string,
): Result<readonly string[], Refusal> {
  const entries = workspace.entries()
  const own = entries.findIndex(({ id }) => id === file)
  const entry = entries[own]
  if (entry !== undefined && isFixed(entry)) return err({ message: fixedWords(entry) })
  const trees = entries.map(({ tree }) => tree)
  const planned = renameAcross(trees, { tree: own, document }, subject, name)
  if (!planned.ok) return err(planned.error)
  const changes = entries.flatMap((entry, index) =>
    isFixed(entry) ? [] : [{ id: entry.id, changes: planned.value[index] ?? [] }],
  )
  workspace.changeAll(userEvent, changes)
  const changed = entries.filter(
    (entry, index) => !entry.isActive && !isFixed(entry) && (planned.value[index]?.length ?? 0) > 0,
  )
  return ok(changed.map(({ file }) => file.name))
}

/** Whether a file cannot be changed. An older tree stands for one that does not parse: changes of it would not fit the text. */
function isFixed({ isBroken, file }: FileEntry): boolean {
  return isBroken || file.origin !== undefined
}

function fixedWords({ isBroken, file }: FileEntry): string {
  return isBroken
    ? `${file.name} does not parse just now. Mend it first, for it declares this.`
    : `${file.name} declares this, and can only be looked at.`
}
