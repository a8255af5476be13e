import {
  dependsReferences,
  evaluateDepends,
  evaluateExpr,
  parseDepends,
  type DependsNode,
  type TaskOutcome,
} from '../../expression/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { isFulfilled, type NodePhase } from '../node.ts'
import type { LiveNode, RunState } from './state.ts'
import { continuesOn, tasksOf } from './template.ts'
import { expressionFault } from './expression-fault.ts'
import { listIn, objectIn, textIn } from './json.ts'

/** A task of a dag, with what it waits for. */
export interface Task {
  readonly name: string
  readonly json: JsonObject
  /** Its place in the list of tasks. */
  readonly index: number
  /** Its `depends`, or what its `dependencies` mean. */
  readonly logic: string
  readonly dependencies: readonly string[]
}

/** The tasks of a dag by their names, in order. */
export function planTasks(template: JsonObject): ReadonlyMap<string, Task> {
  const planned = tasksOf(template).map((json, index): [string, Task] => {
    const name = textIn(json, 'name') ?? ''
    const listed = listIn(json, 'dependencies').map(String)
    const logic = textIn(json, 'depends') ?? listed.join(' && ')
    return [name, { name, json, index, logic, dependencies: [...new Set(namesIn(logic))] }]
  })
  return new Map(planned)
}

function namesIn(logic: string): readonly string[] {
  const { tree } = parseDepends(logic)
  if (!tree) return dependsReferences(logic).map(({ task }) => task)
  const walk = (node: DependsNode): readonly string[] => {
    switch (node.kind) {
      case 'task':
        return [node.task]
      case 'not':
        return walk(node.operand)
      case 'group':
        return walk(node.inner)
      case 'binary':
        return [...walk(node.left), ...walk(node.right)]
    }
  }
  return walk(tree)
}

/** The tasks that a dag is there for: those of `target`, else all on which nothing depends, sorted as Argo sorts them. */
export function targetsOf(
  template: JsonObject,
  tasks: ReadonlyMap<string, Task>,
): readonly string[] {
  const target = textIn(objectIn(template, 'dag'), 'target')
  if (target !== undefined) return target.split(' ').filter((name) => tasks.has(name))
  const needed = new Set([...tasks.values()].flatMap(({ dependencies }) => dependencies))
  return [...tasks.keys()].filter((name) => !needed.has(name)).sort()
}

/** All tasks before a task, those that ended first coming first (Argo: `GetTaskAncestry`). */
export function ancestorsOf(
  tasks: ReadonlyMap<string, Task>,
  name: string,
  endOf: (task: string) => number,
): readonly string[] {
  const found = new Set<string>()
  const visit = (task: string): void => {
    for (const one of tasks.get(task)?.dependencies ?? []) {
      if (found.has(one)) continue
      found.add(one)
      visit(one)
    }
  }
  visit(name)
  found.delete(name)
  return [...found].sort((a, b) => endOf(a) - endOf(b))
}

/** Whether a task may begin now, by how those that it depends on stand (Argo: `evaluateDependsLogic`). */
export function dependsVerdict(
  run: RunState,
  task: Task,
  tasks: ReadonlyMap<string, Task>,
  nodeOf: (task: string) => LiveNode | undefined,
): ReturnType<typeof evaluateDepends> {
  for (const name of task.dependencies) {
    const node = nodeOf(name)
    if (!node || !isFulfilled(node) || !hooksAreOver(run, node)) return 'wait'
  }
  return evaluateDepends(task.logic, (name) => {
    const node = nodeOf(name)
    const json = tasks.get(name)?.json
    return node && json && outcomeOf(run, node, json)
  })
}

function hooksAreOver(run: RunState, node: LiveNode): boolean {
  return node.children.every((id) => {
    const child = run.nodes.get(id)
    return !child?.isHooked || isFulfilled(child)
  })
}

function outcomeOf(run: RunState, node: LiveNode, json: JsonObject): TaskOutcome {
  const isGroup = node.type === 'TaskGroup'
  const phases = isGroup ? node.children.map((id) => run.nodes.get(id)?.phase) : []
  const are = (phase: NodePhase): boolean[] => phases.map((one) => one === phase)
  return {
    phase: node.phase,
    daemoned: node.isDaemoned,
    anySucceeded: are('Succeeded').some(Boolean),
    allFailed: phases.length > 0 && are('Failed').every(Boolean),
    continuesOn: { failed: continuesOn(json, 'Failed'), error: continuesOn(json, 'Error') },
  }
}

/** What Argo says of a `depends` that it cannot read, once it has written out what bare names mean. */
export function dependsFault({ logic }: Task, tasks: ReadonlyMap<string, Task>): string {
  let whole = logic
  for (const { task, result, range } of dependsReferences(logic).toReversed()) {
    if (result === undefined)
      whole =
        whole.slice(0, range.from) + writtenOut(task, tasks.get(task)?.json) + whole.slice(range.to)
  }
  whole = whole.replaceAll('-', '_')
  const read = evaluateExpr(whole, { variables: new Map(), functions: false })
  const reason = read.ok ? 'it comes to nothing' : expressionFault(whole, read.error)
  return `unable to evaluate expression '${whole}': ${reason}`
}

function writtenOut(task: string, json: JsonObject = {}): string {
  const results = ['Succeeded', 'Skipped', 'Daemoned']
  if (continuesOn(json, 'Error')) results.push('Errored')
  if (continuesOn(json, 'Failed')) results.push('Failed')
  return `(${results.map((result) => `${task}.${result}`).join(' || ')})`
}
