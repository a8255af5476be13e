export {
  hasFailed,
  isCompleted,
  isFinal,
  isFulfilled,
  type ArtifactValue,
  type LoopItem,
  type NodeInputs,
  type NodeOutputs,
  type NodePhase,
  type NodeType,
  type Origin,
  type ParameterValue,
  type RunNode,
  type Verdict,
} from './node.ts'
export type { ArtifactContent, LogLine, Outcome, OutcomeRequest } from './outcome.ts'
export type { Run, RunOptions } from './run.ts'
export { snapshotAt, type Snapshot, type TraceEvent, type WorkflowPhase } from './trace.ts'
