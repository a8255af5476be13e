import type { JsonObject } from '../../yaml/index.ts'
import { textIn } from './json.ts'
import { executeLane, isFailure, tendDaemons, type Lane } from './lane.ts'
import type { Executed, Execution, Machine } from './machine.ts'
import { hasFailed, isFinal } from '../node.ts'
import { outboundOf } from './outbound.ts'
import {
  addAggregate,
  addGlobalOutputs,
  addNode,
  addSkipped,
  outputsFrom,
  withoutTemplate,
} from './outputs.ts'
import { endDaemons } from './pods.ts'
import { Scope } from './scope.ts'
import type { LiveNode, RunState, Work } from './state.ts'
import { groupsOf } from './template.ts'
import type { Trouble } from './trouble.ts'

/** How far the steps of a node have come. */
interface Progress {
  readonly scope: Scope
  readonly groups: readonly (readonly JsonObject[])[]
  index: number
  lane: Lane | undefined
  /** The last group that had no steps at all. */
  empty: LiveNode | undefined
  /** Lanes that are over but for daemons, which still are up. */
  readonly withDaemons: Lane[]
}

const progress = new WeakMap<LiveNode, Progress>()

/** Runs the groups of a `steps` template one after the other (Argo: `executeSteps`). */
export function executeSteps(machine: Machine, execution: Execution, work: Work): Executed {
  const { run } = machine
  const { template } = work
  const node =
    run.find(execution.name) ??
    run.createWith(template, { ...execution, type: 'Steps', phase: 'Running' })
  const steps = progressOf(node, template)
  steps.scope.addWorkflowOutputs(run.outputs)
  while (steps.index < steps.groups.length) {
    for (const lane of steps.withDaemons) tendDaemons(machine, lane)
    const dead = deadDaemon(run, steps)
    if (dead) return fail(run, node, steps.lane?.node, `child '${dead.id}' failed`)
    const isAgain = steps.lane?.roster !== undefined
    const group = groupNode(machine, execution, work, node, steps)
    if (isAgain && hangs(run, steps, group.node)) return { node }
    executeLane(machine, group.lane)
    const { phase, message } = group.node
    if (!isFinal(phase)) return { node }
    if (hasFailed(phase)) return fail(run, node, group.node, message)
    const trouble = addOutputs(machine, group.lane, steps.scope)
    if (trouble) return end(run, node, trouble)
    if (hasDaemons(run, group.lane)) steps.withDaemons.push(group.lane)
    if (group.node.children.length === 0) steps.empty = group.node
    steps.index++
    steps.lane = undefined
  }
  const last = run.find(`${node.name}[${String(steps.groups.length - 1)}]`)
  if (last) setOutbound(run, node, last)
  const outputs = outputsFrom(template, steps.scope, run.moment)
  if (!outputs.ok) return end(run, node, outputs.error)
  if (outputs.value) {
    run.change(node, { outputs: outputs.value })
    addGlobalOutputs(run, outputs.value)
  }
  run.mark(node, 'Succeeded')
  endDaemons(run, node)
  return { node }
}

/** The steps fail with a group, or while it is at work. */
function fail(
  run: RunState,
  node: LiveNode,
  group: LiveNode | undefined,
  message: string,
): Executed {
  if (group) setOutbound(run, node, group)
  run.mark(node, 'Failed', message)
  endDaemons(run, node)
  return { node }
}

function end(run: RunState, node: LiveNode, trouble: Trouble): Executed {
  endDaemons(run, node)
  return { node, trouble }
}

function progressOf(node: LiveNode, template: JsonObject): Progress {
  const known = progress.get(node)
  if (known) return known
  const groups = groupsOf(template)
  const made: Progress = {
    scope: new Scope(template),
    groups,
    index: 0,
    lane: undefined,
    empty: undefined,
    withDaemons: [],
  }
  progress.set(node, made)
  return made
}

