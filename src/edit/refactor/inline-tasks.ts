import {
  demandsOf,
  fieldOrder,
  keysBefore,
  templateAt,
  type StepView,
  type TaskPlace,
  type TemplateView,
} from '../../argo/index.ts'
import { dependsReferences, parseDepends } from '../../expression/index.ts'
import {
  insertItems,
  itemText,
  removeItems,
  setEntry,
  valueOf,
  type ItemText,
} from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere, withoutAnchors } from '../anchors.ts'
import { convertToDepends } from '../convert-dependencies.ts'
import {
  addDependency,
  changeDepends,
  renameDependency,
  taskAddress,
  usesDepends,
} from '../dependencies.ts'
import type { Draft } from '../draft.ts'
import { pathOf } from '../places.ts'
import { waitFor } from '../put-task.ts'
import { listAt, tasksAddress } from '../step-texts.ts'
import {
  adapt,
  commentsOf,
  daemonReason,
  endlessReason,
  findCall,
  follow,
  outerComments,
  willGo,
  withoutCalled,
} from './inline-parts.ts'
import { keysOf, textIn, togetherness, type Call } from './inlining.ts'
import { hidesFailures } from './outer-edges.ts'
import { stepName, templateName } from './words.ts'

/**
 * Replaces a task that calls a dag by the tasks of this: the first of them wait for what it waited for, and what waited for it waits for the
 * last. Names, inputs and outputs go as for lanes. Gives the places of the tasks.
 */
export function inlineTasks(
  draft: Draft,
  place: TaskPlace,
  target: number,
  keep: boolean | undefined,
): readonly TaskPlace[] {
  const { manifest, document, tree } = draft
  const call = findCall(draft, place, target)
  if (manifest === undefined || call === undefined) return []
  const { from, step, called, renamed } = call
  const reason =
    togetherness(call, from.tasks.length === 1) ??
    forbids(call, place, target) ??
    daemonReason(manifest, called, 'task')
  if (reason !== undefined) draft.refuse(reason)
  const use = anchorUsedElsewhere(tree, document, [pathOf(manifest, place)])
  if (use !== undefined) draft.refuse(anchorMessage(`The task ${stepName(step)}`, use))
  if (draft.refused) return []

  follow(draft, place, call)
  const isKept = !willGo(draft, place, target, keep)
  const count = called.tasks.length
  const texts = textsOf(draft, place, target, isKept)
  const wasMixed = isMixed(from)
  const isAfter = (index: number): boolean => index > place.task
  draft.plan((current, now) =>
    insertItems(current, tasksAddress(now, document, place.template), place.task, texts),
  )
  draft.plan((current, now) =>
    removeItems(current, tasksAddress(now, document, place.template), [place.task + count]),
  )
  const placed = called.tasks.map((_, index) => ({ ...place, task: place.task + index }))
  for (const one of placed) {
    followTasks(draft, one, call)
    adapt(draft, one, call)
  }
  const { first, last } = endsOf(called.tasks)
  for (const index of first) beginAfter(draft, { ...place, task: place.task + index }, step)
  const names = last.flatMap((index) => called.tasks[index]?.name ?? [])
  const ends = names.map((name) => renamed.get(name) ?? name)
  for (const [index, task] of from.tasks.entries())
    if (index !== place.task && waitsFor(task, step.name))
      waitForEnds(draft, place, isAfter(index) ? index + count - 1 : index, step.name ?? '', ends)
  const now = templateAt(draft.manifest, place.template)
  if (now !== undefined && isMixed(now) && !wasMixed) convertToDepends(draft, place.template)
  return withoutCalled(draft, manifest, placed, target, isKept)
}

/** Why tasks cannot stand for the call. */
function forbids(
  { from, step, called }: Call,
  place: TaskPlace,
  target: number,
): string | undefined {
  const name = templateName(called)
  if (target === place.template) return endlessReason(called)
  if (called.tasks.length === 0) return `The template ${name} has no tasks.`
  if (called.tasks.some((task) => task.name === undefined) || step.name === undefined)
    return `A task has no name, and tasks depend on each other by name. Name it first.`
  const [inner, outer] = [valueOf(called.node, 'dag'), valueOf(from.node, 'dag')]
  const other = keysOf(inner).find((key) => key !== 'tasks' && key !== 'failFast')
  if (other !== undefined)
    return `The dag ${name} has a ${other}, which is about its own tasks only. Remove it first, or keep the call.`
  if ((textIn(inner, 'failFast') ?? 'true') !== (textIn(outer, 'failFast') ?? 'true'))
    return `One of ${name} and ${templateName(from)} stops at the first failure (failFast) and the other does not.`
  const targets = textIn(outer, 'target')
  if (targets?.split(/\s+/).includes(step.name) === true)
    return `The dag has the task ${step.name} as its target. Remove it from the target first.`
  const readers = from.tasks.filter((task) => waitsFor(task, step.name))
  const special = readers.find((task) =>
    demandsOf(task).some((demand) => demand.task === step.name && demand.results.join() !== ''),
  )
  if (special !== undefined)
    return `The task ${stepName(special)} depends on “${special.depends?.trim() ?? ''}”, and how ${step.name} ended as a whole could not be asked any more.`
  if (readers.length === 0) return undefined
  return hidesFailures(called.tasks, [...called.tasks.keys()], endsOf(called.tasks).last)
}

