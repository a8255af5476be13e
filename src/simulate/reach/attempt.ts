import type { Result } from '../../base/index.ts'
import { ok } from '../../base/index.ts'
import { startRun } from '../engine/start.ts'
import { listIn, objectIn, objectsIn, textIn } from '../engine/json.ts'
import { hasFailed, isPassedOver, type RunNode, type Verdict } from '../node.ts'
import type { Outcome, OutcomeRequest } from '../outcome.ts'
import { placeholder, type ExpectedOf } from '../placeholder/placeholder.ts'
import type { Run, RunOptions } from '../run.ts'
import { siteKey } from './call-graph.ts'
import type { Choices } from './choices.ts'
import type { Slice } from './slice.ts'
import { OTHER, type Variable } from './variable.ts'
import { outputKey, type Failing, type Variables } from './variables.ts'

/** A run that goes on for longer is broken off. */
const MOST_NODES = 2000

/** So often a template may call itself, by way of others too. */
const MOST_CALLS = 4

/** So often a step is tried again that would be for ever. */
const MOST_ATTEMPTS = 3

/** Of the items of a loop that were passed over in a run no more are looked at, to tell why. */
const MOST_PASSED = 20

/** One run that was tried. */
export interface Attempt {
  /** What was chosen for it, for people: `flip.result` is heads. */
  readonly chosen: ReadonlyMap<string, string>
  /** Whether a step was let fail. */
  readonly hasFailing: boolean
  /** Why it did not come to an end as was meant; nothing where it did. */
  readonly trouble: string | undefined
  /** The keys of what ran in it. */
  readonly ran: ReadonlySet<string>
  /** The keys of what was passed over in it, with the conditions that did so. */
  readonly passed: ReadonlyMap<string, readonly Passed[]>
  /** How many nodes it has: what it cost. */
  readonly size: number
}

/** That a step was passed over. */
export interface Passed {
  readonly verdict: Verdict | undefined
  readonly message: string
}

/** What is tried, again and again. */
export interface Subject {
  readonly options: RunOptions
  readonly variables: Variables
  readonly expectedOf: ExpectedOf
}

/** Runs a workflow once, with what the choices say for what is in the slice, and with usual values for all else. */
export function attempt(
  subject: Subject,
  slice: Slice | undefined,
  choices: Choices,
): Result<Attempt, string> {
  return new Trial(subject, slice, choices).run()
}

class Trial {
  private readonly subject: Subject
  private readonly slice: Slice | undefined
  private readonly choices: Choices
  private readonly failing: readonly Failing[]
  private readonly chosen = new Map<string, string>()

  constructor(subject: Subject, slice: Slice | undefined, choices: Choices) {
    this.subject = subject
    this.slice = slice
    this.choices = choices
    this.failing = [...(slice?.variables ?? [])].flatMap((variable) => {
      if (!variable.key.startsWith('failure ')) return []
      const failing = subject.variables.failing(choices.choose(variable.key, variable.values))
      if (failing === undefined) return []
      this.chosen.set(failing.name, failing.phase)
      return [failing]
    })
  }

  run(): Result<Attempt, string> {
    const { options } = this.subject
    const parameters = { ...this.parameters(), ...options.parameters }
    const started = startRun({ ...options, parameters })
    if (!started.ok) return started
    const run = started.value
    let broken: string | undefined
    do {
      for (const request of run.requests) {
        run.answer(request.node.id, this.outcome(run, request))
        broken ??= callsItself(run, request.node)
      }
      for (const node of run.waiting) this.decide(run, node)
      if (run.nodes.size >= MOST_NODES) broken ??= 'a run goes on for too long'
    } while (broken === undefined && run.advance())
    return ok(this.told(run, broken))
  }

  private told(run: Run, broken: string | undefined): Attempt {
    const ran = new Set<string>()
    const passed = new Map<string, Passed[]>()
    for (const { origin, phase, type, verdict, message } of run.nodes.values()) {
      const key = siteKey(origin)
      const isPassed = isPassedOver({ phase }) || verdict?.error !== undefined
      if (isPassed) addTo(passed, key, { verdict, message })
      // What could not even begin neither ran nor was passed over: the run broke off there.
      else if (type !== 'Skipped') ran.add(key)
    }
    return {
      chosen: this.chosen,
      hasFailing: this.failing.length > 0,
      trouble: broken ?? this.troubleOf(run),
      ran,
      passed,
      size: run.nodes.size,
    }
  }

  private troubleOf(run: Run): string | undefined {
    const [stuck] = run.stuck
    if (stuck !== undefined) return stuck
    const isMeant = this.failing.length > 0 || run.phase === 'Succeeded'
    if (isMeant) return undefined
    const failed = [...run.nodes.values()].find(({ phase }) => hasFailed(phase))
    return failed?.message ?? run.message
  }

