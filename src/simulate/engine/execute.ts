import { typesWithPod } from '../../argo/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { executeDag } from './dag.ts'
import { objectIn, textIn } from './json.ts'
import { executeLeaf } from './leaf.ts'
import { limitOn } from './limits.ts'
import type { Executed, Execution, Machine } from './machine.ts'
import { memoized, remember } from './memoize.ts'
import { isFinal } from '../node.ts'
import { attemptsOf, decideRetry, retryLocals } from './retry.ts'
import type { LiveNode, Work } from './state.ts'
import { executeSteps } from './steps.ts'
import { substituteInputs } from './arguments.ts'
import { executeSuspend } from './suspend.ts'
import { typeOf, waitingTypeOf } from './template.ts'
import { overdue } from './timeouts.ts'
import type { Trouble } from './trouble.ts'
import { factsOf, podNameOf, retryStrategyOf, workFor } from './work.ts'

/** As deep as Argo lets templates call each other, if nobody has told it otherwise. */
const MAX_DEPTH = 100

const tooDeep: Trouble = {
  kind: 'depth',
  message:
    'Maximum recursion depth exceeded. See https://argo-workflows.readthedocs.io/en/latest/scaling/#maximum-recursion-depth',
}

/**
 * Begins a template as a node, or goes on with one that has begun, as far as it goes now (Argo: `executeTemplate`). The node is
 * final when it has ended; trouble says why it could not begin, or what the caller must know.
 */
export function execute(machine: Machine, execution: Execution): Executed {
  const { run } = machine
  run.depth++
  try {
    return run.depth >= MAX_DEPTH
      ? refuse(machine, execution, tooDeep)
      : executeNode(machine, execution)
  } finally {
    run.depth--
  }
}

/** Makes the node that says what is wrong, or says it on the one that is there (Argo: `initializeNodeOrMarkError`). */
function refuse({ run }: Machine, execution: Execution, trouble: Trouble): Executed {
  const { message } = trouble
  const there = run.find(execution.name)
  const node = there
    ? run.mark(there, 'Error', message)
    : run.create({ ...execution, type: 'Skipped', phase: 'Error', message })
  return { node, trouble }
}

function executeNode(machine: Machine, execution: Execution): Executed {
  const { run } = machine
  const node = run.find(execution.name)
  if (node && isFinal(node.phase)) return ended(machine, node)
  const work = workFor(machine, execution)
  if (!work.ok) return refuse(machine, execution, work.error)
  const { template } = work.value
  if (node) nameForPeople(machine, node, template)
  const late = node && overdue(run, template, node)
  if (node && late) return { node: run.mark(node, 'Failed', late.message), trouble: late }
  const held = limitOn(machine, template, node, execution)
  if (held) {
    const at = node ?? execution.boundary
    if (at) run.restless.add(at)
    if (node) run.putOff(node)
    return { node, trouble: held }
  }
  return withLocks(machine, execution, work.value)
}

function ended({ run }: Machine, node: LiveNode): Executed {
  run.release(node)
  return { node }
}

function nameForPeople({ run }: Machine, node: LiveNode, template: JsonObject): void {
  const wanted = textIn(objectIn(template, 'annotations'), 'workflows.argoproj.io/display-name')
  if (wanted !== undefined && wanted !== node.displayName) run.change(node, { displayName: wanted })
}

function withLocks(machine: Machine, execution: Execution, work: Work): Executed {
  const { run } = machine
  const { template } = work
  let node = run.find(execution.name)
  const synchronization = objectIn(template, 'synchronization')
  if (synchronization) {
    const taken = run.locks.take(synchronization, run.idOf(execution.name))
    if (!taken.ok) return refuse(machine, execution, taken.error)
    if (taken.value) {
      const { lock, message } = taken.value
      const type = waitingTypeOf(template)
      node ??= run.createWith(template, { ...execution, type, phase: 'Pending' })
      if (node.waitingFor !== lock || node.message !== message)
        run.change(node, { waitingFor: lock, message })
      run.restless.add(node)
      run.waits.add(`${node.displayName} waits for the lock ${lock}, which nobody frees.`)
      return { node }
    }
    if (node?.waitingFor !== undefined) run.stopWaiting(node)
  }
  const cached = memoized(machine, execution, template, node, synchronization !== undefined)
  if (cached?.trouble) return refuse(machine, execution, cached.trouble)
  if (cached?.node && isFinal(cached.node.phase)) return ended(machine, cached.node)
  const strategy = retryStrategyOf(run, template)
  const executed = strategy
    ? withRetries(machine, execution, work, strategy)
    : dispatch(machine, execution, work)
  return finish(machine, executed, strategy)
}

