import { assertNever, err, ok, type Path, type Result, type TextRange } from '../../base/index.ts'
import { fitsText } from '../mocks/match.ts'
import { isFinal, isPassedOver, type RunNode } from '../node.ts'
import type { Run } from '../run.ts'
import { isShort, withoutLastBreak } from './content-text.ts'
import { freeText } from './free-text.ts'
import { nodesNamed, type NodesNamed } from './named-nodes.ts'
import { NodeFacts, parameterIn, type Found } from './node-facts.ts'
import type { Check, NodeField } from './workflow-test.ts'

/** Something that a run did not do as it was expected to. */
export interface TestFailure {
  /** What is not so, without a full stop: `flip: result`. */
  readonly what: string
  readonly expected: string
  readonly got: string
  /** Where the expectation is written. */
  readonly at: TextRange
  readonly path: Path
  /** What would have to stand there, so that this run is as expected; in a sentence why nothing can. */
  readonly instead: Result<string | number | null, string>
}

/** What of a run is not as expected. Looks only at what checks name. */
export function judge(run: Run, checks: readonly Check[]): readonly TestFailure[] {
  const judged = {
    run,
    named: nodesNamed(run),
    order: new Order(run),
    facts: new NodeFacts(run),
  }
  return checks.flatMap((check) => {
    const failure = failureOf(judged, check)
    return failure === undefined ? [] : [{ at: check.at, path: check.path, ...failure }]
  })
}

type Difference = Omit<TestFailure, 'at' | 'path'> | undefined

/** A run, and what is looked up in it. */
interface Judged {
  readonly run: Run
  readonly named: NodesNamed
  readonly order: Order
  readonly facts: NodeFacts
}

function failureOf(judged: Judged, check: Check): Difference {
  const { run, named } = judged
  switch (check.kind) {
    case 'phase':
      return run.phase === check.expected ? undefined : wrongPhase(run, check)
    case 'message':
      return different('message', check.expected, { text: run.message }, run)
    case 'output': {
      const text = parameterIn(run.outputs.parameters, check.name)
      return different(`global output ${check.name}`, check.expected, { text })
    }
    case 'node':
      return wrongNode(judged, check)
    case 'count': {
      const { length } = named(check.node)
      const failure = different(`${check.node}: count`, String(check.expected), {
        text: String(length),
      })
      return failure && { ...failure, instead: ok(length) }
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
function wrongPhase(
  run: Run,
  { expected, isSaid }: Extract<Check, { readonly kind: 'phase' }>,
): Difference {
  const waits = run.waiting.map(({ displayName }) => `${displayName} waits for a person.`)
  const reasons = [run.message, ...run.stuck, ...waits].filter((reason) => reason !== '')
  const because = reasons.length === 0 ? '' : `: ${reasons.join(' ')}`
  const instead = isSaid
    ? ok(run.phase)
    : err(`The test says no phase: write phase: ${run.phase} under expect if that is meant.`)
  return { what: 'phase', expected, got: run.phase + because, instead }
}

/** Fields of which the line break at their end does not count. */
const contents: ReadonlySet<NodeField['field']> = new Set(['log', 'artifact', 'input artifact'])

function wrongNode(
  { run, named, facts }: Judged,
  { node: name, what, ...check }: Extract<Check, { readonly kind: 'node' }>,
): Difference {
  const nodes = named(name)
  if (nodes.length === 0) return notThere(run, name)
  const isContent = contents.has(what.field)
  const pattern = isContent || what.field === 'message' ? run : undefined
  const expected = isContent ? check.expected && withoutLastBreak(check.expected) : check.expected
  for (const node of nodes) {
    const whose = node.displayName === name ? name : `${name} (${node.displayName})`
    const label = 'name' in what ? `${what.field} ${what.name}` : what.field
    const failure = different(`${whose}: ${label}`, expected, facts.of(node, what), pattern)
    if (failure === undefined) continue
    const because = what.field === 'phase' && node.message !== '' ? `: ${node.message}` : ''
    const all = new Set(nodes.map((one) => JSON.stringify(facts.of(one, what))))
    const instead =
      all.size === 1
        ? failure.instead
        : err(`The nodes of ${name} differ in it: expect something of each by its own name.`)
    return { ...failure, got: failure.got + because, instead }
  }
  return undefined
}

function notThere(run: Run, name: string): Difference {
  const names = [...run.nodes.values()]
    .filter(({ type }) => type !== 'StepGroup')
    .map(({ displayName }) => displayName)
  const some = [...new Set(names)].slice(0, 12).join(', ')
  return {
    what: name,
    expected: 'a node of this name',
    got: `none; there are ${some}`,
    instead: err('Name another node here, or take this away.'),
  }
}

/** Compares what is expected with what is there; as a pattern, if the run is given whose name it leaves open. */
function different(
  what: string,
  expected: string | null,
  { text, other }: Found,
  pattern?: Run,
): Difference {
  const isSame = other === undefined && (expected ?? undefined) === text
  const fits =
    pattern !== undefined &&
    expected !== null &&
    (text === undefined ? other !== undefined && expected === '*' : fitsText(expected, text))
  if (isSame || fits) return undefined
  const free = pattern === undefined || text === undefined ? text : freeText(text, pattern)
  return {
    what,
    expected: inOneLine(expected ?? 'nothing'),
    got: inOneLine(text ?? other ?? 'nothing'),
    instead: insteadOf(free, other),
  }
}

/** So much of a text is told. */
const TOLD = 200

/** A text as it can stand in a sentence. */
export function inOneLine(text: string): string {
  const line = /[\r\n]/.test(text) ? JSON.stringify(text) : text
  return line.length > TOLD ? `${line.slice(0, TOLD)}…` : line
}

function insteadOf(text: string | undefined, other: string | undefined): TestFailure['instead'] {
  if (other !== undefined) return err(`What came is ${other}: only * fits it.`)
  if (text === undefined) return ok(null)
  return isShort(text) ? ok(text) : err('What came is too long for a test: write a pattern with *.')
}

function wrongRun({ run, named }: Judged, name: string, kind: 'skipped' | 'never'): Difference {
  const nodes = named(name)
  const ran = nodes.find((node) => !isPassedOver(node))
  const expected = kind === 'skipped' ? 'that it is skipped' : 'that it does not run'
  const instead = err('Take this away if it may run.')
  if (ran !== undefined) return { what: name, expected, got: ran.phase, instead }
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
    instead: err('Write the names in the order that is meant.'),
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
