export { cachesIn, configMapsIn } from './config-maps.ts'
export { driveRun, type Driven, type DriveOptions } from './drive.ts'
export { documentToRun, dryRun, type DryRun, type DryRunOptions } from './dry-run.ts'
export { bestFor, mayBeFor, runNameOf, stepNameOf } from './mocks/match.ts'
export type { Mock, MockOutcome, MockTarget } from './mocks/mock.ts'
export { durationText, parseDuration } from './mocks/duration.ts'
export { printMocks } from './mocks/print-mocks.ts'
export { readMocksFile } from './mocks/read-mocks.ts'
export { decisionsOf, withMocks, type Decision } from './mocks/with-mocks.ts'
export {
  hasFailed,
  isFinal,
  isPassedOver,
  type ArtifactValue,
  type DurationSource,
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
export {
  textFile,
  type ArtifactContent,
  type LogLine,
  type Outcome,
  type OutcomeRequest,
} from './outcome.ts'
export { estimateOf, type CriticalStep, type Estimate, type Peak } from './estimate.ts'
export { expectedIn } from './placeholder/expected.ts'
export { placeholder, type Expected, type ExpectedOf } from './placeholder/placeholder.ts'
export { firstOf, kept, pinned, type Answered, type Provide, type ProvideSome } from './provide.ts'
export { reachOf, type Reach, type Reachability, type ReachOptions } from './reach/reach.ts'
export type { NeverBecause } from './reach/standing.ts'
export { neverWords } from './reach/words.ts'
export type { ReadProblem } from './reading/field.ts'
export {
  USUAL_NOW,
  type NodeCall,
  type Run,
  type RunEntry,
  type RunOptions,
  type StoredCache,
} from './run.ts'
export { scriptOutcomes, type ScriptLimits } from './run-scripts.ts'
export { calledTemplate } from './engine/entry.ts'
export { hasLocation } from './engine/template.ts'
export { startRun } from './engine/start.ts'
export { snapshotAt, type Snapshot, type TraceEvent, type WorkflowPhase } from './trace.ts'
export { answerCalls, type WorkerPlace } from './scripts/answer-calls.ts'
export { loadJavaScript, loadPython } from './scripts/load-interpreter.ts'
export type { EndCause, ScriptRunOptions } from './scripts/script-job.ts'
export type { ScriptHost, ScriptWorker } from './scripts/script-pool.ts'
export { scriptCommand, type CommandLine, type ScriptCommand } from './scripts/script-command.ts'
export type {
  Interpreter,
  Ran,
  RunnableLanguage,
  ScriptFailure,
  ScriptFailureKind,
  ScriptFile,
  ScriptLog,
  ScriptResult,
  ScriptRun,
  ScriptSource,
} from './scripts/script-run.ts'
export { createScriptRunner, type ScriptRunner } from './scripts/script-runner.ts'
export type { LoadProgress, ScriptCall, ScriptReport } from './scripts/worker-messages.ts'
export { workflowOf } from './status.ts'
export { parseMoment } from './engine/time.ts'
export { amountWords, durationWords, runWords } from './timing/words.ts'
export { readEarlierRun, type EarlierRun, type Span, type Unzip } from './timing/earlier-run.ts'
export { readEarlierRuns } from './timing/read-earlier-runs.ts'
export { hasDuration, type StepTime } from './timing/step-times.ts'
export { timed, type SaidDuration, type Timing } from './timing/timed.ts'
export { judge, type TestFailure } from './tests/judge.ts'
export { nodesNamed } from './tests/named-nodes.ts'
export { testNameOf } from './tests/name-test.ts'
export { addTest, printTestFile } from './tests/print-tests.ts'
export { readTestFile } from './tests/read-tests.ts'
export { recordTest, type RecordedRun } from './tests/record.ts'
export { judgeTest, runTest, testRunOptions, type TestResult } from './tests/run-test.ts'
export { isTestFile, isTestName, testNamesOf, workflowNamesOf } from './tests/test-names.ts'
export { updateTest, type TestUpdate, type ToldExpectation } from './tests/update.ts'
export type { Check, NodeField, TestFile, WorkflowTest } from './tests/workflow-test.ts'
