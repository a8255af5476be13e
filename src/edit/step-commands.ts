import type { Result } from '../base/index.ts'
import type { Edit, EditContext, Refusal } from './command.ts'
import { addStep, readAddStep } from './commands/add-step.ts'
import { addTask, readAddTask } from './commands/add-task.ts'
import {
  connectTasks,
  disconnectTasks,
  moveDependency,
  readConnectTasks,
  readEdge,
  readMoveDependency,
  readSetDependencyResult,
  setDependencyResult,
} from './commands/connect-tasks.ts'
import {
  addContainer,
  deleteContainers,
  readAddContainer,
  readDeleteContainers,
  readRenameContainer,
  renameContainer,
} from './commands/containers.ts'
import {
  duplicateContainers,
  pasteContainers,
  readDuplicateContainers,
  readPasteContainers,
} from './commands/copy-containers.ts'
import { convertDependencies, readConvertDependencies } from './commands/convert-dependencies.ts'
import { deleteSteps, readDeleteSteps } from './commands/delete-steps.ts'
import { duplicateSteps, readDuplicateSteps } from './commands/duplicate-steps.ts'
import { moveLane, readMoveLane } from './commands/move-lane.ts'
import { moveSteps, readMoveSteps } from './commands/move-steps.ts'
import { pasteSteps, readPasteSteps } from './commands/paste-steps.ts'
import { readRenameStep, renameStep } from './commands/rename-step.ts'
import { runner, type Runner } from './runner.ts'

/** The commands that work on what is drawn: lanes, dags and container sets. They stand apart because none of them needs the Python parser. */
export type StepCommandId =
  | 'addContainer'
  | 'addStep'
  | 'addTask'
  | 'connectTasks'
  | 'convertDependencies'
  | 'deleteContainers'
  | 'deleteSteps'
  | 'disconnectTasks'
  | 'duplicateContainers'
  | 'duplicateSteps'
  | 'moveDependency'
  | 'moveLane'
  | 'moveSteps'
  | 'pasteContainers'
  | 'pasteSteps'
  | 'renameContainer'
  | 'renameStep'
  | 'setDependencyResult'

export const stepCommands: Readonly<Record<StepCommandId, Runner>> = {
  addContainer: runner(addContainer, readAddContainer),
  addStep: runner(addStep, readAddStep),
  addTask: runner(addTask, readAddTask),
  connectTasks: runner(connectTasks, readConnectTasks),
  convertDependencies: runner(convertDependencies, readConvertDependencies),
  deleteContainers: runner(deleteContainers, readDeleteContainers),
  deleteSteps: runner(deleteSteps, readDeleteSteps),
  disconnectTasks: runner(disconnectTasks, readEdge),
  duplicateContainers: runner(duplicateContainers, readDuplicateContainers),
  duplicateSteps: runner(duplicateSteps, readDuplicateSteps),
  moveDependency: runner(moveDependency, readMoveDependency),
  moveLane: runner(moveLane, readMoveLane),
  moveSteps: runner(moveSteps, readMoveSteps),
  pasteContainers: runner(pasteContainers, readPasteContainers),
  pasteSteps: runner(pasteSteps, readPasteSteps),
  renameContainer: runner(renameContainer, readRenameContainer),
  renameStep: runner(renameStep, readRenameStep),
  setDependencyResult: runner(setDependencyResult, readSetDependencyResult),
}

/** Runs a command on lanes: what `runCommand` does for all, for those who draw lanes and load little. */
export function runStepCommand(
  context: EditContext,
  id: StepCommandId,
  args: unknown,
): Result<Edit, Refusal> {
  return stepCommands[id](context, args)
}
