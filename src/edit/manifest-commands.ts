import { addDocument, readAddDocument } from './commands/add-document.ts'
import { moveDocument, readMoveDocument } from './commands/move-document.ts'
import { readRemoveDocument, removeDocument } from './commands/remove-document.ts'
import { readSetKind, setKind } from './commands/set-kind.ts'
import { readSetSchedule, setSchedule } from './commands/set-schedule.ts'
import { runner, type Runner } from './runner.ts'

/** The commands about a manifest as a whole, and about the documents of its file. */
export type ManifestCommandId =
  'addDocument' | 'moveDocument' | 'removeDocument' | 'setKind' | 'setSchedule'

export const manifestCommands: Readonly<Record<ManifestCommandId, Runner>> = {
  addDocument: runner(addDocument, readAddDocument),
  moveDocument: runner(moveDocument, readMoveDocument),
  removeDocument: runner(removeDocument, readRemoveDocument),
  setKind: runner(setKind, readSetKind),
  setSchedule: runner(setSchedule, readSetSchedule),
}
