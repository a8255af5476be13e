import {
  type StepView,
  type TemplateAddress,
  templateAt,
  templatePath,
  type TemplateView,
} from '../../argo/index.ts'
import {
  insertItems,
  itemText,
  keyText,
  locate,
  removeEntry,
  removeItems,
  setEntry,
  valueOf,
  wrapItems,
} from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findTemplate, nameOf, type TemplateKey } from '../places.ts'
import { tasksAsLanes } from '../refactor/lanes-and-tasks.ts'
import { lanesOfTasks } from '../refactor/layers.ts'
import { rewriteScope } from '../refactor/rewrite.ts'
import { listAt } from '../step-texts.ts'

export interface DagToStepsArguments {
  readonly template: TemplateKey
}

/**
 * Makes a dag a steps template with the same order. Possible where the tasks stand in layers, each task depending on all tasks of the
 * layers before it and on nothing else of them than that they did not fail. Else refused with the task that forbids it.
 */
export const dagToSteps: Command<DagToStepsArguments> = (context, { template }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const index = manifest && draft.take(findTemplate(manifest, template))
  const view = index === undefined ? undefined : templateAt(manifest, index)
  if (manifest === undefined || index === undefined || view === undefined) return draft.finish()
  const reason = forbids(view, nameOf(view, index))
  if (reason !== undefined) return draft.refuse(reason).finish()
  const lanes = draft.take(lanesOfTasks(view.tasks))
  if (lanes === undefined) return draft.finish()
  const path = templatePath(manifest, index)
  const names = new Set(view.tasks.flatMap(({ name }) => name ?? []))
  draft.plan((current) => rewriteScope(current, { document, path }, names, 'steps'))
  for (const task of view.tasks.keys())
    for (const key of ['dependencies', 'depends'])
      draft.plan((current) =>
        removeEntry(current, { document, path: [...path, 'dag', 'tasks', task, key] }),
      )
  draft.plan((current) => removeEntry(current, { document, path: [...path, 'dag', 'failFast'] }))
  sort(draft, [...path, 'dag', 'tasks'], lanes.flat())
  const sizes = lanes.map(({ length }) => length)
  const dashes = tasksAsLanes(draft, index, sizes)
  if (dashes !== undefined) draft.change(dashes)
  else rebuild(draft, index, sizes)
  return draft.finish([{ document, path }])
}

export function readDagToSteps(read: ArgumentReader): DagToStepsArguments {
  return { template: read.template() }
}

/** Why tasks cannot become lanes, whatever they depend on; nothing when that alone decides. */
function forbids(view: TemplateView, name: string): string | undefined {
  if (view.type !== 'dag')
    return `The template ${name} is ${view.type === undefined ? 'of no type yet' : `a ${view.type} template`}, and only a dag can become steps.`
  const dag = valueOf(view.node, 'dag')
  if (valueOf(dag, 'target') !== undefined)
    return `The dag ${name} has a target, so it runs some of its tasks only, and lanes run all. Remove the target first.`
  if (dag?.kind === 'alias' || valueOf(dag, 'tasks')?.kind !== 'seq')
    return `The tasks of ${name} stand behind an alias, so they are shared with other places. Replace the alias by its own text first.`
  const other =
    dag?.kind === 'map'
      ? dag.entries.map(keyText).find((key) => key !== 'tasks' && key !== 'failFast')
      : undefined
  if (other !== undefined) return `Lanes have no ${other}, which the dag ${name} has.`
  const failFast = valueOf(dag, 'failFast')
  const waits = failFast?.kind === 'scalar' && failFast.value === 'false'
  if (!waits && valueOf(view.node, 'parallelism') !== undefined)
    return `The dag ${name} has a parallelism and stops at the first failure, which lanes would not do. Set failFast to false first.`
  if (view.tasks.length === 0) return `The dag ${name} has no tasks.`
  const unnamed = view.tasks.some((task: StepView) => task.name === undefined)
  return unnamed ? `A task of ${name} has no name. Name it first.` : undefined
}

/** Puts tasks into another order, each with its comments. */
function sort(draft: Draft, list: readonly (string | number)[], order: readonly number[]): void {
  const { document } = draft
  const now = order.toSorted((a, b) => a - b)
  for (const [to, task] of order.entries()) {
    const from = now.indexOf(task)
    if (from === to) continue
    draft.plan((tree) => {
      const items = listAt(tree, { document, path: list })
      const own = items === undefined ? undefined : itemText(tree.text, items, from)
      return insertItems(tree, { document, path: list }, to, own === undefined ? [] : [own])
    })
    draft.plan((tree) => removeItems(tree, { document, path: list }, [from + 1]))
    now.splice(to, 0, ...now.splice(from, 1))
  }
}

/** Where the tasks are not written in lines of their own: their texts as new lanes. */
function rebuild(draft: Draft, template: TemplateAddress, sizes: readonly number[]): void {
  const { manifest, document, tree } = draft
  if (manifest === undefined || draft.refused) return
  const path = templatePath(manifest, template)
  const list = listAt(tree, { document, path: [...path, 'dag', 'tasks'] })
  const map = locate(tree, { document, path })?.node
  if (list === undefined || map?.kind !== 'map') return
  const texts = list.node.items.flatMap((_, index) => itemText(tree.text, list, index) ?? [])
  const lanes = sizes.map((size, lane) => {
    const from = sizes.slice(0, lane).reduce((sum, count) => sum + count, 0)
    return wrapItems(texts.slice(from, from + size))
  })
  const keys = map.entries.flatMap((entry) => keyText(entry) ?? [])
  draft.plan((current) =>
    setEntry(current, { document, path }, 'steps', [], {
      after: keys.slice(0, keys.indexOf('dag') + 1),
    }),
  )
  draft.plan((current) => insertItems(current, { document, path: [...path, 'steps'] }, 0, lanes))
  draft.plan((current) => removeEntry(current, { document, path: [...path, 'dag'] }))
}