  private parameters(): Readonly<Record<string, string>> {
    const { variables } = this.subject
    const given = variables.openParameters.flatMap(({ name, hasValue }) => {
      const variable = variables.get(`parameter ${name}`)
      const value = variable === undefined ? undefined : this.valueOf(variable, '')
      const known = value ?? (hasValue ? undefined : OTHER)
      return known === undefined ? [] : [[name, known] as const]
    })
    return Object.fromEntries(given)
  }

  /** The value of a variable: the choice, where it is among those that are tried, else the usual one; nothing where it has none. */
  private valueOf(variable: Variable, call: string): string | undefined {
    const { values } = variable
    if (values.length === 0) return undefined
    if (this.slice?.variables.has(variable) !== true) return values[0]
    const value = this.choices.choose(`${variable.key}${call}`, values)
    if (values.length > 1) this.chosen.set(variable.name, value)
    return value
  }

  private outcome(run: Run, request: OutcomeRequest): Outcome {
    const { node, template } = request
    const key = siteKey(node.origin)
    const invented = placeholder(request, this.subject.expectedOf)
    const call = this.callOf(run, node)
    const result = this.output(key, 'result', call)
    const parameters = objectsIn(objectIn(template, 'outputs'), 'parameters').flatMap((output) => {
      const name = textIn(output, 'name') ?? ''
      const value = this.output(key, `parameters.${name}`, call)
      return value === undefined ? [] : [[name, value] as const]
    })
    const outcome: Outcome = {
      ...invented,
      ...(result !== undefined && request.needsResult ? { result } : {}),
      parameters: { ...invented.parameters, ...Object.fromEntries(parameters) },
    }
    const fails = this.failing.find((one) => isMeant(one, key, node, template))
    if (fails === undefined) return outcome
    return { ...outcome, phase: fails.phase, exitCode: this.exitCode(key) }
  }

  private output(key: string, output: string, call: string): string | undefined {
    const variable = this.subject.variables.get(outputKey(key, output))
    return variable && this.valueOf(variable, call)
  }

  private exitCode(key: string): number {
    const variable = this.subject.variables.get(outputKey(key, 'exitCode'))
    if (variable === undefined || this.slice?.variables.has(variable) !== true) return 1
    const codes = variable.values.map(Number).filter((code) => Number.isInteger(code) && code !== 0)
    const options = [...new Set([1, ...codes])].map(String)
    const chosen = this.choices.choose(variable.key, options)
    this.chosen.set(variable.name, chosen)
    return Number(chosen)
  }

  /** Of calls that are tried each for itself, where this one stands. A template that calls itself does so in one way from then on. */
  private callOf(run: Run, node: RunNode): string {
    const outer = [...aboveOf(run, node)].map(({ origin }) => siteKey(origin))
    const isAgain = outer.includes(siteKey(node.origin)) || new Set(outer).size < outer.length
    const again = isAgain ? ' again' : ''
    return this.slice?.isPerCall === true ? `${again} in ${[...new Set(outer)].join(' ')}` : again
  }

  /** Ends a suspended node as a person would. */
  private decide(run: Run, node: RunNode): void {
    const key = siteKey(node.origin)
    if (this.failing.some(({ site }) => site === key)) {
      run.reject(node.id)
      return
    }
    const call = this.callOf(run, node)
    const given = (node.outputs?.parameters ?? []).flatMap((output): [string, string][] => {
      const name = textIn(output, 'name')
      if (name === undefined) return []
      const input = node.inputs?.parameters.find((one) => one['name'] === name)
      const [first = OTHER] = listIn(input, 'enum').map(String)
      return [[name, this.output(key, `parameters.${name}`, call) ?? first]]
    })
    if (run.resume(node.id, Object.fromEntries(given)) !== undefined) run.reject(node.id)
  }
}

function addTo(passed: Map<string, Passed[]>, key: string, one: Passed): void {
  const known = passed.get(key)
  if (known === undefined) passed.set(key, [one])
  else if (known.length < MOST_PASSED) known.push(one)
}

function isMeant(
  { site, isFirst }: Failing,
  key: string,
  { item, attempt: number = 0 }: RunNode,
  template: OutcomeRequest['template'],
): boolean {
  if (site !== key || (isFirst && (item?.index ?? 0) > 0)) return false
  const retry = objectIn(template, 'retryStrategy')
  const isEndless = retry !== undefined && !('limit' in retry)
  return !isEndless || number < MOST_ATTEMPTS
}

/** The nodes that a node is a part of, from the inside out. */
function* aboveOf(run: Run, node: RunNode): Generator<RunNode> {
  let at = run.nodes.get(node.boundaryID)
  while (at !== undefined) {
    yield at
    at = run.nodes.get(at.boundaryID)
  }
}

function callsItself(run: Run, node: RunNode): string | undefined {
  const counts = new Map<string, number>()
  for (const { origin, templateName = '' } of aboveOf(run, node)) {
    const key = siteKey(origin)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > MOST_CALLS) return `${templateName} calls itself again and again`
  }
  return undefined
}
