import {
  type TemplateAddress,
  templateAt,
  templatePath,
  type TemplateView,
} from '../../argo/index.ts'
import {
  entryOf,
  insertItems,
  keyText,
  locate,
  printFlow,
  removeEntry,
  setEntry,
  setSource,
  styleOf,
} from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findTemplate, nameOf, type TemplateKey } from '../places.ts'
import { lanesAsTasks } from '../refactor/lanes-and-tasks.ts'
import { rewriteScope } from '../refactor/rewrite.ts'
import { stepTexts } from '../step-texts.ts'

export interface StepsToDagArguments {
  readonly template: TemplateKey
}

/** The most tasks that a dag may have (Argo's custom resource definitions). */
const MAX_TASKS = 200

/**
 * Makes a steps template a dag with the same order: each task depends on all tasks of the lane before. A dag stops at the first failure
 * unless told otherwise, and lanes wait for all of theirs, so the dag gets `failFast: false`. `continueOn` and skipped steps mean the
 * same in both, since `dependencies` take them as lanes do. Refused where a name cannot be that of a task with dependencies.
 */
export const stepsToDag: Command<StepsToDagArguments> = (context, { template }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const index = manifest && draft.take(findTemplate(manifest, template))
  const view = index === undefined ? undefined : templateAt(manifest, index)
  if (manifest === undefined || index === undefined || view === undefined) return draft.finish()
  const reason = forbids(view, nameOf(view, index))
  if (reason !== undefined) return draft.refuse(reason).finish()
  const path = templatePath(manifest, index)
  const lanes = view.lanes.map(({ steps }) => steps.flatMap(({ name }) => name ?? []))
  const names = new Set(lanes.flat())
  draft.plan((current) => rewriteScope(current, { document, path }, names, 'tasks'))
  const dashes = lanesAsTasks(draft, index)
  if (dashes !== undefined) draft.change(dashes)
  else rebuild(draft, index)
  let task = 0
  for (const [lane, steps] of lanes.entries()) {
    const before = lanes[lane - 1] ?? []
    for (let left = steps.length; left > 0; left--) {
      if (before.length > 0) setDependencies(draft, [...path, 'dag', 'tasks', task], before)
      task++
    }
  }
  return draft.finish([{ document, path }])
}

export function readStepsToDag(read: ArgumentReader): StepsToDagArguments {
  return { template: read.template() }
}

/** Why lanes cannot become tasks; nothing when they can. */
function forbids(view: TemplateView, name: string): string | undefined {
  if (view.type !== 'steps')
    return `The template ${name} is ${view.type === undefined ? 'of no type yet' : `a ${view.type} template`}, and only steps templates can become a dag.`
  const steps = view.lanes.flatMap((lane) => lane.steps)
  if (steps.length === 0)
    return `The template ${name} has no steps, and a dag needs a task. Add a step first.`
  if (steps.length > MAX_TASKS)
    return `The template ${name} has ${String(steps.length)} steps, and a dag can have ${String(MAX_TASKS)} tasks. Move some into a template of their own first.`
  const seen = new Set<string>()
  for (const { name: step } of steps) {
    if (step === undefined)
      return `A step of ${name} has no name, and tasks depend on each other by name. Name it first.`
    if (seen.has(step))
      return `Two steps of ${name} are called ${step}, and tasks depend on each other by name. Rename one first.`
    if (/^\d/.test(step))
      return `The step ${step} begins with a digit, which a task with dependencies may not. Rename it first.`
    if (step.includes('{{'))
      return `The name of the step ${step} is not known before it runs, so no task can depend on it.`
    seen.add(step)
  }
  const empty = view.lanes.findIndex((lane) => lane.steps.length === 0)
  return empty < 0
    ? undefined
    : `Lane ${String(empty + 1)} of ${name} has no steps. Remove it first.`
}

/** Where the lanes are not written in lines of their own: the texts of the steps as a new list of tasks. */
function rebuild(draft: Draft, template: TemplateAddress): void {
  const { manifest, document, tree } = draft
  if (manifest === undefined) return
  const path = templatePath(manifest, template)
  const lanes = templateAt(manifest, template)?.lanes ?? []
  const places = lanes.flatMap(({ steps }, lane) =>
    steps.map((_, step) => ({ template, lane, step })),
  )
  const texts = stepTexts(tree, manifest, document, places)
  const map = locate(tree, { document, path })?.node
  if (texts === undefined || map?.kind !== 'map' || entryOf(map, 'steps') === undefined) {
    draft.refuse(
      'The steps stand behind an alias, so they are shared with other places. Replace the alias by its own text first.',
    )
    return
  }
  const after = map.entries.flatMap((entry) => keyText(entry) ?? [])
  const upTo = after.slice(0, after.indexOf('steps') + 1)
  draft.plan((current) =>
    setEntry(current, { document, path }, 'dag', { failFast: false, tasks: [] }, { after: upTo }),
  )
  draft.plan((current) =>
    insertItems(current, { document, path: [...path, 'dag', 'tasks'] }, 0, texts),
  )
  draft.plan((current) => removeEntry(current, { document, path: [...path, 'steps'] }))
}

function setDependencies(
  draft: Draft,
  task: readonly (string | number)[],
  names: readonly string[],
): void {
  const { document } = draft
  const path = [...task, 'dependencies']
  draft.plan((tree) =>
    setEntry(tree, { document, path: task }, 'dependencies', names[0] ?? '', { after: ['name'] }),
  )
  draft.plan((tree) =>
    setSource(tree, { document, path }, printFlow([...names], styleOf(tree, document))),
  )
}
