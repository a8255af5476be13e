import { containerPath, freeName, templateAt } from '../../argo/index.ts'
import {
  insertItems,
  locate,
  newItem,
  removeItems,
  setEntry,
  styleOf,
  type Address,
  type JsonValue,
} from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { addDependency, removeDependency, renameDependency } from '../dependencies.ts'
import { Draft } from '../draft.ts'
import {
  circleMessage,
  containerOrder,
  findGraph,
  findGraphNode,
  findGraphNodes,
  graphAddress,
  nameIn,
  type GraphKey,
  type GraphNodes,
} from '../graph-nodes.ts'
import { inOrder } from '../new-step.ts'
import type { TemplateKey } from '../places.ts'

export interface AddContainerArguments {
  /** The `containerSet` template that gets the container. */
  readonly template: TemplateKey
  /** Its fields; without a name or an image it gets them. A name that is taken gets a number. */
  readonly container?: Readonly<Record<string, JsonValue>> | undefined
  /** Containers that end before it starts. */
  readonly after?: readonly GraphKey[] | undefined
  /** Containers that start after it. What of them waited for one of `after` waits for the new one instead. */
  readonly before?: readonly GraphKey[] | undefined
}

export interface DeleteContainersArguments {
  readonly template: TemplateKey
  readonly containers: readonly GraphKey[]
}

export interface RenameContainerArguments {
  readonly template: TemplateKey
  readonly container: GraphKey
  readonly name: string
}

/** Adds a container to a set: after some, before others, or on the edge between two. */
export const addContainer: Command<AddContainerArguments> = (context, args) => {
  const draft = new Draft(context)
  const graph = findSet(draft, args.template)
  const after = graph && draft.take(findGraphNodes(graph, args.after ?? []))
  const before = graph && draft.take(findGraphNodes(graph, args.before ?? []))
  const { manifest, document } = draft
  if (manifest === undefined || graph === undefined || after === undefined || before === undefined)
    return draft.finish()
  const names = after.flatMap((index) => draft.take(nameIn(graph, index)) ?? [])
  for (const first of names)
    for (const second of before) {
      const circle = circleMessage(graph, first, graph.names[second] ?? '')
      if (circle !== undefined) draft.refuse(circle)
    }
  const wanted = args.container?.['name'] ?? 'container'
  const taken = new Set(graph.names.flatMap((name) => name ?? []))
  const name = freeName(typeof wanted === 'string' ? wanted : '', taken)
  const problem = containerNameProblem(name)
  if (problem !== undefined) draft.refuse(`“${name}” is no name for a container. ${problem}`)
  const isBare = args.container?.['image'] === undefined
  const fields = {
    ...(isBare ? { image: 'busybox', command: ['sh', '-c'], args: ['echo hello'] } : {}),
    ...args.container,
    name,
  }
  const at = after.length > 0 ? Math.max(...after) + 1 : Math.min(graph.names.length, ...before)
  const list = ensureContainers(draft, graph)
  draft.plan((tree) =>
    insertItems(tree, list, at, [
      newItem(inOrder(fields, containerOrder), styleOf(tree, document)),
    ]),
  )
  const address = (index: number) => graphAddress(draft, graph, index >= at ? index + 1 : index)
  for (const index of before) {
    const waits = graph.dependencies.get(graph.names[index] ?? '') ?? []
    const [moved, ...others] = names.filter((each) => waits.includes(each))
    if (moved === undefined) addDependency(draft, address(index), name, containerOrder)
    else renameDependency(draft, address(index), moved, name)
    for (const other of others) removeDependency(draft, address(index), other)
  }
  const own = { document, path: containerPath(manifest, graph.template, at) }
  for (const each of names) addDependency(draft, own, each, containerOrder)
  return draft.finish([own])
}

/** The address of the list of containers of a set, which gets one if it has none. */
export function ensureContainers(draft: Draft, { template }: GraphNodes): Address {
  const { manifest, document } = draft
  const set = manifest === undefined ? [] : containerPath(manifest, template, 0).slice(0, -2)
  const list = { document, path: [...set, 'containers'] }
  draft.plan((tree) =>
    locate(tree, list) === undefined
      ? setEntry(tree, { document, path: set }, 'containers', [], { after: [] })
      : { ok: true, value: [] },
  )
  return list
}

