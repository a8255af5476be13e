import type { OutcomeRequest, Outcome, Run, RunNode } from '../../src/simulate/index.ts'

/** A node with all that a test does not care about. */
export function node(fields: Partial<RunNode> = {}): RunNode {
  const name = fields.name ?? 'run[0].flip'
  return {
    id: name === 'run' ? 'run' : `run-${String(name.length)}`,
    name,
    displayName: name.split('.').at(-1) ?? name,
    type: 'Pod',
    phase: 'Running',
    message: '',
    templateName: 'flip',
    templateScope: 'local/',
    boundaryID: 'run',
    startedAt: 0,
    children: [],
    isDaemoned: false,
    isHooked: false,
    isRetried: false,
    origin: { source: 0, document: 0, path: [] },
    isInvented: false,
    ...fields,
  }
}

/** A request of a pod that a test does not care about. */
export function request(
  fields: Partial<RunNode> = {},
  rest: Partial<OutcomeRequest> = {},
): OutcomeRequest {
  return {
    node: node(fields),
    template: { name: 'flip', container: { image: 'alpine' } },
    needsResult: false,
    artifacts: {},
    seed: 1,
    now: 0,
    ...rest,
  }
}

/** A success that gives nothing. */
export const success: Outcome = {
  phase: 'Succeeded',
  exitCode: 0,
  parameters: {},
  artifacts: {},
  duration: 1000,
  log: [],
  isInvented: false,
}

/** A run that asks for pods in rounds, each all at once, and at last waits for a person. */
export class FakeRun implements Run {
  readonly name = 'run'
  readonly spec = {}
  phase: Run['phase'] = 'Running'
  readonly message = ''
  readonly outputs = { parameters: [], artifacts: [] }
  readonly nodes: ReadonlyMap<string, RunNode> = new Map<string, RunNode>()
  readonly trace = []
  readonly startedAt = 0
  now = 0
  requests: readonly OutcomeRequest[] = []
  waiting: readonly RunNode[]
  readonly stuck = []
  readonly isSuspended = false
  readonly notes = []
  /** What was done to it, in words. */
  readonly done: string[] = []
  /** What it says to who resumes a node. */
  refusal: string | undefined
  private readonly ended = new Set<string>()
  private readonly rounds: (readonly string[])[]

  constructor(rounds: readonly (readonly string[])[], waiting: readonly string[] = []) {
    this.rounds = [...rounds]
    this.waiting = waiting.map((name) => node({ name, id: name, type: 'Suspend' }))
  }

  get isIdle(): boolean {
    return this.requests.length === 0 && this.rounds.length === 0
  }

  contentOf(): undefined {
    return undefined
  }

  answer(id: string, { phase, message }: Outcome): void {
    this.done.push([id, phase, ...(message === undefined ? [] : [message])].join(' '))
    this.requests = this.requests.filter((one) => one.node.id !== id)
  }

  advance(): boolean {
    if (this.requests.length > 0) throw new Error('There are open requests.')
    // A node that a person ended is shown as that only when time goes on.
    this.waiting = this.waiting.filter((one) => !this.ended.has(one.id))
    const round = this.rounds.shift()
    if (round === undefined) return false
    this.now += 1000
    this.requests = round.map((name) => request({ name, id: name }))
    return true
  }

  resume(id: string, parameters: Readonly<Record<string, string>> = {}): string | undefined {
    if (this.refusal !== undefined) return this.refusal
    this.done.push(`${id} resumed ${JSON.stringify(parameters)}`)
    this.ended.add(id)
    return undefined
  }

  unsuspend(): void {
    this.done.push('unsuspended')
  }

  reject(id: string, message = ''): void {
    this.done.push(`${id} rejected ${message}`)
    this.ended.add(id)
  }

  stop(strategy: 'Stop' | 'Terminate'): void {
    this.done.push(strategy)
    this.rounds.length = 0
    this.phase = 'Failed'
  }
}
