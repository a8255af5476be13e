export {
  ClusterContext,
  createClusterStore,
  useCluster,
  useClusterActions,
  type Cluster,
  type ClusterAccount,
  type ClusterActions,
  type ClusterLink,
  type ClusterState,
  type Submission,
  type SubmitFinding,
  type ClusterRun,
  type SubmitTarget,
  type Submitted,
} from './cluster-store.ts'
export { createDesigner, type Designer, type DesignerActions, type Planner } from './designer.ts'
export type { DocumentSlice, OpenFile } from './document-slice.ts'
export {
  CalmContext,
  DesignerContext,
  isFlatSame,
  useActions,
  useDesigner,
  useDocument,
  useFiles,
  useScene,
  useSceneOf,
  useView,
} from './hooks.ts'
export type { LibraryGap } from './library-gap.ts'
export { referenceKey, whereabouts, type Whereabouts } from './library.ts'
export { referenceWords } from './reference-words.ts'
export { isSamePlace, type Place } from './go-to.ts'
export { sourceWords } from './source-words.ts'
export { renameInFiles } from './rename-files.ts'
export { renameSymbol } from './rename-symbol.ts'
export { readOnlyWords, type Scene } from './scene.ts'
export type { Crumb } from './trail.ts'
export { drawnKey, isUnfolded } from './unfolded.ts'
export type {
  Notice,
  ReferenceSearch,
  RevealRequest,
  ScriptDraft,
  TrailPart,
  SharedQuestion,
  ViewState,
} from './view-state.ts'
export {
  otherSources,
  parkedFile,
  type OpenSource,
  type FileChanges,
  type FileEntry,
  type ParkedFile,
  type Workspace,
  type WorkspaceState,
} from './workspace.ts'
export { ignoreProblem, mend, mendAlike } from './mend.ts'
export { isSameProblem, problemBeside, type ChosenProblem } from './problem-walk.ts'
export {
  problemWords,
  problemsWithin,
  ProblemsContext,
  useProblemCounts,
  useProblemsOf,
  useProblemSource,
  type ProblemCounts,
  type ProblemSettings,
  type ProblemSource,
} from './problem-source.ts'
export { callsUntil, shownCall } from './run/calls.ts'
export { placeKey, templateKeyOf } from './run/place-key.ts'
export {
  keysIn,
  markIn,
  sourceKey,
  sourceOf,
  workingIn,
  useRunLane,
  useRunMark,
  useRunPhases,
  useRunOf,
  type CardPaths,
  type LaneMark,
} from './run/run-hooks.ts'
export { asWorking, cardPhase, type CardPhase, type RunMark } from './run/run-mark.ts'
export {
  createRunStore,
  isGoingOn,
  RunsContext,
  seenCount,
  useRun,
  useRuns,
  usualRun,
  type RunDesk,
  type RunProgress,
  type Runs,
  type RunSettings,
  type RunState,
  type RunFile,
  type ShownRun,
} from './run/run-store.ts'
export { useRunSelection } from './run/use-run-selection.ts'
export { TraceIndex, type RunRow } from './run/trace-index.ts'
export {
  createTestStore,
  useTestState,
  type KeptVerdict,
  type TestProgress,
  type TestState,
  type TestVerdict,
} from './run/test-store.ts'
