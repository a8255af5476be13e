import { readManifest, type ManifestView } from '../../../src/argo/index.ts'
import { parseTree, type YamlDocument } from '../../../src/yaml/index.ts'
import {
  documentToRun,
  isFinal,
  startRun,
  workflowOf,
  type Run,
  type RunNode,
} from '../../../src/simulate/index.ts'
import { ENDLESS, oracleMockOf, oracleOutcome } from './mocked.ts'
import { outcomeOf, type RunOutcome } from './outcome.ts'
import type { RunSettings } from './settings.ts'
import type { RunVerdict, VerdictNode, VerdictValues } from './verdict.ts'

/** When workflows are created in the program that answers as Argo does, in milliseconds since 1970. */
const STARTS = Date.UTC(2000, 0, 1, 0, 0, 1)

/** So often a run may go on to another moment. */
const MOST = 5000

/** Runs a manifest with settings as the program does, and tells what came of it; what cannot start is an Error without nodes. */
export function simulateForOracle(manifest: string, settings: RunSettings): RunOutcome {
  const tree = parseTree(manifest)
  const sources = [{ tree }]
  const document = documentToRun(tree)
  const name = nameOf(tree.documents[document])
  const { mocks = [], parameters } = settings
  const run = startRun({
    sources,
    document,
    seed: 1,
    now: STARTS,
    name,
    heedsSuspend: true,
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
  return outcomeOf(verdictOf(run.value, moments === MOST))
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

/** What came of a run, told as the program tells it. */
function verdictOf(run: Run, isEndless: boolean): RunVerdict {
  const { name, phase, message } = run
  const isOver = isFinal(phase)
  const isWaiting = run.isSuspended || run.waiting.length > 0
  const end = isEndless ? 'endless' : isWaiting ? 'waiting' : 'stuck'
  const { status } = JSON.parse(JSON.stringify(workflowOf(run))) as WrittenRun
  return {
    name,
    ...(!isOver && { end }),
    phase,
    ...(message !== '' && { message }),
    ...(status.outputs !== undefined && { outputs: status.outputs }),
    nodes: [...run.nodes.values()].flatMap((node) => {
      const written = status.nodes[node.id]
      return written === undefined ? [] : [{ ...written, ...partsOfVerdict(node) }]
    }),
    ...(isOver && { finished: seconds(run.now) }),
  }
}

/** What is read of a run as `run --format json` writes it. */
interface WrittenRun {
  readonly status: {
    readonly outputs?: VerdictValues
    readonly nodes: Readonly<Record<string, Omit<VerdictNode, keyof VerdictParts>>>
  }
}

type VerdictParts = Pick<VerdictNode, 'pod' | 'round' | 'started' | 'finished'>

/** What the program says of a node beside its status. */
function partsOfVerdict({ podName, startedAt, finishedAt }: RunNode): VerdictParts {
  return {
    ...(podName !== undefined && { pod: podName }),
    round: 0,
    started: seconds(startedAt),
    ...(finishedAt !== undefined && { finished: seconds(finishedAt) }),
  }
}

/** Whole seconds after the start, which is all that Argo keeps. */
function seconds(time: number): number {
  return Math.floor((time - STARTS) / 1000)
}

/** What the program calls the workflow of a document: by its own name, or as what has none or is no workflow is made one there. */
function nameOf(document: YamlDocument | undefined): string {
  const {
    kind,
    name,
    generateName = '',
  }: Partial<ManifestView> = document ? readManifest(document) : {}
  const own = name ?? `${generateName}x`
  return kind === 'Workflow' ? own : `${own}-x`
}
