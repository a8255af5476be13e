import type { Result } from '../base/index.ts'
import type { Edit, EditContext, Refusal } from './command.ts'
import { containerToScript, readContainerToScript } from './commands/container-to-script.ts'
import { dagToSteps, readDagToSteps } from './commands/dag-to-steps.ts'
import { extractTemplate, readExtractTemplate } from './commands/extract-template.ts'
import { inlineTemplate, readInlineTemplate } from './commands/inline-template.ts'
import { nameInline, readNameInline } from './commands/name-inline.ts'
import {
  readRemoveUnusedTemplates,
  removeUnusedTemplates,
} from './commands/remove-unused-templates.ts'
import { readScriptToContainer, scriptToContainer } from './commands/script-to-container.ts'
import { readStepsToDag, stepsToDag } from './commands/steps-to-dag.ts'
import { readToParallel, toParallel } from './commands/to-parallel.ts'
import { readToSequence, toSequence } from './commands/to-sequence.ts'
import { readWrapInLoop, wrapInLoop } from './commands/wrap-in-loop.ts'
import { readWrapInRetry, wrapInRetry } from './commands/wrap-in-retry.ts'
import { runner, type Runner } from './runner.ts'

/** The commands that change how a workflow is built, and not what it does. */
export type RefactorCommandId =
  | 'dagToSteps'
  | 'extractTemplate'
  | 'inlineTemplate'
  | 'nameInline'
  | 'containerToScript'
  | 'removeUnusedTemplates'
  | 'scriptToContainer'
  | 'wrapInLoop'
  | 'wrapInRetry'
  | 'stepsToDag'
  | 'toParallel'
  | 'toSequence'

export const refactorCommands: Readonly<Record<RefactorCommandId, Runner>> = {
  containerToScript: runner(containerToScript, readContainerToScript),
  dagToSteps: runner(dagToSteps, readDagToSteps),
  extractTemplate: runner(extractTemplate, readExtractTemplate),
  inlineTemplate: runner(inlineTemplate, readInlineTemplate),
  nameInline: runner(nameInline, readNameInline),
  removeUnusedTemplates: runner(removeUnusedTemplates, readRemoveUnusedTemplates),
  scriptToContainer: runner(scriptToContainer, readScriptToContainer),
  stepsToDag: runner(stepsToDag, readStepsToDag),
  toParallel: runner(toParallel, readToParallel),
  toSequence: runner(toSequence, readToSequence),
  wrapInLoop: runner(wrapInLoop, readWrapInLoop),
  wrapInRetry: runner(wrapInRetry, readWrapInRetry),
}

/** Runs a refactoring: what `runCommand` does for all, for those who offer these alone and load little. */
export function runRefactoring(
  context: EditContext,
  id: RefactorCommandId,
  args: unknown,
): Result<Edit, Refusal> {
  return refactorCommands[id](context, args)
}
