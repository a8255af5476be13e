import { groupBy } from '../../base/index.ts'
import type { JsonObject, JsonValue } from '../../yaml/index.ts'
import { runNameOf, stepNameOf } from '../mocks/match.ts'
import { isPassedOver, type RunNode } from '../node.ts'
import type { ArtifactContent, Outcome } from '../outcome.ts'
import type { Answered } from '../provide.ts'
import { USUAL_NOW, type Run } from '../run.ts'
import { shortText, withoutLastBreak } from './content-text.ts'
import { recordMocks } from './record-mocks.ts'
import { Order } from './judge.ts'
import { freeText } from './free-text.ts'
import { nodesNamed, type NodesNamed } from './named-nodes.ts'
import { goTime } from '../engine/time.ts'
import { parameterTexts } from './parameter-texts.ts'

/** What a run was started with, as far as a test says it. */
export interface RecordedRun {
  readonly run: Run
  /** What was answered, by the names of nodes: see `kept`. */
  readonly answers: ReadonlyMap<string, Answered>
  /** What the test is called. */
  readonly name: string
  readonly seed: number
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * Makes a test of a run that is idle: with mocks for all that its steps gave, so that nothing has to run again, and with all that came of it
 * as expectations. It passes when it is run again with the same manifest.
 */
export function recordTest({ run, answers, name, seed, parameters }: RecordedRun): JsonObject {
  const mocks = recordMocks(run, answers)
  const named = nodesNamed(run)
  const given = new Set([...answers.values()].flatMap(({ outcome }) => artifactsOf(outcome)))
  const call = (node: RunNode): string => ownName(run, node, named)
  const ran = [...run.nodes.values()].filter(isExpected)
  const skipped = ran.filter(isPassedOver)
  const globals = parameterTexts(run.outputs.parameters)
  const order = chainOf(run, ran).map(call)
  return {
    name,
    seed,
    ...(run.startedAt === USUAL_NOW ? {} : { now: goTime(run.startedAt) }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(mocks.length === 0 ? {} : { mocks }),
    expect: {
      phase: run.phase,
      ...(run.message === '' ? {} : { message: freeText(run.message, run) }),
      nodes: nodesOf(ran, named, call, (node) => expectedOf(run, node, given)),
      ...(skipped.length === 0 ? {} : { skipped: skipped.map(call) }),
      ...(order.length < 2 ? {} : { order }),
      ...(Object.keys(globals).length === 0 ? {} : { outputs: { parameters: globals } }),
    },
  }
}

/** Groups, attempts and the root say nothing that others do not. */
function isExpected(node: RunNode): boolean {
  return node.type !== 'StepGroup' && node.attempt === undefined && node.name !== runNameOf(node)
}

/**
 * What a node is called so that nobody else is meant: the name of its step, if that is its node alone; else its display name; else its name
 * from the root on.
 */
function ownName(run: Run, node: RunNode, named: NodesNamed): string {
  const relative = node.name.slice(run.name.length)
  const names = [stepNameOf(node), node.displayName, relative]
  return names.find((name) => isOnly(named(name), node)) ?? relative
}

function isOnly(nodes: readonly RunNode[], node: RunNode): boolean {
  return nodes.length === 1 && nodes[0]?.id === node.id
}

/** What is expected of each node; once for all of a step, where that is the same. */
function nodesOf(
  nodes: readonly RunNode[],
  named: NodesNamed,
  call: (node: RunNode) => string,
  expected: (node: RunNode) => string | JsonObject,
): JsonObject {
  const entries = new Map<string, JsonValue>()
  for (const [step, group] of bySteps(nodes, named)) {
    const values = group.map(expected)
    const [first] = values
    const isSame = values.every((value) => JSON.stringify(value) === JSON.stringify(first))
    const isAll = named(step).length === group.length
    if (first !== undefined && isSame && isAll && group.length > 1)
      entries.set(step, {
        ...(typeof first === 'string' ? { phase: first } : first),
        count: group.length,
      })
    else for (const [index, node] of group.entries()) entries.set(call(node), values[index] ?? '')
  }
  return Object.fromEntries(entries)
}

/** Nodes by their steps, without those that did not run; what is not meant by the name of its step, by its own name. */
function bySteps(
  nodes: readonly RunNode[],
  named: NodesNamed,
): ReadonlyMap<string, readonly RunNode[]> {
  const ran = nodes.filter((node) => !isPassedOver(node))
  return groupBy(ran, (node) => {
    const step = stepNameOf(node)
    return named(step).includes(node) ? step : node.name
  })
}

/** The phase alone, where a node has nothing else to show. Of artifacts those that are `given` by a pod as short texts. */
function expectedOf(
  run: Run,
  node: RunNode,
  given: ReadonlySet<ArtifactContent>,
): string | JsonObject {
  const { phase, message } = node
  const { result, parameters: values = [], artifacts: files = [] } = node.outputs ?? {}
  const parameters = parameterTexts(values)
  const artifacts = textsOf(run, files, given)
  const outputs: JsonObject = {
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(Object.keys(artifacts).length === 0 ? {} : { artifacts }),
  }
  const rest: JsonObject = {
    ...(message === '' ? {} : { message: freeText(message, run) }),
    ...(result === undefined ? {} : { result }),
    ...(Object.keys(outputs).length === 0 ? {} : { outputs }),
  }
  return Object.keys(rest).length === 0 ? phase : { phase, ...rest }
}

function artifactsOf({ artifacts }: Outcome): readonly ArtifactContent[] {
  return Object.values(artifacts)
}

/** Short texts of artifacts that a mock gives again: not parts of folders, which it cannot give. */
function textsOf(
  run: Run,
  artifacts: readonly JsonObject[],
  given: ReadonlySet<ArtifactContent>,
): JsonObject {
  return Object.fromEntries(
    artifacts.flatMap((artifact) => {
      const content = run.contentOf(artifact)
      const text = content !== undefined && given.has(content) ? shortText(content) : undefined
      const { name } = artifact
      return typeof name !== 'string' || text === undefined
        ? []
        : [[name, withoutLastBreak(text)] as const]
    }),
  )
}

/** Nodes of which each begins when the one before it has ended, as many as come one by one from the start. */
function chainOf(run: Run, nodes: readonly RunNode[]): readonly RunNode[] {
  const order = new Order(run)
  const chain: RunNode[] = []
  for (const node of nodes) {
    const last = chain.at(-1)
    const isOver = order.endOf(node) !== undefined && !isPassedOver(node)
    if (isOver && (last === undefined || order.isBefore(last, node))) chain.push(node)
  }
  return chain
}
