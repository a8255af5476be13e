import { demandsOf, dependencyClosure, taskDependencies, type StepView } from '../../argo/index.ts'
import type { Draft } from '../draft.ts'
import { stepName } from './words.ts'

/** How some tasks of a dag are joined with the others. */
export interface OuterEdges {
  /** Names of what all of them wait for, in the order of the text. */
  readonly before: readonly string[]
  /** For each of them, by its index, which of the others it waits for itself. */
  readonly waits: ReadonlyMap<number, readonly string[]>
  /** The others that wait for some of them, by index, with the names of these. */
  readonly after: ReadonlyMap<number, readonly string[]>
}

/**
 * How tasks are joined with the others, if one task could stand for all of them with no other order: each begins after the same others, who
 * waits for one waits for all, and nothing stands in between. Refused in the draft with the task that forbids it, and for edges on which
 * there is more than that a task did not fail.
 */
export function outerEdges(
  draft: Draft,
  tasks: readonly StepView[],
  taken: readonly number[],
): OuterEdges | undefined {
  const refuse = (message: string): undefined => void draft.refuse(message)
  const names = new Set<string>()
  for (const { name } of tasks) {
    if (name === undefined) {
      refuse('A task of the dag has no name. Name it first.')
      return
    }
    if (names.has(name)) {
      refuse(`Two tasks are called ${name}, so it is not clear what depends on what.`)
      return
    }
    names.add(name)
  }
  const isTaken = new Set(taken)
  const own = new Set(taken.flatMap((index) => tasks[index]?.name ?? []))
  const map = taskDependencies(tasks)
  const closures = new Map([...names].map((name) => [name, dependencyClosure(map, name)]))
  const waits = new Map<number, readonly string[]>()
  const after = new Map<number, readonly string[]>()
  for (const [index, task] of tasks.entries()) {
    const across = demandsOf(task).filter((demand) => own.has(demand.task) !== isTaken.has(index))
    const special = across.find(({ results, isOptional }) => isOptional || results.join() !== '')
    if (special !== undefined) {
      refuse(
        `The task ${stepName(task)} depends on “${task.depends?.trim() ?? ''}”, and only whether ${special.task} ended well can be asked from outside of a template.`,
      )
      return
    }
    if (across.length === 0) continue
    const joined = across.map((demand) => demand.task)
    if (isTaken.has(index)) waits.set(index, joined)
    else after.set(index, joined)
  }
  const all = new Set([...waits.values()].flat())
  const between = [...all].find((name) => [...own].some((one) => closures.get(name)?.has(one)))
  if (between !== undefined) {
    refuse(
      `The task ${between} stands between the tasks: it waits for one of them, and another for it. Take it too.`,
    )
    return
  }
  const within = (index: number): readonly string[] => {
    const task = tasks[index]
    return task === undefined
      ? []
      : demandsOf(task).flatMap((demand) => (own.has(demand.task) ? [demand.task] : []))
  }
  const roots = taken.filter((index) => within(index).length === 0)
  for (const index of roots) {
    const root = stepName(tasks[index])
    const missing = [...all].find((name) => closures.get(root)?.has(name) !== true)
    const [other] =
      [...waits].find(([, list]) => missing !== undefined && list.includes(missing)) ?? []
    if (missing !== undefined) {
      refuse(
        `The task ${root} does not wait for ${missing}, as ${stepName(tasks[other ?? 0])} does, and in one template it would. Take ${missing} too, or leave one of the two.`,
      )
      return
    }
  }
  const inner = new Set(taken.flatMap(within))
  const ends = taken.filter((index) => !inner.has(stepName(tasks[index])))
  for (const [index, list] of after) {
    const name = stepName(tasks[index])
    const missing = ends
      .map((end) => stepName(tasks[end]))
      .find((end) => closures.get(name)?.has(end) !== true)
    if (missing !== undefined) {
      refuse(
        `The task ${name} waits for ${list.join(' and ')} and not for ${missing}, and it would wait for all of the template. Take ${name} too, or leave one of the others.`,
      )
      return
    }
  }
  const troubled = after.size === 0 ? undefined : hidesFailures(tasks, taken, ends)
  if (troubled !== undefined) {
    refuse(troubled)
    return
  }
  const direct = new Set(roots.flatMap((index) => waits.get(index) ?? []))
  return { before: [...names].filter((name) => direct.has(name)), waits, after }
}

/** Why the end of tasks would not tell whether they did not fail, for those that wait for it. */
export function hidesFailures(
  tasks: readonly StepView[],
  taken: readonly number[],
  ends: readonly number[],
): string | undefined {
  const special = taken
    .flatMap((index) => tasks[index] ?? [])
    .find((task) => demandsOf(task).some((one) => one.isOptional || one.results.join() !== ''))
  if (special !== undefined)
    return `The task ${stepName(special)} depends on “${special.depends?.trim() ?? ''}”: when it is left out, what waits for it is too, and what waits for a template is not.`
  const passed = ends
    .flatMap((index) => tasks[index] ?? [])
    .find((task) => task.continuesOn.length > 0)
  return passed === undefined
    ? undefined
    : `The task ${stepName(passed)} is passed over when it fails (continueOn), which its template could not say to what waits for it.`
}