/** The node of the group that is at work, below what ended last. */
function groupNode(
  { run }: Machine,
  { isExit }: Execution,
  { found }: Work,
  node: LiveNode,
  steps: Progress,
): { readonly node: LiveNode; readonly lane: Lane } {
  const name = `${node.name}[${String(steps.index)}]`
  const there = run.find(name)
  if (there && steps.lane) return { node: there, lane: steps.lane }
  const path = [...found.origin.path, 'steps', steps.index]
  const origin = { ...found.origin, path }
  const call = { name: '', kind: 'step', json: {}, origin } as const
  const { context } = found
  const made = run.create({
    name,
    type: 'StepGroup',
    phase: 'Running',
    call,
    context,
    boundary: node,
  })
  const before = run.find(`${node.name}[${String(steps.index - 1)}]`)
  for (const parent of before ? lowerEnds(run, before) : [node]) run.link(parent, made)
  steps.lane = {
    node: made,
    boundary: node,
    steps: steps.groups[steps.index] ?? [],
    scope: steps.scope,
    context,
    origin,
    isExit,
    roster: undefined,
  }
  return { node: made, lane: steps.lane }
}

function lowerEnds(run: RunState, group: LiveNode): readonly LiveNode[] {
  if (group.children.length === 0) return [group]
  const ends = group.children.flatMap((child) => outboundOf(run, child))
  return ends.flatMap((id) => run.nodes.get(id) ?? [])
}

function setOutbound(run: RunState, node: LiveNode, group: LiveNode): void {
  const outboundNodes = group.children.flatMap((child) => outboundOf(run, child))
  run.change(node, { outboundNodes })
}

/** Adds what the steps of a group have left behind to the scope of those that follow. */
function addOutputs({ run }: Machine, lane: Lane, scope: Scope): Trouble | undefined {
  for (const step of lane.steps) {
    const own = textIn(step, 'name') ?? ''
    const name = `steps.${own}`
    const node = run.find(`${lane.node.name}.${own}`)
    if (node) {
      addNode(scope, name, node, run)
      const found = run.manifests.resolve(step, lane.origin, lane.context)
      addSkipped(scope, name, node, found.ok ? found.value.json : undefined, true)
      continue
    }
    const children = itemsOf(run, lane, own)
    const nameless = withoutTemplate(children)
    if (nameless) return nameless
    const trouble = addAggregate(scope, name, children)
    if (trouble) return trouble
    addNode(scope, name, lane.node, run)
  }
  return undefined
}

/** The nodes of a loop's items, in order, without those that did not run. */
function itemsOf(run: RunState, lane: Lane, step: string): readonly LiveNode[] {
  return (lane.roster?.calls ?? []).flatMap(({ name, item }) => {
    if (!item || !name.startsWith(`${step}(`)) return []
    const node = run.find(`${lane.node.name}.${name}`)
    return node && node.type !== 'Skipped' ? [node] : []
  })
}

function hasDaemons(run: RunState, { node }: Lane): boolean {
  return node.children.some((id) => run.nodes.get(id)?.isDaemoned === true)
}

/** A daemon of an earlier group that has failed since: Argo looks at that group again, and so the whole fails. */
function deadDaemon(run: RunState, { withDaemons }: Progress): LiveNode | undefined {
  for (const lane of withDaemons) {
    const dead = lane.node.children.find((id) => isFailure(run, lane, id))
    if (dead !== undefined) return run.nodes.get(dead)
  }
  return undefined
}

/**
 * Behind a group without steps Argo begins the next one, and then waits for ever: it takes the groups behind for children of the empty
 * one, and looks at them no more.
 */
function hangs(run: RunState, { empty }: Progress, group: LiveNode): boolean {
  if (!empty || isFinal(group.phase)) return false
  run.waits.add(
    `${empty.name} has no steps: Argo never goes on behind it. Take the empty group out.`,
  )
  return true
}
