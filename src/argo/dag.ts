import { commonItems, Recall } from '../base/index.ts'
import { dependsDemands, type DependsDemand } from '../expression/index.ts'
import type { StepView } from './view.ts'

const demands = new WeakMap<StepView, readonly DependsDemand[]>()

/**
 * What a task asks of others before it starts: of its `depends`, or of its `dependencies`, which mean the bare tasks. Argo refuses a
 * template that has both; where a task has both, both are given. Kept with the view.
 */
export function demandsOf(task: StepView): readonly DependsDemand[] {
  const known = demands.get(task)
  if (known !== undefined) return known
  const own = task.depends === undefined ? [] : dependsDemands(task.depends)
  const listed = [...new Set(task.dependencies)]
    .filter((name) => name !== '' && !own.some((demand) => demand.task === name))
    .map((name) => ({ task: name, results: [''], isOptional: false }))
  const made = listed.length === 0 ? own : [...own, ...listed]
  demands.set(task, made)
  return made
}

/** What things depend on, by name. */
export type DependencyMap = ReadonlyMap<string, readonly string[]>

/** Which tasks each task of a dag waits for; of two tasks of one name the first counts. */
export function taskDependencies(tasks: readonly StepView[]): DependencyMap {
  return mapOf(
    tasks.map((task) => ({ name: task.name, dependencies: demandsOf(task).map((d) => d.task) })),
  )
}

/** Who waits for whom in a dag. */
export interface TaskGraph {
  readonly dependencies: DependencyMap
  /** Whether a task waits for another, directly or by way of others. A task does not wait for itself. */
  readonly waitsFor: (task: string, other: string) => boolean
}

interface MadeGraph {
  readonly tasks: readonly StepView[]
  readonly graph: TaskGraph
}

const graphs = new Recall<StepView, MadeGraph>()

/** Who waits for whom among tasks. The same object as before an edit that changed nothing of that. */
export function taskGraph(tasks: readonly StepView[]): TaskGraph {
  const earlier = graphs.find(tasks)
  const graph =
    earlier !== undefined && waitAlike(earlier.tasks, tasks)
      ? earlier.graph
      : graphOf(taskDependencies(tasks))
  graphs.keep(tasks, { tasks, graph })
  return graph
}

function graphOf(dependencies: DependencyMap): TaskGraph {
  const closures = new Map<string, ReadonlySet<string>>()
  const closureOf = (task: string): ReadonlySet<string> => {
    const known = closures.get(task)
    if (known !== undefined) return known
    const made = dependencyClosure(dependencies, task)
    closures.set(task, made)
    return made
  }
  return {
    dependencies,
    waitsFor: (task, other) =>
      task !== other &&
      // The way through others is looked for only where it matters: in a long dag each is long.
      (dependencies.get(task)?.includes(other) === true || closureOf(task).has(other)),
  }
}

function waitAlike(a: readonly StepView[], b: readonly StepView[]): boolean {
  if (a.length !== b.length) return false
  const { start, end } = commonItems(a, b)
  return a.slice(start, a.length - end).every((task, index) => {
    const other = b[start + index]
    return (
      other !== undefined &&
      task.name === other.name &&
      String(demandsOf(task).map((demand) => demand.task)) ===
        String(demandsOf(other).map((demand) => demand.task))
    )
  })
}

/** The same for anything with a name and a list of names that it depends on, such as the containers of a set. */
export function mapOf(
  items: readonly { readonly name: string | undefined; readonly dependencies: readonly string[] }[],
): DependencyMap {
  const map = new Map<string, readonly string[]>()
  for (const { name, dependencies } of items)
    if (name !== undefined && !map.has(name)) map.set(name, dependencies)
  return map
}

/**
 * The way from one thing down to another that it depends on, both included, by the fewest steps; nothing when it does not depend on it.
 * Of the same thing, a way that comes back to it.
 */
export function dependencyPath(
  map: DependencyMap,
  from: string,
  to: string,
): readonly string[] | undefined {
  const before = new Map<string, string>()
  let front = [from]
  while (front.length > 0) {
    const next: string[] = []
    for (const name of front) {
      for (const dependency of map.get(name) ?? []) {
        if (dependency === to) return [...wayBack(before, from, name), to]
        if (dependency === from || before.has(dependency) || !map.has(dependency)) continue
        before.set(dependency, name)
        next.push(dependency)
      }
    }
    front = next
  }
  return undefined
}

function wayBack(before: ReadonlyMap<string, string>, from: string, to: string): string[] {
  const way = [to]
  for (let name = to; name !== from;) {
    name = before.get(name) ?? from
    way.unshift(name)
  }
  return way
}

/**
 * The first circle of dependencies, with the names along it, the first again at the end: `a → b → a`, where a depends on b. Nothing when
 * there is none. Takes time linear in the number of dependencies.
 */
export function dependencyCycle(map: DependencyMap): readonly string[] | undefined {
  const isDone = new Set<string>()
  for (const start of map.keys()) {
    // A stack of its own: a chain of tasks may be longer than the one of the language allows.
    const stack: { readonly name: string; next: number }[] = []
    const onStack = new Set<string>()
    if (!isDone.has(start)) {
      stack.push({ name: start, next: 0 })
      onStack.add(start)
    }
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const dependency = map.get(top.name)?.[top.next]
      top.next++
      if (dependency === undefined) {
        isDone.add(top.name)
        onStack.delete(top.name)
        stack.pop()
      } else if (onStack.has(dependency)) {
        const names = stack.map(({ name }) => name)
        return [...names.slice(names.indexOf(dependency)), dependency]
      } else if (map.has(dependency) && !isDone.has(dependency)) {
        stack.push({ name: dependency, next: 0 })
        onStack.add(dependency)
      }
    }
  }
  return undefined
}

/** All that a thing depends on, directly or through others; itself only if it stands in a circle. */
export function dependencyClosure(map: DependencyMap, name: string): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...(map.get(name) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...(map.get(next) ?? []))
  }
  return found
}
