export { commandIds, isCommandId, runCommand, type CommandId } from './catalogue.ts'
export type { Command, Edit, EditContext, Refusal, Shared, SharedChoice } from './command.ts'
export { addDocument, type AddDocumentArguments } from './commands/add-document.ts'
export { addStep, type AddStepArguments } from './commands/add-step.ts'
export { addTask, type AddTaskArguments } from './commands/add-task.ts'
export { addTemplate, type AddTemplateArguments } from './commands/add-template.ts'
export {
  connectTasks,
  disconnectTasks,
  moveDependency,
  setDependencyResult,
  type ConnectTasksArguments,
  type EdgeArguments,
  type MoveDependencyArguments,
  type SetDependencyResultArguments,
} from './commands/connect-tasks.ts'
export {
  addContainer,
  deleteContainers,
  renameContainer,
  type AddContainerArguments,
  type DeleteContainersArguments,
  type RenameContainerArguments,
} from './commands/containers.ts'
export {
  duplicateContainers,
  pasteContainers,
  type DuplicateContainersArguments,
  type PasteContainersArguments,
} from './commands/copy-containers.ts'
export {
  convertDependencies,
  type ConvertDependenciesArguments,
} from './commands/convert-dependencies.ts'
export { convertField, type ConvertFieldArguments } from './commands/convert-field.ts'
export { deleteStep, deleteSteps, type DeleteStepsArguments } from './commands/delete-steps.ts'
export { deleteTemplate, type DeleteTemplateArguments } from './commands/delete-template.ts'
export {
  duplicateStep,
  duplicateSteps,
  type DuplicateStepArguments,
  type DuplicateStepsArguments,
} from './commands/duplicate-steps.ts'
export {
  duplicateTemplate,
  type DuplicateTemplateArguments,
} from './commands/duplicate-template.ts'
export {
  duplicateItem,
  insertItem,
  moveItem,
  nestItems,
  type DuplicateItemArguments,
  type InsertItemArguments,
  type MoveItemArguments,
  type NestItemsArguments,
} from './commands/list-items.ts'
export { moveDocument, type MoveDocumentArguments } from './commands/move-document.ts'
export { moveLane, type MoveLaneArguments } from './commands/move-lane.ts'
export {
  moveStep,
  moveSteps,
  type MoveStepArguments,
  type MoveStepsArguments,
} from './commands/move-steps.ts'
export { pasteSteps, type PasteStepsArguments } from './commands/paste-steps.ts'
export { removeDocument, type RemoveDocumentArguments } from './commands/remove-document.ts'
export { removeParameter } from './commands/remove-parameter.ts'
export { renameField, type RenameFieldArguments } from './commands/rename-field.ts'
export { renameArtifact, type RenameArtifactArguments } from './commands/rename-artifact.ts'
export {
  renameGlobalOutput,
  type RenameGlobalOutputArguments,
} from './commands/rename-global-output.ts'
export { renameParameter, type RenameParameterArguments } from './commands/rename-parameter.ts'
export { renameStep, type RenameStepArguments } from './commands/rename-step.ts'
export { renameTemplate, type RenameTemplateArguments } from './commands/rename-template.ts'
export { setArgument, type SetArgumentArguments } from './commands/set-argument.ts'
export { setEntrypoint, type SetEntrypointArguments } from './commands/set-entrypoint.ts'
export {
  setField,
  setFields,
  type SetFieldArguments,
  type SetFieldsArguments,
} from './commands/set-field.ts'
export { setFunction, type SetFunctionArguments } from './commands/set-function.ts'
export { manifestKinds, setKind, type SetKindArguments } from './commands/set-kind.ts'
export { setParameter, type SetParameterArguments } from './commands/set-parameter.ts'
export { setSchedule, type SetScheduleArguments } from './commands/set-schedule.ts'
export { setScriptSource, type SetScriptSourceArguments } from './commands/set-script-source.ts'
export { setWhen, type SetWhenArguments } from './commands/set-when.ts'
export { dagToSteps, type DagToStepsArguments } from './commands/dag-to-steps.ts'
export { extractTemplate, type ExtractTemplateArguments } from './commands/extract-template.ts'
export { inlineTemplate, type InlineTemplateArguments } from './commands/inline-template.ts'
export { nameInline, type NameInlineArguments } from './commands/name-inline.ts'
export { stepsToDag, type StepsToDagArguments } from './commands/steps-to-dag.ts'
export { toParallel, type ToParallelArguments } from './commands/to-parallel.ts'
export { toSequence, type ToSequenceArguments } from './commands/to-sequence.ts'
export {
  containerToScript,
  type ContainerToScriptArguments,
} from './commands/container-to-script.ts'
export {
  removeUnusedTemplates,
  type RemoveUnusedTemplatesArguments,
} from './commands/remove-unused-templates.ts'
export {
  scriptToContainer,
  type ScriptToContainerArguments,
} from './commands/script-to-container.ts'
export { wrapInLoop, type WrapInLoopArguments } from './commands/wrap-in-loop.ts'
export { wrapInRetry, type WrapInRetryArguments } from './commands/wrap-in-retry.ts'
export { unusedTemplates, type UnusedTemplate } from './unused-templates.ts'
export { copyContainers, copySteps } from './copy-steps.ts'
export { Draft, refusalOf } from './draft.ts'
export { circleMessage, type GraphKey } from './graph-nodes.ts'
export {
  newScriptLanguages,
  inlineFields,
  newTemplateTypes,
  templateFields,
  type NewScriptLanguage,
  type NewTemplate,
  type NewTemplateType,
} from './new-template.ts'
export { renameAcross, type RenameSubject } from './rename-across.ts'
export { runRefactoring, type RefactorCommandId } from './refactor-commands.ts'
export { defaultSchedule, kindLoss, referencesTo, type Referrer } from './kind-change.ts'
export { newManifest, newWorkflow } from './new-workflow.ts'
export { runStepCommand, type StepCommandId } from './step-commands.ts'
export type { Destination, StepAddress, StepKey, TemplateKey } from './places.ts'
export type { PortAddress } from './ports.ts'
export { placesThatShare, withShared } from './shared.ts'
export { templateUses, type TemplateUse } from './template-uses.ts'
