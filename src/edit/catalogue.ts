import { err, type Result } from '../base/index.ts'
import type { Edit, EditContext, Refusal } from './command.ts'
import { addTemplate, readAddTemplate } from './commands/add-template.ts'
import { convertField, readConvertField } from './commands/convert-field.ts'
import { deleteStep, readDeleteStep } from './commands/delete-steps.ts'
import { deleteTemplate, readDeleteTemplate } from './commands/delete-template.ts'
import { duplicateStep, readDuplicateStep } from './commands/duplicate-steps.ts'
import { duplicateTemplate, readDuplicateTemplate } from './commands/duplicate-template.ts'
import {
  duplicateItem,
  insertItem,
  moveItem,
  nestItems,
  readDuplicateItem,
  readInsertItem,
  readMoveItem,
  readNestItems,
} from './commands/list-items.ts'
import {
  readRemoveShadowed,
  readRenameField,
  removeShadowed,
  renameField,
} from './commands/rename-field.ts'
import { moveStep, readMoveStep } from './commands/move-steps.ts'
import { readRemoveParameter, removeParameter } from './commands/remove-parameter.ts'
import { readRenameArtifact, renameArtifact } from './commands/rename-artifact.ts'
import { readRenameGlobalOutput, renameGlobalOutput } from './commands/rename-global-output.ts'
import { readRenameParameter, renameParameter } from './commands/rename-parameter.ts'
import { readRenameTemplate, renameTemplate } from './commands/rename-template.ts'
import { readSetArgument, setArgument } from './commands/set-argument.ts'
import { readSetEntrypoint, setEntrypoint } from './commands/set-entrypoint.ts'
import {
  quoteValue,
  readQuoteValue,
  readSetField,
  readSetFields,
  setField,
  setFields,
} from './commands/set-field.ts'
import { readSetFunction, setFunction } from './commands/set-function.ts'
import { readSetParameter, setParameter } from './commands/set-parameter.ts'
import { readSetScriptSource, setScriptSource } from './commands/set-script-source.ts'
import { readSetWhen, setWhen } from './commands/set-when.ts'
import { manifestCommands, type ManifestCommandId } from './manifest-commands.ts'
import { refactorCommands, type RefactorCommandId } from './refactor-commands.ts'
import { runner, type Runner } from './runner.ts'
import { stepCommands } from './step-commands.ts'

/** What a command is called in a list of commands. */
export type CommandId =
  | ManifestCommandId
  | RefactorCommandId
  | 'addContainer'
  | 'addStep'
  | 'addTask'
  | 'addTemplate'
  | 'connectTasks'
  | 'convertDependencies'
  | 'convertField'
  | 'deleteContainers'
  | 'deleteStep'
  | 'deleteSteps'
  | 'deleteTemplate'
  | 'duplicateItem'
  | 'disconnectTasks'
  | 'duplicateStep'
  | 'duplicateContainers'
  | 'duplicateSteps'
  | 'duplicateTemplate'
  | 'insertItem'
  | 'moveItem'
  | 'moveDependency'
  | 'moveLane'
  | 'moveStep'
  | 'moveSteps'
  | 'nestItems'
  | 'pasteContainers'
  | 'pasteSteps'
  | 'quoteValue'
  | 'removeParameter'
  | 'removeShadowed'
  | 'renameField'
  | 'renameContainer'
  | 'renameArtifact'
  | 'renameGlobalOutput'
  | 'renameParameter'
  | 'renameStep'
  | 'renameTemplate'
  | 'setArgument'
  | 'setDependencyResult'
  | 'setEntrypoint'
  | 'setField'
  | 'setFields'
  | 'setFunction'
  | 'setParameter'
  | 'setScriptSource'
  | 'setWhen'

const commands: Readonly<Record<CommandId, Runner>> = {
  ...stepCommands,
  ...manifestCommands,
  ...refactorCommands,
  addTemplate: runner(addTemplate, readAddTemplate),
  deleteStep: runner(deleteStep, readDeleteStep),
  deleteTemplate: runner(deleteTemplate, readDeleteTemplate),
  duplicateStep: runner(duplicateStep, readDuplicateStep),
  duplicateItem: runner(duplicateItem, readDuplicateItem),
  duplicateTemplate: runner(duplicateTemplate, readDuplicateTemplate),
  insertItem: runner(insertItem, readInsertItem),
  moveItem: runner(moveItem, readMoveItem),
  moveStep: runner(moveStep, readMoveStep),
  nestItems: runner(nestItems, readNestItems),
  quoteValue: runner(quoteValue, readQuoteValue),
  removeParameter: runner(removeParameter, readRemoveParameter),
  convertField: runner(convertField, readConvertField),
  removeShadowed: runner(removeShadowed, readRemoveShadowed),
  renameField: runner(renameField, readRenameField),
  renameArtifact: runner(renameArtifact, readRenameArtifact),
  renameGlobalOutput: runner(renameGlobalOutput, readRenameGlobalOutput),
  renameParameter: runner(renameParameter, readRenameParameter),
  renameTemplate: runner(renameTemplate, readRenameTemplate),
  setArgument: runner(setArgument, readSetArgument),
  setEntrypoint: runner(setEntrypoint, readSetEntrypoint),
  setField: runner(setField, readSetField),
  setFields: runner(setFields, readSetFields),
  setFunction: runner(setFunction, readSetFunction),
  setParameter: runner(setParameter, readSetParameter),
  setScriptSource: runner(setScriptSource, readSetScriptSource),
  setWhen: runner(setWhen, readSetWhen),
}

/** The ids of all commands, sorted. */
export const commandIds: readonly string[] = Object.keys(commands).sort()

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
