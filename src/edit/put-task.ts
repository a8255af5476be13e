import { nodeAt, type TaskPlace, type TemplateAddress, templateAt } from '../argo/index.ts'
import { dependsReferences } from '../expression/index.ts'
import { insertItems, newItem, setEntry, styleOf, locate } from '../yaml/index.ts'
import {
  addDemand,
  addDependency,
  changeDepends,
  namesTask,
  removeDemand,
  renameDependency,
  taskAddress,
  usesDepends,
} from './dependencies.ts'
import { fieldOrder, demandsOf } from '../argo/index.ts'
import type { Draft } from './draft.ts'
import { tasksAddress } from './step-texts.ts'
import type { JsonObject } from '../yaml/index.ts'

/**
 * Puts a new task into a dag: after some, before others. One of those before which it stands that waited for one of those after which it
 * stands waits for the new one instead: so it stands on the edge between the two. Gives where it is.
 */
export function putTask(
  draft: Draft,
  template: TemplateAddress,
  fields: JsonObject,
  after: readonly number[],
  before: readonly number[],
): TaskPlace | undefined {
  const { manifest, document } = draft
  const tasks = templateAt(manifest, template)?.tasks
  if (manifest === undefined || tasks === undefined || draft.refused) return undefined
  const name = typeof fields['name'] === 'string' ? fields['name'] : ''
  const at = after.length > 0 ? Math.max(...after) + 1 : Math.min(tasks.length, ...before)
  const dag = { document, path: tasksAddress(manifest, document, template).path.slice(0, -1) }
  draft.plan((tree) =>
    locate(tree, tasksAddress(manifest, document, template)) === undefined
      ? setEntry(tree, dag, 'tasks', [], { after: [] })
      : { ok: true, value: [] },
  )
  draft.plan((tree) =>
    insertItems(tree, tasksAddress(manifest, document, template), at, [
      newItem(fields, styleOf(tree, document)),
    ]),
  )
  const moved = (index: number): number => (index >= at ? index + 1 : index)
  const conditions = new Map<number, string>()
  for (const index of before)
    for (const earlier of after) {
      const condition = moveEdge(draft, template, moved(index), tasks[earlier]?.name, name)
      if (condition !== undefined) conditions.set(earlier, condition)
    }
  for (const index of before) waitFor(draft, template, moved(index), name)
  for (const index of after) waitFor(draft, template, at, tasks[index]?.name, conditions.get(index))
  return { template, task: at }
}

/** Makes a task wait for another, if it does not yet, in the way that its template does. */
export function waitFor(
  draft: Draft,
  template: TemplateAddress,
  task: number,
  name: string | undefined,
  result = '',
): void {
  const view = templateAt(draft.manifest, template)
  const own = view?.tasks[task]
  if (name === undefined) {
    draft.refuse('A task without a name cannot be waited for. Name it first.')
    return
  }
  if (own === undefined || demandsOf(own).some((demand) => demand.task === name)) return
  const address = taskAddress(draft, template, task)
  if (own.depends !== undefined || (own.dependencies.length === 0 && usesDepends(view)))
    addDemand(draft, address, own.depends ?? '', result === '' ? name : `${name}.${result}`)
  else addDependency(draft, address, name, fieldOrder.step)
}

/** Makes a task that waits for one wait for another instead. Gives the one result that it waited for, the empty text for any good end. */
function moveEdge(
  draft: Draft,
  template: TemplateAddress,
  task: number,
  from: string | undefined,
  to: string,
): string | undefined {
  const view = draft.manifest && nodeAt(draft.manifest, { template, task })
  if (view === undefined || from === undefined) return undefined
  const demand = demandsOf(view).find((each) => each.task === from)
  if (demand === undefined) return undefined
  const address = taskAddress(draft, template, task)
  if (view.dependencies.includes(from)) renameDependency(draft, address, from, to)
  if (view.depends !== undefined && namesTask(view.depends, from)) {
    const named = dependsReferences(view.depends).filter((each) => each.task === from)
    const [only] = named
    if (named.length === 1 && only !== undefined)
      changeDepends(draft, address, [{ ...only.range, insert: to }])
    else removeDemand(draft, address, view.depends, from)
  }
  const [result = ''] = demand.results
  return demand.results.length === 1 && !result.startsWith('!') ? result : ''
}
