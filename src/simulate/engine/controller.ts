import { ok } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import type { Due } from './agenda.ts'
import { execute } from './execute.ts'
import { exitHookOf, runWorkflowHooks } from './hooks.ts'
import { isObject, isTrueIn, objectIn } from './json.ts'
import type { Execution, Machine } from './machine.ts'
import { hasFailed, isFinal, type ArtifactValue, type NodeOutputs, type RunNode } from '../node.ts'
import type { ArtifactContent, Outcome, OutcomeRequest } from '../outcome.ts'
import { failuresOf } from './outputs.ts'
import { answerRequest, failPod, finishPod, startPod } from './pods.ts'
import type { Run } from '../run.ts'
import type { LiveNode, RunState } from './state.ts'
import { resumeNode } from './suspend.ts'
import { isPartOfExit, workflowDeadline } from './timeouts.ts'
import type { TraceEvent, WorkflowPhase } from '../trace.ts'

/** So often the controller looks again in one moment at most; more means that it never comes to rest. */
const MAX_ROUNDS = 10_000

/** Who holds the locks of the workflow itself: no node has an empty id. */
const WORKFLOW = ''

const resumedNote =
  'The workflow is made suspended (spec.suspend) and would wait until somebody resumes it; it is run as if that had happened.'

const deadlineMessage = 'Step exceeded its deadline'

/** A run at work: looks at everything whenever something has happened, as Argo's controller does (`operate`). */
export class Controller implements Run, Machine {
  readonly run: RunState
  private isOver = false
  private readonly wasSuspended: boolean

  constructor(state: RunState) {
    this.run = state
    this.wasSuspended = state.isSuspended
    if (!this.takeLocks()) return
    state.markWorkflow('Running')
    if (!state.isSuspended) this.begin()
  }

  private begin(): void {
    const deadline = workflowDeadline(this.run)
    if (deadline !== undefined) this.run.agenda.add(deadline + 1, { kind: 'look' })
    this.settle()
  }

  get name(): string {
    return this.run.name
  }
  get spec(): JsonObject {
    return this.run.spec
  }
  get phase(): WorkflowPhase {
    return this.run.phase
  }
  get message(): string {
    return this.run.message
  }
  get outputs(): NodeOutputs {
    return this.run.outputs
  }
  get nodes(): ReadonlyMap<string, RunNode> {
    return this.run.shown
  }
  get trace(): readonly TraceEvent[] {
    return this.run.trace
  }
  get startedAt(): number {
    return this.run.startedAt
  }
  get now(): number {
    return this.run.now
  }
  get requests(): readonly OutcomeRequest[] {
    return [...this.run.requests.values()]
  }

  get isSuspended(): boolean {
    return this.run.isSuspended && !this.isOver
  }

  get waiting(): readonly RunNode[] {
    const suspended: RunNode[] = []
    for (const node of this.run.nodes.values())
      if (node.type === 'Suspend' && node.phase === 'Running') suspended.push(this.run.show(node))
    return suspended
  }

  get isIdle(): boolean {
    return this.isOver || (this.run.requests.size === 0 && this.run.agenda.next === undefined)
  }

  get stuck(): readonly string[] {
    if (this.isOver || !this.isIdle || this.isSuspended || this.waiting.length > 0) return []
    const known = [...this.run.waits]
    return known.length > 0 ? known : ['The run goes on no more, and Argo would wait forever.']
  }

  get notes(): readonly string[] {
    const { locks, spec, isSuspended } = this.run
    const isAsIfResumed = isTrueIn(spec, 'suspend') && !isSuspended && !this.wasSuspended
    return isAsIfResumed ? [resumedNote, ...locks.notes] : locks.notes
  }

  contentOf(artifact: ArtifactValue): ArtifactContent | undefined {
    return this.run.contents.of(artifact)
  }

  execute(execution: Execution): ReturnType<typeof execute> {
    return execute(this, execution)
  }

  answer(id: string, outcome: Outcome): void {
    answerRequest(this.run, id, outcome)
  }

  advance(): boolean {
    const { run } = this
    const next = run.agenda.next
    if (this.isOver || run.requests.size > 0 || next === undefined) return false
    run.now = Math.max(run.now, next)
    // In the order in which nodes were made, whoever was answered first.
    const all = run.agenda.take().map((due) => ({ due, serial: serialOf(run, due) }))
    for (const { due } of all.sort((a, b) => a.serial - b.serial)) {
      if (due.kind === 'start') startPod(run, due.id)
      if (due.kind === 'finish') finishPod(run, due.id)
      const looked = due.kind === 'look' ? run.find(due.name ?? '') : undefined
      if (looked) run.stir(looked)
    }
    this.settle()
    return true
  }

  resume(id: string, parameters: Readonly<Record<string, string>> = {}): string | undefined {
    return resumeNode(this.run, id, parameters)
  }

  reject(id: string, message = 'Rejected'): void {
    const node = this.run.nodes.get(id)
    if (node?.type !== 'Suspend' || isFinal(node.phase)) return
    this.run.mark(node, 'Failed', message)
    this.run.agenda.add(this.run.now, { kind: 'look', name: node.name })
  }

  unsuspend(): void {
    if (!this.run.isSuspended || this.isOver) return
    this.run.isSuspended = false
    this.begin()
  }

  stop(strategy: 'Stop' | 'Terminate'): void {
    const { run } = this
    if (this.isOver) return
    run.shutdown = strategy
    if (run.phase === 'Pending' || run.isSuspended)
      this.end('Failed', `Stopped with strategy '${strategy}'`)
    else this.settle()
  }