function waitsFor(task: StepView, name: string | undefined): boolean {
  return demandsOf(task).some((demand) => demand.task === name)
}

/** Whether some tasks say by `depends` and others by `dependencies` what they wait for, which Argo does not take. */
function isMixed(view: TemplateView): boolean {
  return usesDepends(view) && view.tasks.some(({ dependencies }) => dependencies.length > 0)
}

/** The tasks that wait for none, and those for which none waits, by index. */
function endsOf(tasks: readonly StepView[]): {
  readonly first: readonly number[]
  readonly last: readonly number[]
} {
  const waited = new Set(tasks.flatMap((task) => demandsOf(task).map((demand) => demand.task)))
  const all = [...tasks.entries()]
  return {
    first: all.flatMap(([index, task]) => (demandsOf(task).length === 0 ? [index] : [])),
    last: all.flatMap(([index, { name = '' }]) => (waited.has(name) ? [] : [index])),
  }
}

/** The texts of the tasks, with the comments of the call and of what goes with it. */
function textsOf(
  draft: Draft,
  place: TaskPlace,
  target: number,
  isKept: boolean,
): readonly ItemText[] {
  const { manifest, document, tree } = draft
  if (manifest === undefined || draft.refused) return []
  const list = listAt(tree, tasksAddress(manifest, document, target))
  const found = list?.node.items.flatMap((_, index) => itemText(tree.text, list, index) ?? []) ?? []
  const [first, ...rest] = isKept ? found.map(withoutAnchors) : found
  if (first === undefined) {
    draft.refuse(
      'The tasks of the template stand behind an alias. Replace the alias by its own text first.',
    )
    return []
  }
  const comments = [
    ...commentsOf(draft, pathOf(manifest, place)),
    ...(isKept ? [] : outerComments(draft, target, ['dag', 'tasks'])),
  ]
  return [{ ...first, comments: [...comments, ...first.comments] }, ...rest]
}

/** Lets a task that came in wait for the others by their new names. */
function followTasks(draft: Draft, place: TaskPlace, { renamed }: Call): void {
  const owner = taskAddress(draft, place.template, place.task)
  for (const [old, fresh] of renamed) {
    const view = templateAt(draft.manifest, place.template)?.tasks[place.task]
    if (view?.dependencies.includes(old) === true) renameDependency(draft, owner, old, fresh)
    replaceInDepends(draft, place, old, fresh)
  }
}

/** Lets a task wait for what the call waited for. */
function beginAfter(draft: Draft, { template, task }: TaskPlace, call: StepView): void {
  const owner = taskAddress(draft, template, task)
  const { depends } = call
  if (depends !== undefined) {
    const after = keysBefore(fieldOrder.step, 'depends') ?? []
    draft.plan((tree) => setEntry(tree, owner, 'depends', depends, { after }))
  }
  const isListed = depends === undefined
  for (const name of call.dependencies)
    if (isListed) waitFor(draft, template, task, name)
    else addDependency(draft, owner, name, fieldOrder.step)
}

/** Lets a task that waited for the call wait for its last tasks. */
function waitForEnds(
  draft: Draft,
  { template }: TaskPlace,
  task: number,
  call: string,
  ends: readonly string[],
): void {
  const owner = taskAddress(draft, template, task)
  const view = templateAt(draft.manifest, template)?.tasks[task]
  const [first, ...rest] = ends
  if (view === undefined || first === undefined) return
  if (view.dependencies.includes(call)) {
    if (first !== call) renameDependency(draft, owner, call, first)
    for (const name of rest)
      if (!view.dependencies.includes(name)) addDependency(draft, owner, name, fieldOrder.step)
  }
  const isOne = ends.length === 1 || isConjunction(view.depends ?? '')
  replaceInDepends(
    draft,
    { template, task },
    call,
    isOne ? ends.join(' && ') : `(${ends.join(' && ')})`,
  )
}

/** Whether a condition is one task, or tasks joined by `&&` alone. */
function isConjunction(depends: string): boolean {
  const { tree } = parseDepends(depends)
  let node = tree
  while (node?.kind === 'binary' && node.operator === '&&' && node.right.kind === 'task')
    node = node.left
  return node?.kind === 'task'
}

function replaceInDepends(draft: Draft, place: TaskPlace, name: string, by: string): void {
  const { template, task } = place
  const depends = templateAt(draft.manifest, template)?.tasks[task]?.depends ?? ''
  const found = dependsReferences(depends).filter((one) => one.task === name)
  if (name === by) return
  changeDepends(
    draft,
    taskAddress(draft, template, task),
    found.map(({ taskRange }) => ({ ...taskRange, insert: by })),
  )
}
