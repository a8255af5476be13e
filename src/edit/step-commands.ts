import type { Result } from '../base/index.ts'
import type { Edit, EditContext, Refusal } from './command.ts'
import { addStep, readAddStep } from './commands/add-step.ts'
import { deleteSteps, readDeleteSteps } from './commands/delete-steps.ts'
import { duplicateSteps, readDuplicateSteps } from './commands/duplicate-steps.ts'
import { moveLane, readMoveLane } from './commands/move-lane.ts'
import { moveSteps, readMoveSteps } from './commands/move-steps.ts'
import { pasteSteps, readPasteSteps } from './commands/paste-steps.ts'
import { readRenameStep, renameStep } from './commands/rename-step.ts'
import { runner, type Runner } from './runner.ts'

/** The commands that work on lanes. They stand apart because none of them needs the Python parser. */
export type StepCommandId =
  | 'addStep'
  | 'deleteSteps'
  | 'duplicateSteps'
  | 'moveLane'
  | 'moveSteps'
  | 'pasteSteps'
  | 'renameStep'

export const stepCommands: Readonly<Record<StepCommandId, Runner>> = {
  addStep: runner(addStep, readAddStep),
  deleteSteps: runner(deleteSteps, readDeleteSteps),
  duplicateSteps: runner(duplicateSteps, readDuplicateSteps),
  moveLane: runner(moveLane, readMoveLane),
  moveSteps: runner(moveSteps, readMoveSteps),
  pasteSteps: runner(pasteSteps, readPasteSteps),
  renameStep: runner(renameStep, readRenameStep),
}

/** Runs a command on lanes: what `runCommand` does for all, for those who draw lanes and load little. */
export function runStepCommand(
  context: EditContext,
  id: StepCommandId,
  args: unknown,
): Result<Edit, Refusal> {
  return stepCommands[id](context, args)
}
