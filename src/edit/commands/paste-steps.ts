import {
  demandsOf,
  freeName,
  isSameNode,
  isTaskPlace,
  nodeAt,
  type NodePlace,
  type StepPlace,
  type TaskPlace,
  type TemplateAddress,
  templateAt,
  templatePath,
} from '../../argo/index.ts'
import { renameInDepends } from '../../expression/index.ts'
import {
  anchorsOf,
  insertItems,
  locate,
  parseTree,
  removeEntry,
  setEntry,
  setValue,
  toValue,
  wrapItems,
  type Address,
  type JsonValue,
} from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import { readClipboard, type Clipboard, type ClipboardItem } from '../clipboard.ts'
import type { Command } from '../command.ts'
import { changeDepends, removeFromTask, renameDependency } from '../dependencies.ts'
import { Draft } from '../draft.ts'
import { followRename } from '../follow.ts'
import { insertLanes, insertSteps, settled } from '../insert-steps.ts'
import { pathOf, stepNames, templateNames, type Destination, type TemplateKey } from '../places.ts'
import { tasksAddress } from '../step-texts.ts'
import { ensureNodesTemplate, ensureTemplates } from '../skeleton.ts'

export interface PasteStepsArguments {
  /** The `steps` or `dag` template that gets the steps. */
  readonly template: TemplateKey
  /** A step, a list of steps, a list of lanes, templates, or a whole manifest. */
  readonly yaml: string
  /** Without it, a new lane at the end. Not of tasks. */
  readonly to?: Destination | undefined
}

/**
 * Pastes YAML text: steps go where `to` says, templates to the end of the list. Names that are taken get numbers, and what is
 * pasted along follows. A template that is there already, just the same, is not added again.
 */
export const pasteSteps: Command<PasteStepsArguments> = (context, { template, yaml, to }) => {
  const draft = new Draft(context)
  const clipboard = draft.take(readClipboard(yaml))
  if (clipboard === undefined) return draft.finish()
  const renamed = new Map<string, string>()
  const hasSteps = clipboard.lanes.length > 0
  const index = hasSteps ? ensureNodesTemplate(draft, template) : undefined
  if (!hasSteps) ensureTemplates(draft)
  const templates = pasteTemplates(draft, clipboard.templates, renamed)
  if (index === undefined) return draft.finish(templates)
  const isDag = templateAt(draft.manifest, index)?.type === 'dag'
  if (isDag && to !== undefined) draft.refuse('A dag has no lanes to paste into.')
  const places = isDag
    ? pasteTasks(draft, index, clipboard.lanes.flat())
    : pasteLanes(draft, index, clipboard.lanes, to)
  const addresses = nameSteps(draft, index, clipboard, places, renamed)
  settleDependencies(draft, index, places)
  return draft.finish(addresses)
}

export function readPasteSteps(read: ArgumentReader): PasteStepsArguments {
  return {
    template: read.template(),
    yaml: read.text('yaml'),
    to: read.optionalDestination(),
  }
}

/** Adds templates under free names; `renamed` gets those that are called differently here. */
function pasteTemplates(
  draft: Draft,
  items: readonly ClipboardItem[],
  renamed: Map<string, string>,
): Address[] {
  const { document } = draft
  const added: Address[] = []
  for (const item of items) {
    const { manifest } = draft
    if (manifest === undefined || draft.refused) return []
    const name = item.name ?? 'template'
    if (isPresent(draft, item)) continue
    const fresh = freeName(name, templateNames(manifest))
    const count = manifest.spec.templates.length
    const path = templatePath(manifest, count)
    draft.plan((tree) =>
      insertItems(tree, { document, path: path.slice(0, -1) }, count, [item.text]),
    )
    if (fresh !== name || item.name === undefined) {
      renamed.set(name, fresh)
      draft.plan((tree) => setEntry(tree, { document, path }, 'name', fresh, { after: [] }))
    }
    added.push({ document, path })
  }
  for (const { path } of added) callRenamed(draft, path, renamed)
  return added
}

/** Whether the manifest has a template of that name with the same value. */
function isPresent(draft: Draft, { name, text }: ClipboardItem): boolean {
  const { manifest } = draft
  const same = manifest?.spec.templates.find((other) => other.name === name)
  if (manifest === undefined || same === undefined) return false
  const { root } = manifest.document
  const [pasted] = parseTree(text.lines.join('\n')).documents
  const value = pasted === undefined ? undefined : toValue(pasted.root, anchorsOf(pasted.root))
  return sameJson([toValue(same.node, anchorsOf(root)) ?? null], value ?? null)
}

function sameJson(a: JsonValue, b: JsonValue): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key) ?? null))
  )
}

/** Makes the steps in a pasted template call the pasted templates by their new names. */
function callRenamed(
  draft: Draft,
  path: Address['path'],
  renamed: ReadonlyMap<string, string>,
): void {
  const { manifest } = draft
  const index = path.at(-1)
  const view = typeof index === 'number' ? templateAt(manifest, index) : undefined
  for (const [lane, { steps }] of (view?.lanes ?? []).entries())
    for (const step of steps.keys()) callIn(draft, [...path, 'steps', lane, step], renamed)
  for (const task of (view?.tasks ?? []).keys())
    callIn(draft, [...path, 'dag', 'tasks', task], renamed)
}

