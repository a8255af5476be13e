import { assertNever, type TextRange } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { fitsText } from '../mocks/match.ts'
import { isFinal, isPassedOver, type RunNode } from '../node.ts'
import type { Run } from '../run.ts'
import { nodesNamed, type NodesNamed } from './named-nodes.ts'
import type { Check, NodeField } from './workflow-test.ts'

/** Something that a run did not do as it was expected to. */
export interface TestFailure {
  /** What is not so, without a full stop: `flip: result`. */
  readonly what: string
  readonly expected: string
  readonly got: string
  /** Where the expectation is written. */
  readonly at: TextRange
}

/** What of a run is not as expected. Looks only at what checks name. */
export function judge(run: Run, checks: readonly Check[]): readonly TestFailure[] {
  const judged = { run, named: nodesNamed(run), order: new Order(run) }
  return checks.flatMap((check) => {
    const failure = failureOf(judged, check)
    return failure === undefined ? [] : [{ at: check.at, ...failure }]
  })
}

type Difference = Omit<TestFailure, 'at'> | undefined

/** A run, and what is looked up in it. */
interface Judged {
  readonly run: Run
  readonly named: NodesNamed
  readonly order: Order
}

function failureOf(judged: Judged, check: Check): Difference {
  const { run, named } = judged
  switch (check.kind) {
    case 'phase':
      return run.phase === check.expected ? undefined : wrongPhase(run, check.expected)
    case 'message':
      return different('message', check.expected, run.message, true)
    case 'output': {
      const got = parameterIn(run.outputs.parameters, check.name)
      return different(`global output ${check.name}`, check.expected, got)
    }
    case 'node':
      return wrongNode(judged, check.node, check.what, check.expected)
    case 'count': {
      const got = named(check.node).length
      return different(`${check.node}: count`, String(check.expected), String(got))
    }
    case 'skipped':
    case 'never':
      return wrongRun(judged, check.node, check.kind)
    case 'order':
      return wrongOrder(judged, check.first, check.then)
    default:
      return assertNever(check)
  }
}

/** The phase of the run, with the reason that is known. */
function wrongPhase(run: Run, expected: string): Difference {
  const waits = run.waiting.map(({ displayName }) => `${displayName} waits for a person.`)
  const reasons = [run.message, ...run.stuck, ...waits].filter((reason) => reason !== '')
  const because = reasons.length === 0 ? '' : `: ${reasons.join(' ')}`
  return { what: 'phase', expected, got: run.phase + because }
}

function wrongNode(
  { run, named }: Judged,
  name: string,
  what: NodeField,
  expected: string | null,
): Difference {
  const nodes = named(name)
  if (nodes.length === 0) return notThere(run, name)
  for (const node of nodes) {
    const whose = node.displayName === name ? name : `${name} (${node.displayName})`
    const label = 'name' in what ? `${what.field} ${what.name}` : what.field
    const got = fieldOf(node, what)
    const isPattern = what.field === 'message'
    const failure = different(`${whose}: ${label}`, expected, got, isPattern)
    if (failure === undefined) continue
    const because = what.field === 'phase' && node.message !== '' ? `: ${node.message}` : ''
    return { ...failure, got: failure.got + because }
  }
  return undefined
}

function notThere(run: Run, name: string): Difference {
  const names = [...run.nodes.values()]
    .filter(({ type }) => type !== 'StepGroup')
    .map(({ displayName }) => displayName)
  const some = [...new Set(names)].slice(0, 12).join(', ')
  return { what: name, expected: 'a node of this name', got: `none; there are ${some}` }
}

function fieldOf(node: RunNode, what: NodeField): string | undefined {
  switch (what.field) {
    case 'phase':
    case 'type':
    case 'message':
      return node[what.field]
    case 'result':
    case 'exitCode':
      return node.outputs?.[what.field]
    case 'parameter':
      return parameterIn(node.outputs?.parameters, what.name)
    case 'input':
      return parameterIn(node.inputs?.parameters, what.name)
    default:
      return assertNever(what)
  }
}

/** The value of a parameter; numbers and the like as text. */
function parameterIn(parameters: readonly JsonObject[] = [], name: string): string | undefined {
  const value = parameters.find((one) => one['name'] === name)?.['value']
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value)
}

function different(
  what: string,
  expected: string | null,
  got: string | undefined,
  isPattern = false,
): Difference {
  const fits = isPattern && expected !== null && got !== undefined && fitsText(expected, got)
  if (fits || (expected ?? undefined) === got) return undefined
  return { what, expected: expected ?? 'nothing', got: got ?? 'nothing' }
}

function wrongRun({ run, named }: Judged, name: string, kind: 'skipped' | 'never'): Difference {
  const nodes = named(name)
  const ran = nodes.find((node) => !isPassedOver(node))
  const expected = kind === 'skipped' ? 'that it is skipped' : 'that it does not run'
  if (ran !== undefined) return { what: name, expected, got: ran.phase }
  return nodes.length === 0 && kind === 'skipped' ? notThere(run, name) : undefined
}

function wrongOrder({ run, named, order }: Judged, first: string, then: string): Difference {
  const before = named(first)
  const after = named(then)
  if (before.length === 0) return notThere(run, first)
  if (after.length === 0) return notThere(run, then)
  const late = before.find((one) => after.some((other) => !order.isBefore(one, other)))
  if (late === undefined) return undefined
  const end = order.endOf(late) === undefined ? 'never ended' : 'ended later'
  return {
    what: `order of ${first} and ${then}`,
    expected: `that ${then} begins when ${first} has ended`,
    got: `${late.displayName} ${end}`,
  }
}

/** When nodes begin and end, counted in events of the trace. */
export class Order {
  private readonly starts = new Map<string, number>()
  private readonly ends = new Map<string, number>()

  constructor({ trace }: Pick<Run, 'trace'>) {
    for (const [index, event] of trace.entries()) {
      if (event.kind !== 'node') continue
      const { id, phase } = event.node
      if (!this.starts.has(id)) this.starts.set(id, index)
      if (isFinal(phase) && !this.ends.has(id)) this.ends.set(id, index)
    }
  }

  endOf({ id }: RunNode): number | undefined {
    return this.ends.get(id)
  }

  /** Whether one node has ended when another begins. */
  isBefore(first: RunNode, then: RunNode): boolean {
    return (this.ends.get(first.id) ?? Infinity) < (this.starts.get(then.id) ?? -Infinity)
  }
}