  /** Takes the locks of the workflow itself, which it holds to its end; false when it cannot begin for want of one. */
  private takeLocks(): boolean {
    const { run } = this
    const synchronization = objectIn(run.spec, 'synchronization')
    const taken = synchronization ? run.locks.take(synchronization, WORKFLOW) : ok(undefined)
    if (!taken.ok)
      this.end('Failed', `Failed to acquire the synchronization lock. ${taken.error.message}`)
    else if (taken.value) {
      run.markWorkflow('Pending', taken.value.message)
      run.waits.add(`The workflow waits for the lock ${taken.value.lock}, which nobody frees.`)
    } else return true
    return false
  }

  /** Looks at everything until nothing changes any more, then puts the changes into the trace. */
  private settle(): void {
    const { run } = this
    for (const node of run.restless) run.stir(node)
    run.restless.clear()
    let hasChanged = true
    for (let round = 0; round < MAX_ROUNDS && hasChanged && !this.isOver; round++) {
      hasChanged = this.look()
    }
    run.flush()
  }

  /** Looks at everything once; tells whether that changed anything. */
  private look(): boolean {
    this.run.beginLook()
    this.enforce()
    this.operate()
    return this.run.hasChanged
  }

  /** Ends what a stop or the workflow's deadline ends (Argo: `applyExecutionControl`). */
  private enforce(): void {
    const { run } = this
    const deadline = workflowDeadline(run)
    const isLate = deadline !== undefined && run.now > deadline
    if (!isLate && !run.shutdown) return
    for (const node of run.nodes.values()) {
      if (isFinal(node.phase) || !endsAlone(node)) continue
      // Only `Terminate` ends exit handlers.
      if (run.shutdown !== 'Terminate' && isPartOfExit(node.name)) continue
      if (run.shutdown) failPod(run, node, stopMessage(run.shutdown, node))
      else failPod(run, node, deadlineMessage)
    }
  }

  private operate(): void {
    const { run } = this
    const { call, context, args } = run.entry
    const { node, trouble } = this.execute({
      name: run.name,
      call,
      context,
      args,
      boundary: undefined,
      isExit: false,
      isHooked: false,
    })
    if (trouble && trouble.kind !== 'limit')
      this.end('Error', `error in entry template execution: ${trouble.message}`)
    // Held back by a limit, it goes on later, and its hooks with it.
    if (trouble || !node) return
    const status = statusOf(node)
    run.globals.set('workflow.status', status)
    run.globals.set('workflow.duration', ((run.now - run.startedAt) / 1000).toFixed(6))
    if (isFinal(node.phase)) run.globals.set('workflow.failures', failuresOf(run))
    const hooks = runWorkflowHooks(this)
    if (!hooks.ok && !isFinal(node.phase)) {
      run.mark(node, 'Error', hooks.error.message)
      return
    }
    if ((hooks.ok && !hooks.value) || !isFinal(node.phase)) return
    this.finish(node, status)
  }

  /** Runs the exit handler when all else is over, and gives the workflow its phase. */
  private finish(node: LiveNode, status: WorkflowPhase): void {
    const { run } = this
    const exit = exitHookOf(run.spec, run.spec)
    let exitNode: LiveNode | undefined
    if (exit && run.shutdown !== 'Terminate') {
      const origin = { ...run.origin, path: [...run.origin.path, ...exit.path] }
      const { node: made, trouble } = this.execute({
        name: `${run.name}.onExit`,
        call: { name: '', kind: 'hook', json: exit.hook, origin },
        context: run.context,
        args: isObject(exit.hook['arguments']) ? exit.hook['arguments'] : undefined,
        boundary: undefined,
        isExit: true,
        isHooked: true,
      })
      if (trouble && trouble.kind !== 'limit') {
        this.end('Error', `error in exit template execution : ${trouble.message}`)
        return
      }
      if (!made || !isFinal(made.phase)) return
      exitNode = made
    }
    const wasStopped = hasFailed(node.phase) && run.shutdown !== undefined
    if (status === 'Succeeded' && exitNode && hasFailed(exitNode.phase))
      this.end(exitNode.phase === 'Failed' ? 'Failed' : 'Error', exitNode.message)
    else if (status === 'Succeeded') this.end('Succeeded', '')
    else
      this.end(status, wasStopped ? `Stopped with strategy '${run.shutdown ?? ''}'` : node.message)
  }

  private end(phase: WorkflowPhase, message: string): void {
    this.run.markWorkflow(phase, message)
    this.isOver = true
  }
}

function serialOf(run: RunState, due: Due): number {
  return due.kind === 'look' ? -1 : run.serialOf(due.id)
}

/** Whether a stop ends a node itself, and not only what is in it. */
function endsAlone({ type, waitingFor, phase }: LiveNode): boolean {
  if (type === 'Pod' || type === 'Suspend' || type === 'HTTP' || type === 'Plugin') return true
  return phase === 'Pending' && waitingFor !== undefined
}

function stopMessage(strategy: string, { type, waitingFor }: LiveNode): string {
  return type === 'Pod' && waitingFor === undefined
    ? `workflow shutdown with strategy:  ${strategy}`
    : `Stopped with strategy '${strategy}'`
}

function statusOf({ phase }: LiveNode): WorkflowPhase {
  return phase === 'Skipped' || phase === 'Omitted' ? 'Succeeded' : phase
}
