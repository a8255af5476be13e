import { createHash } from 'node:crypto'
import type { RunEnd, RunVerdict, VerdictNode, VerdictValues } from './verdict.ts'

/** What came of a run, in the one shape in which Argo and Stepwright are compared, and which is recorded. */
export interface RunOutcome {
  readonly name: string
  /** Nothing when it is done. */
  readonly end?: RunEnd
  readonly phase: string
  readonly message?: string
  readonly finished?: number
  readonly outputs?: Values
  /** In the order in which they came, those that came at once by their names. */
  readonly nodes: readonly OutcomeNode[]
}

export interface OutcomeNode extends Pick<VerdictNode, SameFields> {
  readonly template?: string
  readonly boundary?: string
  /** Ids in the order of the alphabet, as are those of the nodes with which it ends. */
  readonly children?: readonly string[]
  readonly outbound?: readonly string[]
  readonly inputs?: Values
  readonly outputs?: Values
  readonly isHooked?: true
  readonly isRetried?: true
  readonly isDaemoned?: true
  /** Whether a memoized node was found. */
  readonly hit?: boolean
  readonly waitingFor?: string
}

type SameFields =
  'name' | 'id' | 'displayName' | 'type' | 'phase' | 'message' | 'pod' | 'started' | 'finished'

export interface Values {
  /** Those that have a value. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Names in the order of the alphabet. */
  readonly artifacts?: readonly string[]
  readonly result?: string
  readonly exitCode?: string
}

/** What the program says, in the shape of the comparison. */
export function outcomeOf(verdict: RunVerdict): RunOutcome {
  const { name, end, phase, message, finished, nodes } = verdict
  const outputs = valuesOf(verdict.outputs)
  return {
    name,
    ...(end !== undefined && { end }),
    phase,
    ...(message !== undefined && { message: lasting(message) }),
    ...(finished !== undefined && { finished }),
    ...(outputs !== undefined && { outputs }),
    nodes: nodes.map(nodeOf),
  }
}

function nodeOf(node: VerdictNode): OutcomeNode {
  const inputs = valuesOf(node.inputs)
  const outputs = valuesOf(node.outputs)
  const { message, boundaryID, children, outboundNodes, nodeFlag, pod, started, finished } = node
  const template = node.templateName ?? node.templateRef?.['template']
  return {
    name: node.name,
    id: node.id,
    displayName: node.displayName,
    type: node.type,
    phase: node.phase,
    ...(message !== undefined && { message }),
    ...(typeof template === 'string' && { template }),
    ...(boundaryID !== undefined && { boundary: boundaryID }),
    ...(children !== undefined && { children: children.toSorted() }),
    ...(outboundNodes !== undefined && { outbound: outboundNodes.toSorted() }),
    ...(inputs !== undefined && { inputs }),
    ...(outputs !== undefined && { outputs }),
    ...(nodeFlag?.hooked === true && { isHooked: true }),
    ...(nodeFlag?.retried === true && { isRetried: true }),
    ...(node.daemoned === true && { isDaemoned: true }),
    ...(node.memoizationStatus !== undefined && { hit: node.memoizationStatus.hit === true }),
    ...(node.synchronizationStatus?.waiting !== undefined && {
      waitingFor: node.synchronizationStatus.waiting,
    }),
    ...(pod !== undefined && { pod }),
    ...(started !== undefined && { started }),
    ...(finished !== undefined && { finished }),
  }
}

/** Inputs or outputs in Argo’s shape; nothing where there are none. */
function valuesOf(values: VerdictValues | undefined): Values | undefined {
  if (values === undefined) return undefined
  const { parameters, artifacts, result, exitCode } = values
  const valued = (parameters ?? []).filter(({ value }) => value !== undefined && value !== null)
  const found: Values = {
    ...(valued.length > 0 && {
      parameters: Object.fromEntries(valued.map(({ name, value }) => [name, textOf(value)])),
    }),
    ...(artifacts !== undefined &&
      artifacts.length > 0 && { artifacts: artifacts.map(({ name }) => name).toSorted() }),
    ...(result !== undefined && { result }),
    ...(exitCode !== undefined && { exitCode }),
  }
  return Object.keys(found).length === 0 ? undefined : found
}

function textOf(value: unknown): string {
  return lasting(typeof value === 'string' ? value : JSON.stringify(value))
}

/** A text without the number of what Argo puts in place of a value, which is another each time, and without addresses of pods. */
function lasting(text: string): string {
  return text
    .replaceAll(/(?<=__argo__internal__placeholder-)\d+/g, '0')
    .replaceAll(/\b10(?:\.\d{1,3}){3}\b/g, '10.0.0.1')
}

/** Texts that are longer than this are not kept of manifests that are not ours. */
const SHORT = 32

/** An outcome without what a foreign manifest says in its values: of what is long, there is only a digest. */
export function withoutTexts(outcome: RunOutcome): RunOutcome {
  return {
    ...outcome,
    ...(outcome.outputs !== undefined && { outputs: shortened(outcome.outputs) }),
    nodes: outcome.nodes.map((node) => ({
      ...node,
      ...(node.inputs !== undefined && { inputs: shortened(node.inputs) }),
      ...(node.outputs !== undefined && { outputs: shortened(node.outputs) }),
    })),
  }
}

function shortened(values: Values): Values {
  const { parameters, result } = values
  return {
    ...values,
    ...(parameters !== undefined && {
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [name, short(value)]),
      ),
    }),
    ...(result !== undefined && { result: short(result) }),
  }
}

function short(text: string): string {
  if (text.length <= SHORT) return text
  return `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}
