import { err, ok, type Result } from '../base/index.ts'
import {
  containerPath,
  type DependencyMap,
  dependencyPath,
  fieldOrder,
  type ManifestView,
  mapOf,
  taskDependencies,
  taskPath,
  type TemplateAddress,
  templateAt,
} from '../argo/index.ts'
import type { Address } from '../yaml/index.ts'
import type { Refusal } from './command.ts'
import type { Draft } from './draft.ts'
import { findTemplate, nameOf, type TemplateKey } from './places.ts'

/** A task or container by its name, or by its index where names do not tell. */
export type GraphKey = string | number

/** What depends on each other in a template: the tasks of a dag, or the containers of a set. */
export interface GraphNodes {
  readonly template: TemplateAddress
  readonly kind: 'tasks' | 'containers'
  readonly names: readonly (string | undefined)[]
  readonly dependencies: DependencyMap
}

/** The nodes of a template that is a graph. Refused for others. */
export function findGraph(manifest: ManifestView, key: TemplateKey): Result<GraphNodes, Refusal> {
  const found = findTemplate(manifest, key)
  if (!found.ok) return found
  const template = found.value
  const view = templateAt(manifest, template)
  if (view?.type === 'dag')
    return ok({
      template,
      kind: 'tasks',
      names: view.tasks.map(({ name }) => name),
      dependencies: taskDependencies(view.tasks),
    })
  if (view?.type === 'containerSet')
    return ok({
      template,
      kind: 'containers',
      names: view.containers.map(({ name }) => name),
      dependencies: mapOf(view.containers),
    })
  return err({
    message: `The template ${nameOf(view, template)} is neither a dag nor a containerSet, and only in those one thing depends on another.`,
  })
}

/** Index of the node of a key. Refused when there is none, with the names that there are. */
export function findGraphNode(graph: GraphNodes, key: GraphKey): Result<number, Refusal> {
  const index = typeof key === 'number' ? key : graph.names.indexOf(key)
  if (index >= 0 && index < graph.names.length) return ok(index)
  const what = `${wordOf(graph)} ${typeof key === 'number' ? `number ${String(key + 1)}` : key}`
  const names = graph.names.flatMap((name) => name ?? []).slice(0, 12)
  const listed = names.length === 0 ? 'none' : names.join(', ')
  return err({ message: `There is no ${what}. There are ${listed}.` })
}

/** The nodes of keys, each once, in the order of the text. */
export function findGraphNodes(
  graph: GraphNodes,
  keys: readonly GraphKey[],
): Result<readonly number[], Refusal> {
  const found = new Set<number>()
  for (const key of keys) {
    const index = findGraphNode(graph, key)
    if (!index.ok) return index
    found.add(index.value)
  }
  return ok([...found].sort((a, b) => a - b))
}

/** The name of a node that others are to depend on. Refused when it has none. */
export function nameIn(graph: GraphNodes, index: number): Result<string, Refusal> {
  const name = graph.names[index]
  if (name !== undefined && name !== '') return ok(name)
  return err({
    message: `The ${wordOf(graph)} number ${String(index + 1)} has no name, so nothing can depend on it. Name it first.`,
  })
}

/** What a node is called in messages. */
export function wordOf({ kind }: GraphNodes): 'task' | 'container' {
  return kind === 'tasks' ? 'task' : 'container'
}

/** The address of a node. */
export function graphAddress(draft: Draft, graph: GraphNodes, index: number): Address {
  const { manifest, document } = draft
  if (manifest === undefined) return { document, path: [] }
  const pathFor = graph.kind === 'tasks' ? taskPath : containerPath
  return { document, path: pathFor(manifest, graph.template, index) }
}

/** The keys of a container of a set; what it depends on comes last, as in Argo's examples. */
export const containerOrder: readonly string[] = [...fieldOrder.script, 'dependencies']

/** Where new keys of a node go. */
export function graphOrder({ kind }: GraphNodes): readonly string[] {
  return kind === 'tasks' ? fieldOrder.step : containerOrder
}

/** Why one node cannot wait for another: it is the same, or waits for it already the other way round. Nothing when it can. */
export function circleMessage(
  { dependencies }: Pick<GraphNodes, 'dependencies'>,
  from: string,
  to: string,
): string | undefined {
  if (from === to) return `${to} cannot wait for itself.`
  const way = dependencyPath(dependencies, from, to)
  if (way === undefined) return undefined
  const words = way.toReversed().join(' → ')
  return `${to} cannot wait for ${from}, which waits for it already: ${words}.`
}
