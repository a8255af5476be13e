import { err, type Result } from '../base/index.ts'
import { ArgumentReader } from './arguments.ts'
import type { Command, Edit, EditContext, Refusal } from './command.ts'
import { addStep, readAddStep } from './commands/add-step.ts'
import { addTemplate, readAddTemplate } from './commands/add-template.ts'
import {
  deleteStep,
  deleteSteps,
  readDeleteStep,
  readDeleteSteps,
} from './commands/delete-steps.ts'
import { deleteTemplate, readDeleteTemplate } from './commands/delete-template.ts'
import {
  duplicateStep,
  duplicateSteps,
  readDuplicateStep,
  readDuplicateSteps,
} from './commands/duplicate-steps.ts'
import { duplicateTemplate, readDuplicateTemplate } from './commands/duplicate-template.ts'
import { moveLane, readMoveLane } from './commands/move-lane.ts'
import { moveStep, moveSteps, readMoveStep, readMoveSteps } from './commands/move-steps.ts'
import { pasteSteps, readPasteSteps } from './commands/paste-steps.ts'
import { readRemoveParameter, removeParameter } from './commands/remove-parameter.ts'
import { readRenameParameter, renameParameter } from './commands/rename-parameter.ts'
import { readRenameStep, renameStep } from './commands/rename-step.ts'
import { readRenameTemplate, renameTemplate } from './commands/rename-template.ts'
import { readSetArgument, setArgument } from './commands/set-argument.ts'
import { readSetEntrypoint, setEntrypoint } from './commands/set-entrypoint.ts'
import { readSetField, setField } from './commands/set-field.ts'
import { readSetFunction, setFunction } from './commands/set-function.ts'
import { readSetParameter, setParameter } from './commands/set-parameter.ts'
import { readSetScriptSource, setScriptSource } from './commands/set-script-source.ts'
import { readSetWhen, setWhen } from './commands/set-when.ts'

/** What a command is called in a list of commands. */
export type CommandId =
  | 'addStep'
  | 'addTemplate'
  | 'deleteStep'
  | 'deleteSteps'
  | 'deleteTemplate'
  | 'duplicateStep'
  | 'duplicateSteps'
  | 'duplicateTemplate'
  | 'moveLane'
  | 'moveStep'
  | 'moveSteps'
  | 'pasteSteps'
  | 'removeParameter'
  | 'renameParameter'
  | 'renameStep'
  | 'renameTemplate'
  | 'setArgument'
  | 'setEntrypoint'
  | 'setField'
  | 'setFunction'
  | 'setParameter'
  | 'setScriptSource'
  | 'setWhen'

type Runner = (context: EditContext, args: unknown) => Result<Edit, Refusal>

const commands: Readonly<Record<CommandId, Runner>> = {
  addStep: runner(addStep, readAddStep),
  addTemplate: runner(addTemplate, readAddTemplate),
  deleteStep: runner(deleteStep, readDeleteStep),
  deleteSteps: runner(deleteSteps, readDeleteSteps),
  deleteTemplate: runner(deleteTemplate, readDeleteTemplate),
  duplicateStep: runner(duplicateStep, readDuplicateStep),
  duplicateSteps: runner(duplicateSteps, readDuplicateSteps),
  duplicateTemplate: runner(duplicateTemplate, readDuplicateTemplate),
  moveLane: runner(moveLane, readMoveLane),
  moveStep: runner(moveStep, readMoveStep),
  moveSteps: runner(moveSteps, readMoveSteps),
  pasteSteps: runner(pasteSteps, readPasteSteps),
  removeParameter: runner(removeParameter, readRemoveParameter),
  renameParameter: runner(renameParameter, readRenameParameter),
  renameStep: runner(renameStep, readRenameStep),
  renameTemplate: runner(renameTemplate, readRenameTemplate),
  setArgument: runner(setArgument, readSetArgument),
  setEntrypoint: runner(setEntrypoint, readSetEntrypoint),
  setField: runner(setField, readSetField),
  setFunction: runner(setFunction, readSetFunction),
  setParameter: runner(setParameter, readSetParameter),
  setScriptSource: runner(setScriptSource, readSetScriptSource),
  setWhen: runner(setWhen, readSetWhen),
}

/** The ids of all commands, sorted. */
export const commandIds: readonly string[] = Object.keys(commands)

/** Whether a text is the id of a command. */
export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(commands, id)
}

/** Runs a command by its id with arguments of unknown origin. Refused for unknown ids and for arguments that it does not take. */
export function runCommand(context: EditContext, id: string, args: unknown): Result<Edit, Refusal> {
  if (!isCommandId(id))
    return err({ message: `There is no command ${id}. There are ${commandIds.join(', ')}.` })
  return commands[id](context, args)
}

function runner<Args>(command: Command<Args>, read: (reader: ArgumentReader) => Args): Runner {
  return (context, given) => {
    const reader = new ArgumentReader(given)
    const args = read(reader)
    const { problem } = reader
    return problem === undefined ? command(context, args) : err({ message: problem })
  }
}