/** Says what is wrong on the node, and frees its locks when it has ended. */
function finish({ run }: Machine, executed: Executed, strategy: JsonObject | undefined): Executed {
  const { node, trouble } = executed
  if (node && trouble && trouble.kind === 'error') {
    run.mark(node, 'Error', trouble.message)
    const policy = strategy && textIn(strategy, 'retryPolicy')
    const isRetried = policy === 'Always' || policy === 'OnError' || policy === 'OnTransientError'
    if (isRetried) return { node }
  }
  if (node) run.release(node)
  return executed
}

/** Runs a template as attempts below a node of type Retry, until one succeeds or no more are allowed. */
function withRetries(
  machine: Machine,
  execution: Execution,
  work: Work,
  strategy: JsonObject,
): Executed {
  const { run } = machine
  const { template } = work
  const parent =
    run.find(execution.name) ??
    run.createWith(template, { ...execution, type: 'Retry', phase: 'Running' })
  // To Argo the flags of a hook are those of its attempts, too.
  if (parent.isHooked && !parent.isRetried) run.change(parent, { isRetried: true })
  for (;;) {
    const decision = decideRetry(run, parent, strategy)
    if (decision.kind === 'error') return { node: parent, trouble: decision.trouble }
    if (decision.kind !== 'try') return { node: parent }
    const attempts = attemptsOf(run, parent)
    const last = attempts.at(-1)
    const isOpen = last !== undefined && !isFinal(last.phase)
    const number = isOpen ? attempts.length - 1 : attempts.length
    const name = isOpen ? last.name : `${execution.name}(${String(number)})`
    const attempt = attemptWork(machine, execution, work, name, number, isOpen ? undefined : last)
    if ('trouble' in attempt) return { node: parent, trouble: attempt.trouble }
    const below: Execution = { ...execution, name, attempt: number }
    if (decision.deadline !== undefined) run.deadlines.set(name, decision.deadline)
    const executed = dispatch(machine, below, attempt.work)
    const child = run.find(name)
    if (child) run.link(parent, child)
    if (child && executed.trouble?.kind === 'error')
      run.mark(child, 'Error', executed.trouble.message)
    else if (executed.trouble) return { node: parent, trouble: executed.trouble }
    const isNewDaemon = child?.isDaemoned === true && !parent.isDaemoned
    if (isNewDaemon) run.change(parent, { phase: child.phase, isDaemoned: true })
    if (!child || !isFinal(child.phase)) return { node: parent }
  }
}

function attemptWork(
  { run }: Machine,
  { call }: Execution,
  work: Work,
  name: string,
  number: number,
  last: LiveNode | undefined,
): { readonly work: Work } | { readonly trouble: Trouble } {
  const known = run.works.get(name)
  if (known) return { work: known }
  const locals = retryLocals(run, number, last)
  const type = typeOf(work.template)
  if (type && typesWithPod.has(type)) locals.set('pod.name', podNameOf(run, name, work.template))
  const template = substituteInputs(work.template, { ...factsOf(run), locals })
  if (!template.ok) return { trouble: template.error }
  const attempt = { call, found: work.found, template: template.value }
  run.works.set(name, attempt)
  return { work: attempt }
}

function dispatch(machine: Machine, execution: Execution, work: Work): Executed {
  switch (typeOf(work.template)) {
    case 'steps':
      return remember(machine, executeSteps(machine, execution, work))
    case 'dag':
      return remember(machine, executeDag(machine, execution, work))
    case 'suspend':
      return executeSuspend(machine, execution, work)
    default:
      return executeLeaf(machine, execution, work)
  }
}