/** Deletes containers of a set; those that waited for them do so no more. Refused for the last one: Argo asks for one at least. */
export const deleteContainers: Command<DeleteContainersArguments> = (context, args) => {
  const draft = new Draft(context)
  const graph = findSet(draft, args.template)
  const indices = graph && draft.take(findGraphNodes(graph, args.containers))
  const { manifest, document } = draft
  if (manifest === undefined || graph === undefined || indices === undefined) return draft.finish()
  const gone = new Set(indices)
  const paths = indices.map((index) => containerPath(manifest, graph.template, index))
  const use = anchorUsedElsewhere(draft.tree, document, paths)
  if (use !== undefined) draft.refuse(anchorMessage('The container', use))
  if (gone.size === graph.names.length)
    draft.refuse('A containerSet needs one container at least. Delete the template instead.')
  const names = new Set(indices.flatMap((index) => graph.names[index] ?? []))
  for (const [index, name] of graph.names.entries())
    if (!gone.has(index) && name !== undefined) names.delete(name)
  const views = templateAt(manifest, graph.template)?.containers ?? []
  for (const [index, { dependencies }] of views.entries())
    for (const name of new Set(dependencies))
      if (!gone.has(index) && names.has(name))
        removeDependency(draft, graphAddress(draft, graph, index), name)
  const list = { document, path: containerPath(manifest, graph.template, 0).slice(0, -1) }
  draft.plan((tree) => removeItems(tree, list, [...gone]))
  return draft.finish()
}

/** Renames a container of a set; what the others wait for follows. */
export const renameContainer: Command<RenameContainerArguments> = (context, args) => {
  const draft = new Draft(context)
  const graph = findSet(draft, args.template)
  const index = graph && draft.take(findGraphNode(graph, args.container))
  const { manifest, document } = draft
  if (manifest === undefined || graph === undefined || index === undefined) return draft.finish()
  const { name } = args
  const old = graph.names[index]
  const own = graphAddress(draft, graph, index)
  const problem = containerNameProblem(name)
  const use = anchorUsedElsewhere(draft.tree, document, [[...own.path, 'name']])
  if (problem !== undefined) draft.refuse(`“${name}” is no name for a container. ${problem}`)
  else if (old === name) draft.refuse(`The container is called ${name} already.`)
  else if (graph.names.includes(name)) draft.refuse(`There is a container ${name} already.`)
  else if (use !== undefined) draft.refuse(anchorMessage('The name', use))
  draft.plan((tree) => setEntry(tree, own, 'name', name, { after: [] }))
  const isOnly = graph.names.filter((each) => each === old).length === 1
  const views = templateAt(manifest, graph.template)?.containers ?? []
  for (const [other, { dependencies }] of views.entries())
    if (old !== undefined && isOnly && dependencies.includes(old))
      renameDependency(draft, graphAddress(draft, graph, other), old, name)
  return draft.finish([own])
}

export function readAddContainer(read: ArgumentReader): AddContainerArguments {
  return {
    template: read.template(),
    container: read.optionalObject('container'),
    after: read.optionalGraphKeys('after'),
    before: read.optionalGraphKeys('before'),
  }
}

export function readDeleteContainers(read: ArgumentReader): DeleteContainersArguments {
  return { template: read.template(), containers: read.graphKeys('containers') }
}

export function readRenameContainer(read: ArgumentReader): RenameContainerArguments {
  return {
    template: read.template(),
    container: read.graphKey('container'),
    name: read.text('name'),
  }
}

/** A set by its key. Refused for a dag and for what is no graph. */
export function findSet(draft: Draft, key: TemplateKey): GraphNodes | undefined {
  const graph = draft.manifest && draft.take(findGraph(draft.manifest, key))
  if (graph?.kind === 'tasks') draft.refuse('A dag has tasks, and only a containerSet containers.')
  return graph?.kind === 'containers' ? graph : undefined
}

/** What is wrong with a name of a container, by Kubernetes' rule. */
function containerNameProblem(name: string): string | undefined {
  if (/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name)) return undefined
  return 'Use up to 63 small letters, digits and -, with a letter or digit at both ends.'
}
