import type { JsonObject } from '../../yaml/index.ts'
import { hasHooks, runExit, runHooks, type Hooked } from './hooks.ts'
import { objectIn, textIn } from './json.ts'
import type { Executed, Machine } from './machine.ts'
import type { TemplateContext } from './manifests.ts'
import { hasFailed, isCompleted, isFinal, isFulfilled, type Origin } from '../node.ts'
import { readyCalls, skippedBy, type ReadyCall } from './resolve-call.ts'
import { Roster } from './roster.ts'
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
  roster: Roster | undefined
}

/** Goes on with a group as far as it goes now; its node says how it ended (Argo: `executeStepGroup`). */
export function executeLane(machine: Machine, lane: Lane): void {
  const { run } = machine
  const roster = isFinal(lane.node.phase) ? undefined : (lane.roster ?? prepare(run, lane))
  if (!roster) return
  const looked = roster.stirred(run.stirred)
  if (!startAll(machine, lane, roster, looked) || !roster.isOver) return
  const failed = lane.node.children.find((id) => isFailure(run, lane, id))
  if (failed === undefined) run.mark(lane.node, 'Succeeded')
  else run.mark(lane.node, 'Failed', `child '${failed}' failed`)
}

/** Fills in what the steps refer to; nothing when it must be waited for, or went wrong. */
function prepare(run: RunState, lane: Lane): Roster | undefined {
  const calls: ReadyCall[] = []
  const empty: (readonly [JsonObject, Origin])[] = []
  for (const [index, step] of lane.steps.entries()) {
    const origin = { ...lane.origin, path: [...lane.origin.path, index] }
    const ready = readyCalls(run, 'step', step, origin, lane.scope)
    if (!ready.ok) {
      const { kind, message } = ready.error
      if (kind !== 'missing') run.mark(lane.node, 'Error', message)
      else {
        run.waits.add(`${lane.node.name}: ${message}`)
        run.restless.add(lane.boundary)
      }
      return undefined
    }
    if (ready.value.length === 0) empty.push([step, origin])
    calls.push(...ready.value)
  }
  for (const [step, origin] of empty) skipEmpty(run, lane, step, origin)
  lane.roster = new Roster(calls, `${lane.node.name}.`)
  return lane.roster
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

/** Goes on with steps that something happened to, and begins others; false when the group has ended by that. */
function startAll(
  machine: Machine,
  lane: Lane,
  roster: Roster,
  looked: readonly ReadyCall[],
): boolean {
  const { run } = machine
  const touched = [...looked]
  for (const call of looked) {
    runStep(machine, lane, roster.nameOf(call), call)
    if (isFinal(lane.node.phase)) return false
  }
  for (let call = roster.next; call; call = roster.next) {
    const name = roster.nameOf(call)
    const isHeld = !skip(run, lane, name, call) && !runStep(machine, lane, name, call)
    if (isFinal(lane.node.phase)) return false
    if (isHeld) {
      touched.push(...skipBehind(run, lane, roster))
      if (isFinal(lane.node.phase)) return false
      break
    }
    roster.begin()
    touched.push(call)
  }
  return followAll(machine, lane, roster, touched)
}

/** Makes the node of a step whose condition does not hold; false for one that runs. */
function skip(run: RunState, lane: Lane, name: string, call: ReadyCall): boolean {
  const skipped = skippedBy(call)
  if (!skipped) return false
  run.link(lane.node, run.create({ ...lane, ...skipped, name, call }))
  // A condition that cannot be read ends the group.
  if (skipped.phase === 'Error') run.mark(lane.node, 'Error', skipped.message)
  return true
}

/** Behind a step that a limit holds back, those are passed over at once whose conditions do not hold. Gives them. */
function skipBehind(run: RunState, lane: Lane, roster: Roster): readonly ReadyCall[] {
  const passed: ReadyCall[] = []
  for (const call of roster.takeBehind()) {
    if (!skip(run, lane, roster.nameOf(call), call)) continue
    if (isFinal(lane.node.phase)) return passed
    roster.pass(call)
    passed.push(call)
  }
  return passed
}

/** Begins a step or goes on with it; false when a limit let it not begin. */
function runStep(machine: Machine, lane: Lane, name: string, call: ReadyCall): boolean {
  const { run } = machine
  const { node, trouble } = executeCall(machine, lane, name, call)
  if (node) run.link(lane.node, node)
  if (trouble?.kind === 'timeout') run.mark(lane.node, 'Failed', trouble.message)
  if (trouble?.kind === 'error') {
    const reason = `child ${name} error: ${trouble.message}`
    run.mark(lane.node, 'Error', `step group deemed errored due to ${reason}`)
  }
  return node !== undefined
}

function executeCall(
  machine: Machine,
  { isExit, context, boundary }: Lane,
  name: string,
  call: ReadyCall,
): Executed {
  const args = objectIn(call.json, 'arguments')
  return machine.execute({ name, call, context, args, boundary, isExit, isHooked: false })
}

/** Runs hooks and exit handlers of the steps, and strikes out those that are over; false when the group has ended by that. */
function followAll(
  machine: Machine,
  lane: Lane,
  roster: Roster,
  calls: readonly ReadyCall[],
): boolean {
  const { run } = machine
  let isWaiting = false
  for (const call of calls) {
    const node = run.find(roster.nameOf(call))
    if (!node) continue
    const withHooks = hasHooks(call.json)
    const stands = withHooks && !isWaiting ? follow(machine, lane, call, node) : 'over'
    if (stands === 'ended') return false
    // Argo looks at no later step while hooks of this one are at work.
    if (stands === 'waits') isWaiting = true
    if (withHooks && (stands !== 'over' || isWaiting)) run.restless.add(node)
    else settle(run, roster, call, node)
  }
  return true
}

function settle(run: RunState, roster: Roster, call: ReadyCall, node: LiveNode): void {
  roster.rest(call, isFulfilled(node))
  if (isFinal(node.phase)) roster.end(call)
  run.release(node)
}

/** Goes on with daemons of a group that is over otherwise: they may be tried again. */
export function tendDaemons(machine: Machine, lane: Lane): void {
  const { roster } = lane
  if (!roster) return
  for (const call of roster.stirred(machine.run.stirred))
    executeCall(machine, lane, roster.nameOf(call), call)
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

/** Whether a child of a group has failed, and the group with it. */
export function isFailure(run: RunState, lane: Lane, id: string): boolean {
  const node = run.nodes.get(id)
  if (!node || !hasFailed(node.phase)) return false
  const call = lane.roster?.callOf(node.name)
  return !call || !continuesOn(call.json, node.phase)
}
