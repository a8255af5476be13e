export { calledFacts, callableTemplates, type Callable, type CalledFacts } from './called.ts'
export {
  demandsOf,
  dependencyClosure,
  dependencyCycle,
  dependencyPath,
  mapOf,
  taskDependencies,
  taskGraph,
  type DependencyMap,
  type TaskGraph,
} from './dag.ts'
export { FieldReader } from './fields.ts'
export { freeName, MAX_NAME_LENGTH, nameProblem, portNameProblem } from './names.ts'
export {
  containerPath,
  containerPlaceOf,
  isSameNode,
  isTaskPlace,
  nodeAt,
  nodePath,
  nodePlaceOf,
  taskPath,
  taskPlaceOf,
  type ContainerPlace,
  type NodePlace,
  type TaskPlace,
} from './node-place.ts'
export { isManifestKind, readManifest } from './read.ts'
export { readHooks } from './read-hooks.ts'
export {
  calledAddress,
  calledTemplate,
  findStep,
  lanePath,
  mainDocument,
  sameTemplate,
  shiftedTemplate,
  stepAt,
  stepPath,
  stepPlaceOf,
  templateAddressOf,
  templateAt,
  templateIndex,
  templateOfPath,
  templatePath,
  type StepPlace,
  type TemplateAddress,
} from './resolve.ts'
export { scriptLanguage, type ScriptLanguage } from './script-language.ts'
export { manifestText } from './manifest-text.ts'
export { manifestReferences } from './references.ts'
export {
  resolveTemplateRef,
  type FoundManifest,
  type ManifestReference,
  type Resolution,
  type TemplateSource,
} from './template-ref.ts'
export { scopeAt, valuesInScope, type ScopeOptions } from './scope.ts'
export type { ScopeSource, ScopeType, ScopeValue } from './scope-value.ts'
export {
  allSteps,
  stepGroups,
  stepNames,
  stepsIn,
  type StepGroup,
  type StepNames,
} from './step-names.ts'
export { changedCalls, stepCalls, type StepCalls } from './step-calls.ts'
export { stepOutputs } from './step-outputs.ts'
export {
  fieldOrder,
  keysBefore,
  leafTypes,
  templateTypes,
  typesWithPod,
  typesWithResult,
} from './template-types.ts'
export type {
  ArtifactView,
  ContainerView,
  HookView,
  LaneView,
  ManifestKind,
  ManifestView,
  ParameterView,
  PortsView,
  ScriptView,
  SetContainerView,
  SpecView,
  StepView,
  TemplateRefView,
  TemplateType,
  TemplateView,
} from './view.ts'
