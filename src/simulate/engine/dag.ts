import { dagPhase } from './dag-phase.ts'
import { ancestorsOf, planTasks, targetsOf, type Task } from './dag-plan.ts'
import { addTask, loopFault, taskNodeName, type Dag } from './dag-scope.ts'
import { executeTask } from './task.ts'
import type { Executed, Execution, Machine } from './machine.ts'
import { outboundOf } from './outbound.ts'
import { addGlobalOutputs, outputsFrom } from './outputs.ts'
import { endDaemons } from './pods.ts'
import { Scope } from './scope.ts'
import type { LiveNode, RunState, Work } from './state.ts'
import { isLoop } from './template.ts'
import type { Trouble } from './trouble.ts'

const dags = new WeakMap<LiveNode, Dag>()

/** Runs the tasks of a `dag` template as their dependencies allow (Argo: `executeDAG`). */
export function executeDag(machine: Machine, execution: Execution, work: Work): Executed {
  const { run } = machine
  const { template } = work
  const node =
    run.find(execution.name) ??
    run.createWith(template, { ...execution, type: 'DAG', phase: 'Running' })
  const dag = dags.get(node) ?? begin(node, execution, work)
  dag.visited.clear()
  for (const target of dag.targets) {
    executeTask(machine, dag, target)
    const trouble = unreadable(run, dag, target)
    if (trouble) {
      endDaemons(run, node)
      return { node, trouble }
    }
  }
  const phase = dagPhase(run, dag)
  if (phase === 'Running') return { node }
  const trouble = phase === 'Succeeded' ? giveOutputs(run, dag) : undefined
  endDaemons(run, node)
  if (trouble) return { node, trouble }
  run.change(node, { outboundNodes: outboundNodes(run, dag) })
  return { node: run.mark(node, phase) }
}

/**
 * Why what a target may refer to cannot be read, once it has a node (Argo: `buildLocalScopeFromTask`). That ends the whole at once, and targets
 * that come later are not looked at. Only results of loops can be such.
 */
function unreadable(run: RunState, dag: Dag, target: string): Trouble | undefined {
  if (!run.find(taskNodeName(dag, target))) return undefined
  for (const loop of loopsBefore(dag, target)) {
    const node = run.find(taskNodeName(dag, loop.name))
    const fault = node && loopFault(run, dag, loop, node)
    if (fault) return fault
  }
  return undefined
}

function loopsBefore(dag: Dag, target: string): readonly Task[] {
  const known = dag.loopsBefore.get(target)
  if (known) return known
  const found = ancestorsOf(dag.tasks, target, () => 0).flatMap((name) => {
    const task = dag.tasks.get(name)
    return task && isLoop(task.json) ? [task] : []
  })
  dag.loopsBefore.set(target, found)
  return found
}

function begin(node: LiveNode, { isExit }: Execution, { template, found }: Work): Dag {
  const tasks = planTasks(template)
  const dag: Dag = {
    node,
    template,
    tasks,
    targets: targetsOf(template, tasks),
    context: found.context,
    origin: found.origin,
    isExit,
    visited: new Set(),
    begun: new Map(),
    over: new Set(),
    loopsBefore: new Map(),
    loopFaults: new Map(),
  }
  dags.set(node, dag)
  return dag
}

function outboundNodes(run: RunState, dag: Dag): readonly string[] {
  return dag.targets.flatMap((target) => {
    const node = run.find(taskNodeName(dag, target))
    return node ? outboundOf(run, node.id) : []
  })
}

/** Gives the dag its outputs, from those of its tasks. */
function giveOutputs(run: RunState, dag: Dag): Trouble | undefined {
  const scope = new Scope(dag.template)
  for (const task of dag.tasks.values()) {
    const node = run.find(taskNodeName(dag, task.name))
    if (!node) continue
    const trouble = addTask(run, dag, scope, task, node)
    if (trouble) return trouble
    addGlobalOutputs(run, node.outputs)
  }
  const outputs = outputsFrom(dag.template, scope, run.moment)
  if (!outputs.ok) return outputs.error
  if (outputs.value) run.change(dag.node, { outputs: outputs.value })
  addGlobalOutputs(run, outputs.value)
  return undefined
}
