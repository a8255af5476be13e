import type { JsonObject } from '../../yaml/index.ts'
import { anyTextIn, isTrueIn, objectIn, objectsIn, textIn } from './json.ts'
import { isDaemon } from './leaf.ts'
import { rememberOutputs } from './memoize.ts'
import { exitMessage } from '../placeholder/endings.ts'
import { KILLED } from '../scripts/script-run.ts'
import { hasFailed, isFinal, type NodeOutputs } from '../node.ts'
import { endsItself, type Outcome } from '../outcome.ts'
import { addGlobalOutputs } from './outputs.ts'
import type { LiveNode, RunState } from './state.ts'
import { artifactsOf, parametersOf, typeOf } from './template.ts'
import { podDeadline } from './timeouts.ts'

const overDeadline = 'Pod was active on the node longer than the specified deadline'

/** Takes how a requested node ends, and plans when it starts and ends. */
export function answerRequest(run: RunState, id: string, outcome: Outcome): void {
  const request = run.requests.get(id)
  if (!request) return
  run.requests.delete(id)
  run.outcomes.set(id, { request, outcome })
  run.agenda.add(run.now, { kind: 'start', id })
}

/** A pod has begun: its end is planned, but for a daemon of which nobody says that it ends. */
export function startPod(run: RunState, id: string): void {
  const node = run.nodes.get(id)
  const answered = run.outcomes.get(id)
  if (!node || !answered || isFinal(node.phase)) return
  const { request, outcome } = answered
  run.mark(node, 'Running')
  if (outcome.durationFrom !== undefined) run.change(node, { durationFrom: outcome.durationFrom })
  for (const child of containersOf(run, node)) run.mark(child, 'Running')
  const staysUp = isDaemon(request.template) && !endsItself(outcome)
  const ends = staysUp ? Infinity : run.now + Math.max(0, outcome.duration)
  const deadline = podDeadline(run, request.template, node)
  if (isDaemon(request.template)) {
    run.change(node, { isDaemoned: true })
    const daemons = run.daemons.get(node.boundaryID) ?? new Set()
    run.daemons.set(node.boundaryID, daemons.add(node))
  }
  if (ends === Infinity && deadline === Infinity) return
  if (ends > deadline) {
    const late: Outcome = { ...outcome, phase: 'Failed', exitCode: KILLED, message: overDeadline }
    run.outcomes.set(id, { request, outcome: late })
  }
  run.agenda.add(Math.min(ends, Math.max(deadline, run.now)), { kind: 'finish', id })
}

/** A pod has ended, with what it leaves behind. */
export function finishPod(run: RunState, id: string): void {
  const node = run.nodes.get(id)
  const answered = run.outcomes.get(id)
  if (!node || !answered || isFinal(node.phase)) return
  const { request, outcome } = answered
  run.outcomes.delete(id)
  run.daemons.get(node.boundaryID)?.delete(node)
  const { outputs, missing } = outputsOf(run, node, request.template, outcome, request.needsResult)
  if (outputs) run.change(node, { outputs })
  if (node.isDaemoned) run.change(node, { isDaemoned: false })
  if (outcome.isInvented) run.change(node, { isInvented: true })
  if (outcome.log.length > 0) run.trace.push({ kind: 'log', at: run.now, id, lines: outcome.log })
  const isLost = missing !== undefined && outcome.phase === 'Succeeded'
  const message = isLost ? missing : (outcome.message ?? failureText(request.template, outcome))
  // A daemon is to run until it is stopped: one that ends well has failed (Argo: `assessNodeStatus`).
  const isGone = outcome.phase === 'Succeeded' && isDaemon(request.template)
  run.mark(node, isLost ? 'Error' : isGone ? 'Failed' : outcome.phase, message)
  endContainers(run, node, outcome)
  addGlobalOutputs(run, outputs)
  rememberOutputs(run, node)
  // Nobody asks any more what it was made of, and a loop may have made ten thousand.
  if (typeOf(request.template) !== 'containerSet') run.works.delete(node.name)
}

/** The containers of a set end each in its own way. */
function endContainers(run: RunState, node: LiveNode, outcome: Outcome): void {
  const containers = containersOf(run, node)
  for (const [at, child] of containers.entries()) {
    const isLast = at === containers.length - 1 && outcome.containers === undefined
    const own = outcome.containers?.[child.displayName]
    const code = own ?? (isLast ? (outcome.exitCode ?? 0) : 0)
    const message = `${child.displayName}: Error (exit code ${String(code)}): `
    if (code === 0) run.mark(child, 'Succeeded')
    else run.mark(child, 'Failed', message)
  }
}

