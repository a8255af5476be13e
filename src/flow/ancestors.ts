import type { StepView, TemplateView } from '../argo/index.ts'
import { dependsNames } from './depends.ts'

const waits = new WeakMap<StepView, readonly string[]>()

/** The tasks that a task waits for, as it says itself. */
export function waitsFor(task: StepView): readonly string[] {
  const known = waits.get(task)
  if (known !== undefined) return known
  const names = [
    ...task.dependencies,
    ...(task.depends === undefined ? [] : dependsNames(task.depends).map(({ name }) => name)),
  ]
  waits.set(task, names)
  return names
}

/** Whether a task of a dag runs after another one, directly or not. */
export function runsAfter(view: TemplateView, task: StepView, other: string): boolean {
  const byName = tasksOf(view)
  const seen = new Set<string>()
  const open = [...waitsFor(task)]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === other) return true
    if (seen.has(name)) continue
    seen.add(name)
    const next = byName.get(name)
    if (next !== undefined) open.push(...waitsFor(next))
  }
  return false
}

const tasks = new WeakMap<TemplateView, ReadonlyMap<string, StepView>>()

function tasksOf(view: TemplateView): ReadonlyMap<string, StepView> {
  const known = tasks.get(view)
  if (known !== undefined) return known
  const byName = new Map<string, StepView>()
  for (const task of view.tasks) if (task.name !== undefined) byName.set(task.name, task)
  tasks.set(view, byName)
  return byName
}
