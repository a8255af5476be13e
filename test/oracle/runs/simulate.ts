import { parseAllDocuments } from 'yaml'
import { parseTree } from '../../../src/yaml/index.ts'
import { startRun, type NodeInputs, type Run, type RunNode } from '../../../src/simulate/index.ts'
import { ENDLESS, oracleMockOf, oracleOutcome } from './mocked.ts'
import { valuesOf, type OutcomeNode, type RunOutcome, type Values } from './outcome.ts'
import type { RunSettings } from './settings.ts'

/** When workflows are created in the program that answers as Argo does, in milliseconds since 1970. */
const STARTS = Date.UTC(2000, 0, 1, 0, 0, 1)

/** So often a run may go on to another moment. */
const MOST = 5000

/** Runs a manifest with settings as the program does, and tells what came of it; what cannot start is an Error without nodes. */
export function simulateForOracle(manifest: string, settings: RunSettings): RunOutcome {
  const { document, name, configMaps } = partsOf(manifest)
  const { mocks = [], parameters } = settings
  const run = startRun({
    sources: [{ tree: parseTree(manifest) }],
    document,
    seed: 1,
    now: STARTS,
    name,
    configMaps,
    ...(parameters !== undefined && { parameters }),
  })
  if (!run.ok) return { name, phase: 'Error', message: run.error, nodes: [] }
  let moments = 0
  let isStopped = false
  do {
    if (!isStopped) isStopped = stopsIfTold(run.value, settings)
    for (const request of run.value.requests)
      run.value.answer(request.node.id, oracleOutcome(mocks, request))
    moments++
  } while (moments < MOST && (goesOn(run.value) || decidesOne(run.value, settings)))
  return outcomeOfRun(run.value, moments === MOST)
}

/** Goes on to the next moment, unless it is that of something which never happens. */
function goesOn(run: Run): boolean {
  return run.now - STARTS < ENDLESS / 2 && run.advance()
}

/** Ends a run when it is told to, at the first moment after that. */
function stopsIfTold(run: Run, { shutdown }: RunSettings): boolean {
  if (shutdown === undefined || run.now < STARTS + shutdown.after * 1000) return false
  run.stop(shutdown.strategy)
  return true
}

/** Does for one suspended node what a person would; false when there is none. */
function decidesOne(run: Run, { mocks = [], resume = false }: RunSettings): boolean {
  for (const node of run.waiting) {
    const { templateName: template = '', displayName, name } = node
    const mock = oracleMockOf(mocks, { template, displayName, name })
    if (mock === undefined && !resume) continue
    if (mock?.phase === 'Failed') run.reject(node.id, mock.message ?? '')
    else if (run.resume(node.id, mock?.parameters ?? {}) !== undefined) continue
    return true
  }
  return false
}

function outcomeOfRun(run: Run, isEndless: boolean): RunOutcome {
  const { name, phase, message } = run
  const isOver = phase !== 'Running' && phase !== 'Pending'
  const end = isEndless ? 'endless' : run.waiting.length > 0 ? 'waiting' : 'stuck'
  const outputs = values(run.outputs)
  return {
    name,
    ...(!isOver && { end }),
    phase,
    ...(message !== '' && { message }),
    ...(isOver && { finished: seconds(run.now) }),
    ...(outputs !== undefined && { outputs }),
    nodes: [...run.nodes.values()].map(nodeOf),
  }
}

function nodeOf(node: RunNode): OutcomeNode {
  const inputs = values(node.inputs)
  const outputs = values(node.outputs)
  const { message, boundaryID, children, outboundNodes, podName, memoization, finishedAt } = node
  const template = node.templateName ?? node.templateRef?.['template']
  return {
    name: node.name,
    id: node.id,
    displayName: node.displayName,
    type: node.type,
    phase: node.phase,
    ...(message !== '' && { message }),
    ...(typeof template === 'string' && template !== '' && { template }),
    ...(boundaryID !== '' && { boundary: boundaryID }),
    ...(children.length > 0 && { children: children.toSorted() }),
    ...(outboundNodes !== undefined &&
      outboundNodes.length > 0 && { outbound: outboundNodes.toSorted() }),
    ...(inputs !== undefined && { inputs }),
    ...(outputs !== undefined && { outputs }),
    ...(node.isHooked && { isHooked: true }),
    ...(node.isRetried && { isRetried: true }),
    ...(node.isDaemoned && { isDaemoned: true }),
    ...(memoization !== undefined && { hit: memoization.hit }),
    ...(node.waitingFor !== undefined && { waitingFor: node.waitingFor }),
    ...(podName !== undefined && { pod: podName }),
    started: seconds(node.startedAt),
    ...(finishedAt !== undefined && { finished: seconds(finishedAt) }),
  }
}

/** Whole seconds after the start, which is all that Argo keeps. */
function seconds(time: number): number {
  return Math.floor((time - STARTS) / 1000)
}

function values(
  of: (NodeInputs & { readonly result?: string; readonly exitCode?: string }) | undefined,
): Values | undefined {
  if (of === undefined) return undefined
  const { parameters, artifacts, ...rest } = of
  return valuesOf({
    ...rest,
    parameters: parameters.map(({ name, value }) => ({ name: text(name), value })),
    artifacts: artifacts.map(({ name }) => ({ name: text(name) })),
  })
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Which document runs, under which name, and the ConfigMaps beside it. */
function partsOf(manifest: string): {
  readonly document: number
  readonly name: string
  readonly configMaps: Readonly<Record<string, Readonly<Record<string, string>>>>
} {
  const documents = parseAllDocuments(manifest).map((one) => one.toJS() as unknown)
  const kinds = documents.map((one) => field(one, 'kind'))
  const runs = ['Workflow', 'CronWorkflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate']
  const kind = runs.find((one) => kinds.includes(one))
  const document = Math.max(0, kinds.indexOf(kind))
  const metadata = field(documents[document], 'metadata')
  const own = text(field(metadata, 'name'))
  const generated = text(field(metadata, 'generateName'))
  const base = own === '' ? `${generated}x` : own
  const configMaps = documents
    .filter((one) => field(one, 'kind') === 'ConfigMap')
    .map(
      (one) => [text(field(field(one, 'metadata'), 'name')), textsIn(field(one, 'data'))] as const,
    )
  return {
    document,
    name: kind === 'Workflow' ? base : `${base}-x`,
    configMaps: Object.fromEntries(configMaps),
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return new Map<string, unknown>(Object.entries(value)).get(name)
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, text(one)]))
}