function failureText(template: JsonObject, { phase, exitCode = 1 }: Outcome): string {
  return phase === 'Failed' ? (exitMessage(template, exitCode) ?? '') : ''
}

function containersOf(run: RunState, node: LiveNode): readonly LiveNode[] {
  const below = (one: LiveNode): readonly LiveNode[] =>
    one.children.flatMap((id) => {
      const child = run.nodes.get(id)
      return child?.type === 'Container' ? [child, ...below(child)] : []
    })
  return node.type === 'Pod' ? [...new Set(below(node))] : []
}

/** What a pod leaves behind, and what it should have and did not. */
function outputsOf(
  run: RunState,
  node: LiveNode,
  template: JsonObject,
  outcome: Outcome,
  needsResult: boolean,
): { readonly outputs: NodeOutputs | undefined; readonly missing: string | undefined } {
  let missing: string | undefined
  const parameters = parametersOf(template, 'outputs').flatMap((parameter) => {
    const name = textIn(parameter, 'name') ?? ''
    if (valueFromOf(parameter) === undefined) return [parameter]
    const own = Object.hasOwn(outcome.parameters, name) ? outcome.parameters[name] : undefined
    const value = own ?? anyTextIn(valueFromOf(parameter), 'default')
    if (value !== undefined) return [{ ...parameter, value }]
    missing ??= `The output parameter ${name} has no value, and no default.`
    return []
  })
  const artifacts = artifactsOf(template, 'outputs').flatMap((artifact) => {
    const name = textIn(artifact, 'name') ?? ''
    const content = Object.hasOwn(outcome.artifacts, name) ? outcome.artifacts[name] : undefined
    if (content !== undefined)
      return [
        { ...artifact, ...run.contents.keep(run.name, node.podName ?? node.id, name, content) },
      ]
    if (!isTrueIn(artifact, 'optional'))
      missing ??= `The output artifact ${name} is not there: ${textIn(artifact, 'path') ?? 'no path'}.`
    return []
  })
  const hasResult = outcome.result !== undefined && (needsResult || typeOf(template) === 'http')
  const exitCode = hasMain(template) ? outcome.exitCode : undefined
  const isEmpty = parameters.length + artifacts.length === 0 && exitCode === undefined
  if (isEmpty && !hasResult) return { outputs: undefined, missing }
  const outputs: NodeOutputs = {
    parameters,
    artifacts,
    ...(hasResult && { result: outcome.result }),
    ...(exitCode !== undefined && { exitCode: String(exitCode) }),
  }
  return { outputs, missing }
}

/** Whether a pod has an exit code: of a set only a container called main gives one. */
function hasMain(template: JsonObject): boolean {
  const set = objectIn(template, 'containerSet')
  return !set || objectsIn(set, 'containers').some((one) => one['name'] === 'main')
}

function valueFromOf(parameter: JsonObject): JsonObject | undefined {
  return objectIn(parameter, 'valueFrom')
}

/** Ends the daemons of a template that has ended (Argo: `killDaemonedChildren`). */
export function endDaemons(run: RunState, boundary: LiveNode): void {
  for (const node of run.daemons.get(boundary.id) ?? []) {
    run.change(node, { isDaemoned: false })
    run.mark(node, 'Succeeded')
    for (const child of containersOf(run, node)) run.mark(child, 'Succeeded')
    endRetryOf(run, node)
  }
  run.daemons.delete(boundary.id)
}

/** A daemon with retries has a node above it, which is as much a daemon. */
function endRetryOf(run: RunState, node: LiveNode): void {
  const parent = node.isRetried ? run.find(node.name.replace(/\(\d+\)$/, '')) : undefined
  if (!parent?.isDaemoned) return
  run.change(parent, { isDaemoned: false })
  run.mark(parent, 'Succeeded')
}

/** Ends a pod from outside, with the reason. */
export function failPod(run: RunState, node: LiveNode, message: string): void {
  run.requests.delete(node.id)
  run.outcomes.delete(node.id)
  if (node.isDaemoned) run.change(node, { isDaemoned: false })
  run.daemons.get(node.boundaryID)?.delete(node)
  run.mark(node, 'Failed', message)
  for (const child of containersOf(run, node))
    if (!hasFailed(child.phase)) run.mark(child, 'Failed', message)
}
