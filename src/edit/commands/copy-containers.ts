import { freeName, templateAt } from '../../argo/index.ts'
import { insertItems, itemText, setEntry, type Address } from '../../yaml/index.ts'
import { withoutAnchors } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import { readContainers } from '../clipboard.ts'
import type { Command } from '../command.ts'
import { removeDependency, renameDependency } from '../dependencies.ts'
import { Draft } from '../draft.ts'
import { findGraphNodes, graphAddress, type GraphKey } from '../graph-nodes.ts'
import type { TemplateKey } from '../places.ts'
import { setName } from '../set-name.ts'
import { listAt } from '../step-texts.ts'
import { ensureContainers, findSet } from './containers.ts'

export interface DuplicateContainersArguments {
  readonly template: TemplateKey
  readonly containers: readonly GraphKey[]
}

export interface PasteContainersArguments {
  /** The `containerSet` template that gets the containers. */
  readonly template: TemplateKey
  /** A container, or a list of containers. */
  readonly yaml: string
}

/**
 * Puts copies of containers of a set each right after its original, under free names, waiting for the same others. Comments above stay with
 * the original.
 */
export const duplicateContainers: Command<DuplicateContainersArguments> = (context, args) => {
  const draft = new Draft(context)
  const graph = findSet(draft, args.template)
  const indices = graph && draft.take(findGraphNodes(graph, args.containers))
  if (graph === undefined || indices === undefined) return draft.finish()
  const list = ensureContainers(draft, graph)
  const taken = new Set(graph.names.flatMap((name) => name ?? []))
  const selection: Address[] = []
  for (const [before, original] of indices.entries()) {
    const at = original + before
    draft.plan((tree) => {
      const all = listAt(tree, list)
      const own = all && itemText(tree.text, all, at)
      const copy = own === undefined ? [] : [withoutAnchors({ ...own, comments: [] })]
      return insertItems(tree, list, at + 1, copy)
    })
    const address = { ...list, path: [...list.path, at + 1] }
    selection.push(address)
    const name = graph.names[original]
    if (name === undefined) continue
    const fresh = freeName(name, taken)
    taken.add(fresh)
    draft.plan((tree) => setName(tree, address, fresh))
  }
  return draft.finish(selection)
}

/**
 * Pastes YAML of containers to the end of a set. Names that are taken get numbers, and what the pasted ones wait for among each other follows;
 * what they waited for and is not here is taken out.
 */
export const pasteContainers: Command<PasteContainersArguments> = (context, args) => {
  const draft = new Draft(context)
  const items = draft.take(readContainers(args.yaml))
  const graph = items && findSet(draft, args.template)
  if (items === undefined || graph === undefined) return draft.finish()
  const list = ensureContainers(draft, graph)
  const count = graph.names.length
  draft.plan((tree) =>
    insertItems(
      tree,
      list,
      count,
      items.map(({ text }) => text),
    ),
  )
  const used = new Set(graph.names.flatMap((name) => name ?? []))
  // No new name is one that another of them had: else it would be taken for that one.
  const taken = new Set([...used, ...items.flatMap(({ name }) => name ?? [])])
  const renamed = new Map<string, string>()
  const selection = items.map((item, index) => {
    const address = graphAddress(draft, graph, count + index)
    const isFree = item.name !== undefined && !used.has(item.name)
    const fresh = isFree ? item.name : freeName(item.name ?? 'container', taken)
    used.add(fresh)
    taken.add(fresh)
    if (fresh !== item.name)
      draft.plan((tree) => setEntry(tree, address, 'name', fresh, { after: [] }))
    if (item.name !== undefined && !renamed.has(item.name)) renamed.set(item.name, fresh)
    return address
  })
  const views = templateAt(draft.manifest, graph.template)?.containers.slice(count) ?? []
  for (const [index, { dependencies }] of views.entries()) {
    const address = graphAddress(draft, graph, count + index)
    for (const name of new Set(dependencies)) {
      const fresh = renamed.get(name)
      if (fresh !== undefined && fresh !== name) renameDependency(draft, address, name, fresh)
      if (fresh === undefined && !graph.names.includes(name)) removeDependency(draft, address, name)
    }
  }
  return draft.finish(selection)
}

export function readDuplicateContainers(read: ArgumentReader): DuplicateContainersArguments {
  return { template: read.template(), containers: read.graphKeys('containers') }
}

export function readPasteContainers(read: ArgumentReader): PasteContainersArguments {
  return { template: read.template(), yaml: read.text('yaml') }
}