function callIn(draft: Draft, step: Address['path'], renamed: ReadonlyMap<string, string>): void {
  const { document } = draft
  draft.plan((tree) => {
    const address = { document, path: [...step, 'template'] }
    const called = locate(tree, address)?.node
    const name = called?.kind === 'scalar' ? renamed.get(called.value) : undefined
    return name === undefined ? { ok: true, value: [] } : setValue(tree, address, name)
  })
}

function pasteLanes(
  draft: Draft,
  template: TemplateAddress,
  lanes: Clipboard['lanes'],
  to: Destination | undefined,
): readonly StepPlace[] {
  const count = templateAt(draft.manifest, template)?.lanes.length ?? 0
  const place = settled(draft, template, to ?? { newLane: count })
  if (place === undefined) return []
  if (!('newLane' in place))
    return insertSteps(
      draft,
      template,
      place,
      lanes.flat().map(({ text }) => text),
    )
  insertLanes(
    draft,
    template,
    place.newLane,
    lanes.map((steps) => wrapItems(steps.map(({ text }) => text))),
  )
  return lanes.flatMap((steps, lane) =>
    steps.map((_, step) => ({ template, lane: place.newLane + lane, step })),
  )
}

/** Adds tasks at the end of a dag. */
function pasteTasks(
  draft: Draft,
  template: TemplateAddress,
  items: readonly ClipboardItem[],
): readonly TaskPlace[] {
  const { manifest, document } = draft
  const count = templateAt(manifest, template)?.tasks.length ?? 0
  if (manifest === undefined) return []
  const address = tasksAddress(manifest, document, template)
  draft.plan((tree) =>
    insertItems(
      tree,
      address,
      count,
      items.map(({ text }) => text),
    ),
  )
  return items.map((_, index) => ({ template, task: count + index }))
}

/** Takes out of pasted tasks what is not here to depend on, and out of pasted steps that they depend on anything. */
function settleDependencies(
  draft: Draft,
  template: TemplateAddress,
  places: readonly NodePlace[],
): void {
  const { manifest, document } = draft
  if (manifest === undefined || draft.refused) return
  const names = stepNames(templateAt(manifest, template))
  for (const place of places) {
    const view = nodeAt(manifest, place)
    if (view === undefined) continue
    if (!isTaskPlace(place)) {
      for (const key of ['depends', 'dependencies'])
        draft.plan((tree) =>
          removeEntry(tree, { document, path: [...pathOf(manifest, place), key] }),
        )
      continue
    }
    for (const { task } of demandsOf(view))
      if (!names.has(task)) removeFromTask(draft, template, place.task, task)
  }
}

/** Gives pasted steps free names; what they say of each other follows. */
function nameSteps(
  draft: Draft,
  template: TemplateAddress,
  { lanes }: Clipboard,
  places: readonly NodePlace[],
  renamed: ReadonlyMap<string, string>,
): Address[] {
  const { manifest, document } = draft
  if (manifest === undefined || draft.refused) return []
  const isPasted = (place: NodePlace): boolean => places.some((other) => isSameNode(other, place))
  const view = templateAt(manifest, template)
  const others = view?.lanes.map(({ steps }, lane) => ({
    node: manifest.document.root,
    steps: steps.filter((_, step) => !isPasted({ template, lane, step })),
  }))
  const tasks = view?.tasks.filter((_, task) => !isPasted({ template, task }))
  const taken =
    view === undefined
      ? new Set<string>()
      : stepNames({ ...view, lanes: others ?? [], tasks: tasks ?? [] })
  const scope = view?.type === 'dag' ? 'tasks' : 'steps'
  const addresses = places.map((place) => ({ document, path: pathOf(manifest, place) }))
  for (const [index, item] of lanes.flat().entries()) {
    const address = addresses[index]
    if (address === undefined) continue
    callIn(draft, address.path, renamed)
    const name = item.name ?? (scope === 'tasks' ? 'task' : 'step')
    const fresh = freeName(name, taken)
    taken.add(fresh)
    if (fresh === item.name) continue
    draft.plan((tree) => setEntry(tree, address, 'name', fresh, { after: [] }))
    for (const pasted of addresses)
      draft.plan((tree) => followRename(tree, pasted, { scope, step: name }, fresh))
    for (const place of places) {
      const own = isTaskPlace(place) && draft.manifest ? nodeAt(draft.manifest, place) : undefined
      const owner = { document, path: pathOf(manifest, place) }
      if (own?.depends !== undefined)
        changeDepends(draft, owner, renameInDepends(own.depends, name, fresh))
      if (own?.dependencies.includes(name) === true) renameDependency(draft, owner, name, fresh)
    }
  }
  return addresses
}
