import { dependsFault, dependsVerdict, type Task } from './dag-plan.ts'
import { taskNodeName, taskScope, type BegunTask, type Dag } from './dag-scope.ts'
import { hasHooks, runExit, runHooks, type Hooked } from './hooks.ts'
import { objectIn } from './json.ts'
import type { Machine } from './machine.ts'
import { hasFailed, isCompleted, isFinal, isFulfilled, type Origin } from '../node.ts'
import { outboundOf } from './outbound.ts'
import { readyCalls, skippedBy, type ReadyCall } from './resolve-call.ts'
import { Roster } from './roster.ts'
import type { Scope } from './scope.ts'
import type { LiveNode, NewNode, RunState } from './state.ts'
import { isLoop } from './template.ts'

/** Goes on with a task, and before it with those that it depends on (Argo: `executeDAGTask`). */
export function executeTask(machine: Machine, dag: Dag, name: string): void {
  const { run } = machine
  const task = dag.tasks.get(name)
  if (!task || dag.visited.has(name) || dag.over.has(name)) return
  dag.visited.add(name)
  const node = run.find(taskNodeName(dag, name))
  if (node && !follow(machine, dag, task, node)) return
  if (node && isFinal(node.phase)) {
    dag.over.add(name)
    return
  }
  for (const before of task.dependencies) executeTask(machine, dag, before)
  const started = dag.begun.get(name) ?? begin(machine, dag, task)
  if (started) goOn(machine, dag, task, started)
}

function originOf(dag: Dag, { index }: Task): Origin {
  return { ...dag.origin, path: [...dag.origin.path, 'dag', 'tasks', index] }
}

/** Runs the hooks of a task; false when it must be waited for. */
function follow(machine: Machine, dag: Dag, task: Task, node: LiveNode): boolean {
  const { run } = machine
  run.release(node)
  if (!hasHooks(task.json)) return true
  run.restless.add(node)
  const scope = taskScope(run, dag, task)
  if (!scope.ok) {
    run.mark(node, 'Error', scope.error.message)
    return false
  }
  const hooked = hookedTask(dag, task, node, scope.value)
  scope.value.variables.set(`tasks.${task.name}.status`, node.phase)
  if (isFulfilled(node) || node.phase === 'Running') {
    const hooks = runHooks(machine, hooked)
    if (!hooks.ok) run.mark(node, 'Error', hooks.error.message)
    if (!hooks.ok || !hooks.value) return false
  }
  if (!isFinal(node.phase) || !isCompleted(node)) return true
  const exit = runExit(machine, hooked)
  return exit.ok && exit.value
}

function hookedTask(dag: Dag, task: Task, node: LiveNode, scope: Scope): Hooked {
  return {
    node,
    json: task.json,
    origin: originOf(dag, task),
    context: dag.context,
    boundary: dag.node,
    scope,
    name: `tasks.${task.name}`,
  }
}

/** Begins a task when those that it depends on have ended; nothing when it waits, is left out or went wrong. */
function begin(machine: Machine, dag: Dag, task: Task): BegunTask | undefined {
  const { run } = machine
  const { name, json } = task
  const origin = originOf(dag, task)
  const call = { name, kind: 'task', json, origin } as const
  const refuse = (
    phase: 'Error' | 'Omitted' | 'Skipped',
    message: string,
  ): BegunTask | undefined => {
    make(run, dag, task, undefined, { type: 'Skipped', phase, call, message })
    return undefined
  }
  if (task.logic !== '') {
    const verdict = dependsVerdict(run, task, dag.tasks, (one) => run.find(taskNodeName(dag, one)))
    if (verdict === 'wait') return undefined
    if (verdict === 'unreadable') return refuse('Error', dependsFault(task, dag.tasks))
    if (verdict === 'omit') return refuse('Omitted', 'omitted: depends condition not met')
  }
  const scope = taskScope(run, dag, task)
  if (!scope.ok) return refuse('Error', scope.error.message)
  const calls = readyCalls(run, 'task', json, origin, scope.value)
  if (!calls.ok) {
    const { kind, message } = calls.error
    if (kind !== 'missing') return refuse('Error', message)
    run.waits.add(`${taskNodeName(dag, name)}: ${message}`)
    run.restless.add(dag.node)
    return undefined
  }
  if (calls.value.length === 0) return refuse('Skipped', 'Skipped, empty params')
  const group = isLoop(json)
    ? make(run, dag, task, undefined, { type: 'TaskGroup', phase: 'Running', call })
    : undefined
  const roster = new Roster(calls.value, `${dag.node.name}.`)
  const started = { scope: scope.value, roster, group }
  dag.begun.set(name, started)
  return started
}

