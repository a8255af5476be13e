import type { JsonObject } from '../yaml/index.ts'
import { isCompleted, isFinal, type NodeInputs, type NodeOutputs, type RunNode } from './node.ts'
import type { Run } from './run.ts'
import { goTime } from './engine/time.ts'

/**
 * A run as the Workflow that a cluster would have after it: `status.phase` and `status.nodes` are of Argo's shape. What Argo has no
 * place for stands under `dryRun`: the ids of nodes whose outputs were made up, those that wait for a person, and why the run would hang.
 */
export function workflowOf(run: Run): JsonObject {
  const nodes = [...run.nodes.values()]
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: { name: run.name },
    spec: run.spec,
    status: {
      phase: run.phase,
      startedAt: goTime(run.startedAt),
      finishedAt: isFinal(run.phase) ? goTime(run.now) : null,
      progress: progressOf(nodes),
      ...(run.message === '' ? {} : { message: run.message }),
      nodes: Object.fromEntries(nodes.map((node) => [node.id, statusOf(node)])),
      ...(isEmpty(run.outputs) ? {} : { outputs: portsOf(run.outputs) }),
    },
    dryRun: {
      invented: nodes.filter(({ isInvented }) => isInvented).map(({ id }) => id),
      waiting: run.waiting.map(({ id }) => id),
      stuck: [...run.stuck],
    },
  }
}

/** A node in Argo's shape (`NodeStatus`): what it does not have is left out. */
function statusOf(node: RunNode): JsonObject {
  const { templateName, templateRef, finishedAt, inputs, outputs, memoization, waitingFor } = node
  const { outboundNodes = [] } = node
  const flags = {
    ...(node.isHooked ? { hooked: true } : {}),
    ...(node.isRetried ? { retried: true } : {}),
  }
  return {
    id: node.id,
    name: node.name,
    displayName: node.displayName,
    type: node.type,
    ...(templateName === undefined ? {} : { templateName }),
    ...(templateRef === undefined ? {} : { templateRef }),
    templateScope: node.templateScope,
    phase: node.phase,
    ...(node.boundaryID === '' ? {} : { boundaryID: node.boundaryID }),
    ...(node.message === '' ? {} : { message: node.message }),
    startedAt: goTime(node.startedAt),
    finishedAt: finishedAt === undefined ? null : goTime(finishedAt),
    ...(node.isDaemoned ? { daemoned: true } : {}),
    ...(Object.keys(flags).length === 0 ? {} : { nodeFlag: flags }),
    ...(inputs === undefined || isEmpty(inputs) ? {} : { inputs: portsOf(inputs) }),
    ...(outputs === undefined || isEmpty(outputs) ? {} : { outputs: portsOf(outputs) }),
    ...(node.children.length === 0 ? {} : { children: [...node.children] }),
    ...(outboundNodes.length === 0 ? {} : { outboundNodes: [...outboundNodes] }),
    ...(memoization === undefined ? {} : { memoizationStatus: { ...memoization } }),
    ...(waitingFor === undefined ? {} : { synchronizationStatus: { waiting: waitingFor } }),
  }
}

function isEmpty({ parameters, artifacts, ...rest }: NodeInputs | NodeOutputs): boolean {
  return parameters.length + artifacts.length + Object.keys(rest).length === 0
}

/** Lists that are empty are left out, as Go does. */
function portsOf({ parameters, artifacts, ...rest }: NodeInputs | NodeOutputs): JsonObject {
  return {
    ...(parameters.length === 0 ? {} : { parameters: [...parameters] }),
    ...(artifacts.length === 0 ? {} : { artifacts: [...artifacts] }),
    ...rest,
  }
}

/** How many pods have ended, of how many. */
function progressOf(nodes: readonly RunNode[]): string {
  const pods = nodes.filter(({ type }) => type === 'Pod' || type === 'HTTP' || type === 'Plugin')
  const done = pods.filter((pod) => isCompleted(pod) && isFinal(pod.phase))
  return `${String(done.length)}/${String(pods.length)}`
}
