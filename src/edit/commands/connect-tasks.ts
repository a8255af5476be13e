import { demandsOf, templateAt } from '../../argo/index.ts'
import {
  dependsReferences,
  isTaskResult,
  taskResults,
  type TaskResult,
} from '../../expression/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { convertToDepends } from '../convert-dependencies.ts'
import {
  addDependency,
  changeDepends,
  removeDependency,
  removeFromTask,
  taskAddress,
  usesDepends,
} from '../dependencies.ts'
import { Draft } from '../draft.ts'
import {
  circleMessage,
  findGraph,
  findGraphNode,
  graphAddress,
  graphOrder,
  nameIn,
  wordOf,
  type GraphKey,
  type GraphNodes,
} from '../graph-nodes.ts'
import type { TemplateKey } from '../places.ts'
import { waitFor } from '../put-task.ts'

export interface EdgeArguments {
  /** A `dag` or `containerSet` template. */
  readonly template: TemplateKey
  /** What runs first. */
  readonly from: GraphKey
  /** What waits for it. */
  readonly to: GraphKey
}

export interface ConnectTasksArguments extends EdgeArguments {
  /** Which result of `from` the task waits for; without it, any good end. Only of tasks. */
  readonly result?: TaskResult | undefined
}

export interface MoveDependencyArguments extends EdgeArguments {
  readonly newFrom?: GraphKey | undefined
  readonly newTo?: GraphKey | undefined
}

export interface SetDependencyResultArguments extends EdgeArguments {
  /** Null for any good end. */
  readonly result: TaskResult | null
}

/**
 * Makes a task wait for another, or a container of a set. It is written the way that the task, or else its template, says it:
 * `dependencies` or `depends`, of which Argo takes only one in a template. A result needs `depends`, so `dependencies` are made that.
 * Refused when it waits already, and when this would close a circle.
 */
export const connectTasks: Command<ConnectTasksArguments> = (context, args) => {
  const draft = new Draft(context)
  const edge = findEdge(draft, args)
  if (edge === undefined) return draft.finish()
  const { graph, from, to, name } = edge
  const own = graph.names[to] ?? `${wordOf(graph)} ${String(to + 1)}`
  const circle = from === to ? `${own} cannot wait for itself.` : circleMessage(graph, name, own)
  if (circle !== undefined) draft.refuse(circle)
  else if (dependsOn(draft, graph, to, name)) draft.refuse(`${own} waits for ${name} already.`)
  else if (graph.kind === 'containers') {
    if (args.result !== undefined) draft.refuse('Containers have no results to wait for.')
    addDependency(draft, graphAddress(draft, graph, to), name, graphOrder(graph))
  } else {
    if (args.result !== undefined) prepareResult(draft, graph, from, args.result)
    waitFor(draft, graph.template, to, name, args.result)
  }
  return draft.finish([graphAddress(draft, graph, to)])
}

/** Makes a task, or a container of a set, wait for another no more. */
export const disconnectTasks: Command<EdgeArguments> = (context, args) => {
  const draft = new Draft(context)
  const edge = findEdge(draft, args)
  if (edge === undefined) return draft.finish()
  const { graph, to, name } = edge
  const own = graph.names[to] ?? `${wordOf(graph)} ${String(to + 1)}`
  if (!dependsOn(draft, graph, to, name)) draft.refuse(`${own} does not wait for ${name}.`)
  else if (graph.kind === 'containers')
    removeDependency(draft, graphAddress(draft, graph, to), name)
  else removeFromTask(draft, graph.template, to, name)
  return draft.finish([graphAddress(draft, graph, to)])
}

/**
 * Moves an end of an edge: `newTo` waits instead of `to`, or `to` waits for `newFrom` instead of `from`, for the same result if it was
 * one. Refused as `connectTasks` is.
 */
export const moveDependency: Command<MoveDependencyArguments> = (context, args) => {
  const parted = disconnectTasks(context, args)
  const draft = new Draft(context)
  const edge = findEdge(draft, args)
  if (!parted.ok || edge === undefined) return parted
  const { graph, to, name } = edge
  const view = templateAt(draft.manifest, graph.template)?.tasks[to]
  const demand = view && demandsOf(view).find(({ task }) => task === name)
  const [result] = demand?.results ?? []
  draft.change(parted.value.changes)
  const joined = connectTasks(
    { tree: draft.tree, document: draft.document },
    {
      template: graph.template,
      from: args.newFrom ?? args.from,
      to: args.newTo ?? args.to,
      ...(demand?.results.length === 1 && isTaskResult(result) && { result }),
    },
  )
  const next = draft.take(joined)
  if (next !== undefined) draft.change(next.changes)
  return draft.finish(next?.selection)
}

