import { err, ok, type Result } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { ancestorsOf, type Task } from './dag-plan.ts'
import type { TemplateContext } from './manifests.ts'
import { isFinal, type Origin } from '../node.ts'
import { addAggregate, addNode, addSkipped, withoutTemplate } from './outputs.ts'
import type { Roster } from './roster.ts'
import { Scope } from './scope.ts'
import type { LiveNode, RunState } from './state.ts'
import { fault, type Trouble } from './trouble.ts'

/** A task that has begun, with its calls: several if it is a loop. */
export interface BegunTask {
  readonly scope: Scope
  readonly roster: Roster
  /** Of a loop: the node above those of its items. */
  readonly group: LiveNode | undefined
}

/** A dag at work. */
export interface Dag {
  readonly node: LiveNode
  readonly template: JsonObject
  readonly tasks: ReadonlyMap<string, Task>
  /** The tasks that it is there for. */
  readonly targets: readonly string[]
  readonly context: TemplateContext
  /** Of the template. */
  readonly origin: Origin
  readonly isExit: boolean
  /** Tasks that were looked at in this round. */
  readonly visited: Set<string>
  readonly begun: Map<string, BegunTask>
  /** Tasks that have ended, with their hooks. */
  readonly over: Set<string>
  /** The loops before each target. */
  readonly loopsBefore: Map<string, readonly Task[]>
  /** Of loops that have ended, why what they left behind cannot be read, if it cannot. */
  readonly loopFaults: Map<string, Trouble | undefined>
}

/** The full name of a task's node. */
export function taskNodeName(dag: Dag, task: string): string {
  return `${dag.node.name}.${task}`
}

/** What a task can refer to: all that those before it have left behind (Argo: `buildLocalScopeFromTask`). */
export function taskScope(run: RunState, dag: Dag, task: Task): Result<Scope, Trouble> {
  const scope = new Scope(dag.template)
  scope.addWorkflowOutputs(run.outputs)
  const nodeOf = (name: string): LiveNode | undefined => run.find(taskNodeName(dag, name))
  const endOf = (name: string): number => {
    const node = nodeOf(name)
    return node?.finishedAt ?? node?.startedAt ?? 0
  }
  for (const name of ancestorsOf(dag.tasks, task.name, endOf)) {
    const node = nodeOf(name)
    const ancestor = dag.tasks.get(name)
    if (!node || !ancestor) return err(fault(`Ancestor task node ${name} not found`))
    const trouble = mentions(task, name)
      ? addReadable(run, dag, scope, ancestor, node)
      : loopFault(run, dag, ancestor, node)
    if (trouble) return err(trouble)
  }
  return ok(scope)
}

/** The text of a task, and whether it may refer to any other. */
interface Wording {
  readonly text: string
  readonly meansAny: boolean
}

const wordings = new WeakMap<Task, Wording>()

function wordingOf(task: Task): Wording {
  const known = wordings.get(task)
  if (known) return known
  const text = JSON.stringify(task.json)
  const made = { text, meansAny: ANY_TASK.test(text) }
  wordings.set(task, made)
  return made
}

/**
 * Whether a task may refer to another: it says its name, or `tasks` in a way that may mean any. Of a thousand tasks in a row each would else
 * be given all that those before it have left behind.
 */
function mentions(task: Task, name: string): boolean {
  const { text, meansAny } = wordingOf(task)
  return meansAny || text.includes(JSON.stringify(name).slice(1, -1))
}

/** `tasks` without a name behind it, such as in `toJson(tasks)` or `tasks[name]`. */
const ANY_TASK = /\btasks\b(?!\s*(?:\.|\?\.|\[\s*(?:'|\\")))/

/** Why what a loop has left behind cannot be read; nothing if it can, and of tasks that are no loops. */
export function loopFault(
  run: RunState,
  dag: Dag,
  task: Task,
  node: LiveNode,
): Trouble | undefined {
  if (node.type !== 'TaskGroup') return undefined
  if (dag.loopFaults.has(task.name)) return dag.loopFaults.get(task.name)
  const trouble = addReadable(run, dag, new Scope(dag.template), task, node)
  if (isFinal(node.phase)) dag.loopFaults.set(task.name, trouble)
  return trouble
}

/** Adds what a task has left behind to the scope of another, which Argo cannot do for every loop. */
function addReadable(
  run: RunState,
  dag: Dag,
  scope: Scope,
  task: Task,
  node: LiveNode,
): Trouble | undefined {
  const nameless = node.type === 'TaskGroup' ? withoutTemplate([node]) : undefined
  return nameless ?? addTask(run, dag, scope, task, node)
}

/** Adds what a task has left behind to a scope. */
export function addTask(
  run: RunState,
  dag: Dag,
  scope: Scope,
  { name, json }: Task,
  node: LiveNode,
): Trouble | undefined {
  if (node.type === 'TaskGroup') {
    const children = node.children.flatMap((id) => {
      const child = run.nodes.get(id)
      return child && !child.isHooked && !child.isRetried ? [child] : []
    })
    const trouble = addAggregate(scope, `tasks.${name}`, children)
    if (trouble) return trouble
  }
  addNode(scope, `tasks.${name}`, node, run)
  const found = run.manifests.resolve(json, dag.origin, dag.context)
  addSkipped(scope, `tasks.${name}`, node, found.ok ? found.value.json : undefined, false)
  return undefined
}
