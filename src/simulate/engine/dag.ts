import { dagPhase } from './dag-phase.ts'
import { planTasks, targetsOf } from './dag-plan.ts'
import { addTask, taskNodeName, taskScope, type Dag } from './dag-scope.ts'
import { executeTask } from './task.ts'
import type { Executed, Execution, Machine } from './machine.ts'
import { outboundOf } from './outbound.ts'
import { addGlobalOutputs, outputsFrom } from './outputs.ts'
import { endDaemons } from './pods.ts'
import { Scope } from './scope.ts'
import type { LiveNode, RunState, Work } from './state.ts'
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
 * Why a target could not begin: because what tasks before it have left behind cannot be read. That ends the whole at once, and targets that
 * come later are not looked at.
 */
function unreadable(run: RunState, dag: Dag, target: string): Trouble | undefined {
  const node = run.find(taskNodeName(dag, target))
  const task = dag.tasks.get(target)
  if (node?.type !== 'Skipped' || node.phase !== 'Error' || task === undefined) return undefined
  const scope = taskScope(run, dag, task)
  return scope.ok ? undefined : scope.error
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
