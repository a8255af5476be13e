import type { JsonObject } from '../yaml/index.ts'
import { hasHooks, runExit, runHooks, type Hooked } from './hooks.ts'
import { objectIn, textIn } from './json.ts'
import type { Machine } from './machine.ts'
import type { TemplateContext } from './manifests.ts'
import { hasFailed, isCompleted, isFinal, isFulfilled, type Origin } from './node.ts'
import { readyCalls, type ReadyCall } from './resolve-call.ts'
import type { Scope } from './scope.ts'
import type { LiveNode, RunState } from './state.ts'
import { continuesOn } from './template.ts'

/** A group of steps at work. */
export interface Lane {
  /** Of the group. */
  readonly node: LiveNode
  /** Of the steps template. */
  readonly boundary: LiveNode
  readonly steps: readonly JsonObject[]
  readonly scope: Scope
  readonly context: TemplateContext
  readonly origin: Origin
  readonly isExit: boolean
  /** Its steps, filled in and unrolled, once all that they refer to is there. */
  calls: readonly LaneCall[] | undefined
  /** The same by the names of their nodes. */
  readonly byNode: Map<string, LaneCall>
  /** Those that are not over yet, by their places in `calls`. */
  open: readonly number[]
}

export interface LaneCall {
  readonly call: ReadyCall
  /** The step in the manifest that it was made from. */
  readonly from: JsonObject
}

/** Goes on with a group as far as it goes now; its node says how it ended (Argo: `executeStepGroup`). */
export function executeLane(machine: Machine, lane: Lane): void {
  const { run } = machine
  if (isFinal(lane.node.phase) || !prepare(run, lane)) return
  if (!startAll(machine, lane) || !followAll(machine, lane) || lane.open.length > 0) return
  const failed = lane.node.children.find((id) => isFailure(run, lane, id))
  if (failed === undefined) run.mark(lane.node, 'Succeeded')
  else run.mark(lane.node, 'Failed', `child '${failed}' failed`)
}

/** Fills in what the steps refer to; false when it must be waited for, or went wrong. */
function prepare(run: RunState, lane: Lane): boolean {
  if (lane.calls) return true
  const calls: LaneCall[] = []
  for (const [index, step] of lane.steps.entries()) {
    const origin = { ...lane.origin, path: [...lane.origin.path, index] }
    const ready = readyCalls(run, 'step', step, origin, lane.scope)
    if (!ready.ok) {
      const { kind, message } = ready.error
      if (kind === 'missing') run.waits.add(`${lane.node.name}: ${message}`)
      else run.mark(lane.node, 'Error', message)
      return false
    }
    if (ready.value.length === 0) skipEmpty(run, lane, step, origin)
    for (const call of ready.value) {
      const made = { call, from: step }
      calls.push(made)
      lane.byNode.set(`${lane.node.name}.${call.name}`, made)
    }
  }
  lane.calls = calls
  lane.open = calls.map((_, at) => at)
  return true
}

function skipEmpty(run: RunState, lane: Lane, json: JsonObject, origin: Origin): void {
  const own = textIn(json, 'name') ?? ''
  const node = run.create({
    ...lane,
    name: `${lane.node.name}.${own}`,
    type: 'Skipped',
    phase: 'Skipped',
    call: { name: own, kind: 'step', json, origin },
    message: 'Skipped, empty params',
  })
  run.link(lane.node, node)
}

/** Begins the steps that have not begun and goes on with the others; false when the group has ended by that. */
function startAll(machine: Machine, lane: Lane): boolean {
  const { run } = machine
  let isFull = false
  for (const at of lane.open) {
    const call = lane.calls?.[at]?.call
    if (!call) continue
    const name = `${lane.node.name}.${call.name}`
    const there = run.find(name)
    if (!there && isFull) continue
    if (!there && call.verdict && !call.verdict.holds) {
      if (!skip(run, lane, name, call)) return false
      continue
    }
    const { isExit, context, boundary } = lane
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
    if (node) run.link(lane.node, node)
    if (trouble?.kind === 'limit' && !node) isFull = true
    if (trouble?.kind === 'timeout') run.mark(lane.node, 'Failed', trouble.message)
    if (trouble?.kind === 'error')
      run.mark(
        lane.node,
        'Error',
        `step group deemed errored due to child ${name} error: ${trouble.message}`,
      )
    if (isFinal(lane.node.phase)) return false
  }
  return true
}

/** Makes the node of a step whose condition does not hold; false when the condition cannot be read. */
function skip(run: RunState, lane: Lane, name: string, call: ReadyCall): boolean {
  const { error, filled } = call.verdict ?? {}
  const message = error ?? `when '${filled ?? ''}' evaluated false`
  const phase = error === undefined ? 'Skipped' : 'Error'
  const node = run.create({ ...lane, name, type: 'Skipped', phase, call, message })
  run.link(lane.node, node)
  if (error !== undefined) run.mark(lane.node, 'Error', error)
  return error === undefined
}

/** Runs hooks and exit handlers of the steps, and keeps those open that are not over; false when the group has ended by that. */
function followAll(machine: Machine, lane: Lane): boolean {
  const { run } = machine
  const open: number[] = []
  let isWaiting = false
  for (const at of lane.open) {
    const one = lane.calls?.[at]
    const node = one && run.find(`${lane.node.name}.${one.call.name}`)
    if (!node || isWaiting) {
      open.push(at)
      continue
    }
    const hooks = hasHooks(one.call.json) ? follow(machine, lane, one.call, node) : 'over'
    if (hooks === 'ended') return false
    // Argo looks at no later step while hooks of this one are at work.
    if (hooks === 'waits') isWaiting = true
    if (hooks !== 'over' || !isFulfilled(node)) open.push(at)
    else if (run.locks.release(node.id)) run.hasChanged = true
  }
  lane.open = open
  return true
}

function follow(
  machine: Machine,
  lane: Lane,
  call: ReadyCall,
  node: LiveNode,
): 'over' | 'open' | 'waits' | 'ended' {
  const { run } = machine
  const { boundary, context, scope } = lane
  const hooked: Hooked = {
    node,
    json: call.json,
    origin: call.origin,
    context,
    boundary,
    scope,
    name: `steps.${call.name}`,
  }
  scope.variables.set(`steps.${node.displayName}.status`, node.phase)
  const hooks = runHooks(machine, hooked)
  if (!hooks.ok) {
    run.mark(lane.node, 'Error', hooks.error.message)
    return 'ended'
  }
  if (!hooks.value) return 'waits'
  if (!isCompleted(node)) return isFulfilled(node) ? 'over' : 'open'
  const exit = runExit(machine, hooked)
  if (!exit.ok) {
    run.mark(lane.node, 'Error', exit.error.message)
    return 'ended'
  }
  return exit.value ? 'over' : 'open'
}

function isFailure(run: RunState, lane: Lane, id: string): boolean {
  const node = run.nodes.get(id)
  if (!node || !hasFailed(node.phase)) return false
  const made = lane.byNode.get(node.name)
  return !made || !continuesOn(made.call.json, node.phase)
}