/** Makes a node of a task, below what ended before it. */
function make(
  run: RunState,
  dag: Dag,
  task: Task,
  group: LiveNode | undefined,
  wanted: Pick<NewNode, 'type' | 'phase' | 'call' | 'message'>,
): LiveNode {
  const { context, node: boundary } = dag
  const name = taskNodeName(dag, wanted.call.name)
  const node = run.create({ ...wanted, name, context, boundary })
  connect(run, dag, task, group, node)
  return node
}

function connect(
  run: RunState,
  dag: Dag,
  { dependencies }: Task,
  group: LiveNode | undefined,
  node: LiveNode,
): void {
  if (group ?? dependencies.length === 0) {
    run.link(group ?? dag.node, node)
    return
  }
  for (const name of dependencies) {
    const before = run.find(taskNodeName(dag, name))
    for (const id of before ? outboundOf(run, before.id) : []) {
      const parent = run.nodes.get(id)
      if (parent) run.link(parent, node)
    }
  }
}

/** Goes on with what something happened to of a task, and begins the rest. */
function goOn(machine: Machine, dag: Dag, task: Task, started: BegunTask): void {
  const { run } = machine
  const { group, scope, roster } = started
  const stirred = roster.stirred(run.stirred)
  for (const [at, call] of stirred.entries()) {
    const stands = executeCall(machine, dag, task, call, group, scope)
    if (stands === 'over') roster.end(call)
    if (stands === 'held' || stands === 'waits') {
      for (const behind of stirred.slice(at + 1)) {
        const node = run.find(roster.nameOf(behind))
        if (node) run.putOff(node)
      }
      return
    }
  }
  for (let call = roster.next; call; call = roster.next) {
    const stands = executeCall(machine, dag, task, call, group, scope)
    if (stands === 'held') return
    roster.begin()
    if (stands === 'over') roster.end(call)
    if (stands === 'waits') return
  }
  if (!group || !roster.isOver) return
  const failed = roster.calls
    .map((call) => run.find(roster.nameOf(call))?.phase ?? 'Succeeded')
    .findLast(hasFailed)
  run.mark(group, failed ?? 'Succeeded')
}

/**
 * Goes on with one call. Those behind it are not looked at now when it is `held`, for a limit let it not begin, or when it `waits`, for its exit
 * handler is at work, or because it has just gone wrong.
 */
function executeCall(
  machine: Machine,
  dag: Dag,
  task: Task,
  call: ReadyCall,
  group: LiveNode | undefined,
  scope: Scope,
): 'over' | 'open' | 'held' | 'waits' {
  const { run } = machine
  const name = taskNodeName(dag, call.name)
  const there = run.find(name)
  const skipped = there ? undefined : skippedBy(call)
  if (skipped) {
    make(run, dag, task, group, { ...skipped, call })
    return 'over'
  }
  const { context, isExit, node: boundary } = dag
  const args = objectIn(call.json, 'arguments')
  const { node, trouble } = machine.execute({
    name,
    call,
    context,
    args,
    boundary,
    isExit,
    isHooked: false,
  })
  if (node && !there) connect(run, dag, task, group, node)
  if (!node) return 'held'
  if (trouble?.kind === 'timeout') run.mark(node, 'Failed', trouble.message)
  if (trouble?.kind === 'error')
    run.mark(node, 'Error', `task '${name}' errored: ${trouble.message}`)
  if (trouble && trouble.kind !== 'limit') return 'waits'
  if (!isFulfilled(node)) return 'open'
  if (!hasHooks(task.json) || !isCompleted(node)) return 'over'
  scope.variables.set(`tasks.${task.name}.status`, node.phase)
  const exit = runExit(machine, hookedTask(dag, task, node, scope))
  if (exit.ok && exit.value) return 'over'
  run.restless.add(node)
  return 'waits'
}