/**
 * Sets which result of another a task waits for. Refused when its `depends` names the other several times: then only a person knows what
 * is meant.
 */
export const setDependencyResult: Command<SetDependencyResultArguments> = (context, args) => {
  const draft = new Draft(context)
  const edge = findEdge(draft, args)
  if (edge === undefined) return draft.finish()
  const { graph, from, to, name } = edge
  const own = graph.names[to] ?? `task ${String(to + 1)}`
  if (graph.kind === 'containers') draft.refuse('Containers have no results to wait for.')
  else if (!dependsOn(draft, graph, to, name)) draft.refuse(`${own} does not wait for ${name}.`)
  if (draft.refused) return draft.finish()
  if (args.result !== null) prepareResult(draft, graph, from, args.result)
  const depends = templateAt(draft.manifest, graph.template)?.tasks[to]?.depends
  const address = taskAddress(draft, graph.template, to)
  if (depends !== undefined) {
    const named = dependsReferences(depends).filter(({ task }) => task === name)
    const [only] = named
    if (named.length > 1)
      draft.refuse(`The \`depends\` of ${own} names ${name} several times. Change it as text.`)
    else if (only !== undefined)
      changeDepends(draft, address, [
        { ...only.range, insert: args.result === null ? name : `${name}.${args.result}` },
      ])
  }
  return draft.finish([address])
}

export function readEdge(read: ArgumentReader): EdgeArguments {
  return { template: read.template(), from: read.graphKey('from'), to: read.graphKey('to') }
}

export function readConnectTasks(read: ArgumentReader): ConnectTasksArguments {
  return { ...readEdge(read), result: read.oneOf('result', taskResults) }
}

export function readMoveDependency(read: ArgumentReader): MoveDependencyArguments {
  return {
    ...readEdge(read),
    newFrom: read.has('newFrom') ? read.graphKey('newFrom') : undefined,
    newTo: read.has('newTo') ? read.graphKey('newTo') : undefined,
  }
}

export function readSetDependencyResult(read: ArgumentReader): SetDependencyResultArguments {
  const edge = readEdge(read)
  if (read.isNull('result')) return { ...edge, result: null }
  const result = read.oneOf('result', taskResults)
  if (result === undefined) read.report('The argument result is missing.')
  return { ...edge, result: result ?? null }
}

interface Edge {
  readonly graph: GraphNodes
  readonly from: number
  readonly to: number
  /** Of what runs first. */
  readonly name: string
}

function findEdge(draft: Draft, { template, from, to }: EdgeArguments): Edge | undefined {
  const { manifest } = draft
  const graph = manifest && draft.take(findGraph(manifest, template))
  const first = graph && draft.take(findGraphNode(graph, from))
  const second = graph && draft.take(findGraphNode(graph, to))
  const name = graph && first !== undefined ? draft.take(nameIn(graph, first)) : undefined
  if (graph === undefined || first === undefined || second === undefined || name === undefined)
    return undefined
  return { graph, from: first, to: second, name }
}

function dependsOn(draft: Draft, graph: GraphNodes, index: number, name: string): boolean {
  const view = templateAt(draft.manifest, graph.template)
  const task = view?.tasks[index]
  if (graph.kind === 'containers')
    return view?.containers[index]?.dependencies.includes(name) ?? false
  return task !== undefined && demandsOf(task).some((demand) => demand.task === name)
}

/** Makes sure that a template can ask for a result: that it uses `depends`, and that the task has such a result. */
function prepareResult(draft: Draft, graph: GraphNodes, from: number, result: TaskResult): void {
  const view = templateAt(draft.manifest, graph.template)
  const task = view?.tasks[from]
  if ((result === 'AnySucceeded' || result === 'AllFailed') && task?.loop === undefined)
    draft.refuse(`${result} is a result of a loop, and ${task?.name ?? 'the task'} is none.`)
  const hasLists = view?.tasks.some(({ dependencies }) => dependencies.length > 0) === true
  if (hasLists || !usesDepends(view)) convertToDepends(draft, graph.template)
}
