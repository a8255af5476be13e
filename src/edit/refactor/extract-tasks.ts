import {
  freeName,
  taskPath,
  templateAt,
  templatePath,
  type TaskPlace,
  type TemplateView,
} from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import { renameInDepends } from '../../expression/index.ts'
import {
  insertItems,
  newItem,
  removeItems,
  styleOf,
  toValue,
  valueOf,
  type Address,
} from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import { changeDepends, removeFromTask, renameDependency, taskAddress } from '../dependencies.ts'
import type { Draft } from '../draft.ts'
import { pathOf } from '../places.ts'
import { waitFor } from '../put-task.ts'
import { tasksAddress, taskTexts } from '../step-texts.ts'
import { addBelow, asOutput, nameFor } from './extracting.ts'
import { daemonOf, lift } from './lift.ts'
import { outerEdges } from './outer-edges.ts'
import { PortList } from './port-list.ts'
import { rewriteReferences } from './rewrite.ts'

/**
 * Makes a dag of some tasks of another, and calls it by one task in their place, with the same order: see `outerEdges` for when that is so.
 * Data goes by inputs and outputs, as for steps. Gives the address of the task.
 */
export function extractTasks(
  draft: Draft,
  places: readonly TaskPlace[],
  wanted: string | undefined,
): Address | undefined {
  const { manifest, document, tree } = draft
  const [first] = places
  const view = first && templateAt(manifest, first.template)
  if (manifest === undefined || first === undefined || view === undefined) return undefined
  const { template } = first
  const name = nameFor(draft, view, wanted)
  const reason = forbids(draft, view, places)
  if (reason !== undefined) draft.refuse(reason)
  const edges = outerEdges(
    draft,
    view.tasks,
    places.map(({ task }) => task),
  )
  const selected = places.map((place) => pathOf(manifest, place))
  const use = anchorUsedElsewhere(tree, document, selected)
  if (use !== undefined) draft.refuse(anchorMessage('One of the tasks', use))
  if (edges === undefined || draft.refused) return undefined

  const own = new Set(places.flatMap(({ task }) => view.tasks[task]?.name ?? []))
  const others = view.tasks.flatMap((task) => task.name ?? []).filter((other) => !own.has(other))
  const call = freeName(name, new Set(others))
  const inputs = new PortList()
  const outputs = new PortList()
  const lifting = { from: view, own, item: false, inputs }
  const isSelected = (path: Path): boolean =>
    selected.some((task) => task.every((key, index) => path[index] === key))
  draft.plan((current) =>
    rewriteReferences(current, { document, path: templatePath(manifest, template) }, (placed) =>
      isSelected(placed.scalar.path)
        ? lift(draft, lifting, placed)
        : asOutput(draft, view, own, call, outputs, placed),
    ),
  )
  const texts = taskTexts(draft.tree, manifest, document, places)
  if (texts === undefined) {
    draft.refuse('The tasks stand behind an alias. Replace the alias by its own text first.')
    return undefined
  }
  const body = { dag: { ...failFastOf(view), tasks: [] } }
  const index = addBelow(draft, template, view, {
    name,
    inputs,
    outputs,
    kept: ['parallelism'],
    body,
  })
  draft.plan((current, now) => insertItems(current, tasksAddress(now, document, index), 0, texts))
  for (const [at, { task }] of places.entries())
    for (const outer of edges.waits.get(task) ?? []) removeFromTask(draft, index, at, outer)

  for (const [task, names] of edges.after) waitForCall(draft, template, task, names, call)
  const given = inputs.fields('given')
  const step = { name: call, template: name, ...(given === undefined ? {} : { arguments: given }) }
  draft.plan((current, now) =>
    insertItems(current, tasksAddress(now, document, template), first.task, [
      newItem(step, styleOf(current, document)),
    ]),
  )
  draft.plan((current, now) =>
    removeItems(
      current,
      tasksAddress(now, document, template),
      places.map(({ task }) => task + 1),
    ),
  )
  for (const outer of edges.before) waitFor(draft, template, first.task, outer)
  return { document, path: taskPath(manifest, template, first.task) }
}

/** Makes a task that waited for some wait for the call of these. */
function waitForCall(
  draft: Draft,
  template: TaskPlace['template'],
  task: number,
  names: readonly string[],
  call: string,
): void {
  // One of them may have the very name of the call.
  const kept = names.includes(call) ? call : names[0]
  const owner = taskAddress(draft, template, task)
  const view = templateAt(draft.manifest, template)?.tasks[task]
  if (kept === undefined || view === undefined) return
  for (const name of names) if (name !== kept) removeFromTask(draft, template, task, name)
  if (kept === call) return
  const depends = templateAt(draft.manifest, template)?.tasks[task]?.depends
  if (depends !== undefined) changeDepends(draft, owner, renameInDepends(depends, kept, call))
  if (view.dependencies.includes(kept)) renameDependency(draft, owner, kept, call)
}

/** Why tasks cannot be taken, however they are joined with the others. */
function forbids(
  { manifest }: Draft,
  view: TemplateView,
  places: readonly TaskPlace[],
): string | undefined {
  if (valueOf(valueOf(view.node, 'dag'), 'target') !== undefined)
    return 'The dag has a target, so only some of its tasks run. Remove the target first.'
  if (places.length === view.tasks.length) return undefined
  const taken = places.flatMap(({ task }) => view.tasks[task] ?? [])
  const [daemon] = taken.flatMap((task) => (manifest && daemonOf(manifest, task)) ?? [])
  if (daemon !== undefined)
    return `The task ${daemon} starts a daemon, which would end with the new template and not with ${view.name ?? 'this one'}.`
  if (valueOf(view.node, 'parallelism') !== undefined)
    return 'The template has a parallelism, which counts its tasks together. Take all of them, or remove it first.'
  return undefined
}

/** Whether the others go on after a failure stays. */
function failFastOf(view: TemplateView) {
  const node = valueOf(valueOf(view.node, 'dag'), 'failFast')
  const value = node === undefined ? undefined : toValue(node, new Map())
  return value === undefined ? {} : { failFast: value }
}
