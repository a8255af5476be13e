import type { JsonObject } from '../../yaml/index.ts'
import { dagPhase } from './dag-phase.ts'
import { planTasks, targetsOf, type Task } from './dag-plan.ts'
import { addTask, taskNodeName, type Dag } from './dag-scope.ts'
import { executeTask } from './task.ts'
import type { Executed, Execution, Machine } from './machine.ts'
import { outboundOf } from './outbound.ts'
import { addGlobalOutputs, outputsFrom } from './outputs.ts'
import { endDaemons } from './pods.ts'
import { Scope } from './scope.ts'
import type { LiveNode, RunState, Work } from './state.ts'
import type { Trouble } from './trouble.ts'

interface Progress {
  readonly tasks: ReadonlyMap<string, Task>
  readonly targets: readonly string[]
  readonly over: Set<string>
}

const progress = new WeakMap<LiveNode, Progress>()

/** Runs the tasks of a `dag` template as their dependencies allow (Argo: `executeDAG`). */
export function executeDag(machine: Machine, execution: Execution, work: Work): Executed {
  const { run } = machine
  const { template, found } = work
  const node =
    run.find(execution.name) ??
    run.createWith(template, { ...execution, type: 'DAG', phase: 'Running' })
  const { tasks, targets, over } = progressOf(node, template)
  const dag: Dag = {
    node,
    template,
    tasks,
    context: found.context,
    origin: found.origin,
    isExit: execution.isExit,
    visited: new Set(),
    over,
  }
  for (const target of targets) executeTask(machine, dag, target)
  const phase = dagPhase(run, node, template, tasks, targets)
  if (phase === 'Running') return { node }
  const trouble = phase === 'Succeeded' ? giveOutputs(run, dag) : undefined
  endDaemons(run, node)
  if (trouble) return { node, trouble }
  run.change(node, { outboundNodes: outboundNodes(run, dag, targets) })
  return { node: run.mark(node, phase) }
}

function progressOf(node: LiveNode, template: JsonObject): Progress {
  const known = progress.get(node)
  if (known) return known
  const tasks = planTasks(template)
  const made = { tasks, targets: targetsOf(template, tasks), over: new Set<string>() }
  progress.set(node, made)
  return made
}

function outboundNodes(run: RunState, dag: Dag, targets: readonly string[]): readonly string[] {
  return targets.flatMap((target) => {
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
