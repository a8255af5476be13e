import { ok, type Result } from '../base/index.ts'
import type { JsonObject } from '../yaml/index.ts'
import { Choices } from './choices.ts'
import { isObject, listIn, objectIn, objectsIn, textIn } from './engine/json.ts'
import { Manifests, type Manifest } from './engine/manifests.ts'
import { stepNameOf } from './mocks/match.ts'
import type { Origin, RunNode } from './node.ts'
import type { Outcome, OutcomeRequest } from './outcome.ts'
import { expectedIn } from './placeholder/expected.ts'
import { placeholder, type Expected, type ExpectedOf } from './placeholder/placeholder.ts'
import type { Run, RunOptions } from './run.ts'
import { startRun } from './engine/start.ts'
import { groupsOf, tasksOf, typeOf } from './engine/template.ts'

/** Whether a step or task runs, over all that was tried. */
export interface Reach {
  readonly origin: Origin
  readonly name: string
  /** The template that it is a part of. */
  readonly template: string
  /** `always`: whenever nothing fails. `sometimes`: `example` says when. `never`: in no run. */
  readonly runs: 'always' | 'sometimes' | 'never'
  /** What parameters and steps gave in one run in which it ran: `flip.result` is heads. Empty for the first run. */
  readonly example: ReadonlyMap<string, string>
}

export interface Reachability {
  readonly steps: readonly Reach[]
  /** How many runs were tried. */
  readonly tried: number
  /** Whether all combinations were tried. */
  readonly isComplete: boolean
}

export interface ReachOptions extends RunOptions {
  /** So many runs are tried at most; 200 unless told. */
  readonly most?: number
}

/** What no condition compares with, so that it stands for all other values. */
const OTHER = 'something_else'

/** A run that goes on for longer is broken off: a recursion without end needs no more. */
const MOST_NODES = 2000

/**
 * Tries a workflow with all values that its parameters and the outputs of its steps may take: those of `enum`s, those that conditions
 * compare them with, and one other. Then once more for each step with a failure of that step. Tells which steps ran always, sometimes or
 * never. Refused as `startRun` refuses.
 */
export function reachOf(options: ReachOptions): Result<Reachability, string> {
  const { most = 200, sources, document, namespace, parameters = {} } = options
  const manifest = new Manifests(sources, namespace).manifest(0, document)
  const found = new Tracker(manifest === undefined ? [] : stepsOf(manifest))
  const subject: Subject = {
    options,
    open: openParameters(manifest?.spec, parameters),
    expectedOf: expectedIn(sources),
  }
  const choices = new Choices()
  const failing = new Set<string>()
  let tried = 0
  let isComplete = false
  while (tried < most && !isComplete) {
    const run = tryOnce(subject, choices, undefined, failing)
    if (!run.ok) return run
    found.add(run.value, choices.chosen, true)
    tried++
    isComplete = !choices.next()
  }
  for (const step of failing) {
    if (tried >= most) break
    const run = tryOnce(subject, new Choices(), step, new Set())
    if (!run.ok) return run
    found.add(run.value, new Map([[step, 'Failed']]), false)
    tried++
  }
  return ok({ steps: found.steps(), tried, isComplete })
}

/** What is tried, again and again. */
interface Subject {
  readonly options: RunOptions
  readonly open: readonly OpenParameter[]
  readonly expectedOf: ExpectedOf
}

function tryOnce(
  { options, open, expectedOf }: Subject,
  choices: Choices,
  fails: string | undefined,
  seen: Set<string>,
): Result<Run, string> {
  const chose = open.map(({ name, values }) => [name, choices.choose(name, values)] as const)
  const parameters = { ...Object.fromEntries(chose), ...options.parameters }
  const started = startRun({ ...options, parameters })
  if (!started.ok) return started
  const run = started.value
  const choose: ExpectedOf = (node, output) => chosen(choices, node, output, expectedOf)
  do {
    for (const request of run.requests) {
      const step = stepNameOf(request.node)
      seen.add(step)
      run.answer(request.node.id, outcomeOf(request, choose, step === fails))
    }
    for (const node of run.waiting) decide(run, node, choices)
  } while (run.nodes.size < MOST_NODES && run.advance())
  return ok(run)
}

/** A parameter of the workflow that is to be chosen. */
interface OpenParameter {
  readonly name: string
  readonly values: readonly string[]
}

/** The parameters that have an `enum` and were not given. */
function openParameters(
  spec: JsonObject | undefined,
  given: Readonly<Record<string, string>>,
): readonly OpenParameter[] {
  return objectsIn(objectIn(spec, 'arguments'), 'parameters').flatMap((parameter) => {
    const name = textIn(parameter, 'name')
    const values = enumOf(parameter)
    const isOpen = name !== undefined && values.length > 0 && !Object.hasOwn(given, name)
    return isOpen ? [{ name, values }] : []
  })
}

function enumOf(parameter: JsonObject | undefined): readonly string[] {
  return listIn(parameter, 'enum').map(String)
}

/** In the place of a choice, what this run chose. */
function chosen(
  choices: Choices,
  node: RunNode,
  output: string,
  expectedOf: ExpectedOf,
): Expected | undefined {
  const expected = expectedOf(node, output)
  if (expected?.kind !== 'choice' || expected.values.length === 0) return expected
  const options = [...new Set([...expected.values, OTHER])]
  return { kind: 'choice', values: [choices.choose(`${stepNameOf(node)}.${output}`, options)] }
}

function outcomeOf(request: OutcomeRequest, expectedOf: ExpectedOf, fails: boolean): Outcome {
  const outcome = placeholder(request, expectedOf)
  return fails ? { ...outcome, phase: 'Failed', exitCode: 1 } : outcome
}

/** Ends a suspended node as a person would, with each of the choices that it offers. */
function decide(run: Run, node: RunNode, choices: Choices): void {
  const inputs = node.inputs?.parameters ?? []
  const given = (node.outputs?.parameters ?? []).flatMap((output): [string, string][] => {
    const name = textIn(output, 'name')
    if (name === undefined) return []
    const values = enumOf(inputs.find((input) => input['name'] === name))
    const options = values.length > 0 ? values : [OTHER]
    return [[name, choices.choose(`${stepNameOf(node)}.${name}`, options)]]
  })
  if (run.resume(node.id, Object.fromEntries(given)) !== undefined) run.reject(node.id)
}

interface KnownStep {
  readonly origin: Origin
  readonly name: string
  readonly template: string
}

/** All steps and tasks of the manifest that runs. */
function stepsOf({ source, document, specPath, spec }: Manifest): readonly KnownStep[] {
  const known = (json: JsonObject, template: JsonObject, path: Origin['path']): KnownStep => ({
    origin: { source, document, path },
    name: textIn(json, 'name') ?? '',
    template: textIn(template, 'name') ?? '',
  })
  return listIn(spec, 'templates').flatMap((template, index) => {
    if (!isObject(template)) return []
    const path = [...specPath, 'templates', index]
    if (typeOf(template) === 'dag')
      return tasksOf(template).map((task, at) =>
        known(task, template, [...path, 'dag', 'tasks', at]),
      )
    return groupsOf(template).flatMap((group, lane) =>
      group.map((step, at) => known(step, template, [...path, 'steps', lane, at])),
    )
  })
}

/** Keeps in which runs each step ran. */
class Tracker {
  private readonly known: readonly KnownStep[]
  private readonly examples = new Map<string, ReadonlyMap<string, string>>()
  private readonly counts = new Map<string, number>()
  private good = 0

  constructor(known: readonly KnownStep[]) {
    this.known = known
  }

  add(run: Run, chosen: ReadonlyMap<string, string>, isGood: boolean): void {
    if (isGood) this.good++
    const ran = new Set<string>()
    for (const { origin, phase, type } of run.nodes.values())
      if (type !== 'Skipped' && phase !== 'Omitted') ran.add(keyOf(origin))
    for (const key of ran) {
      if (!this.examples.has(key)) this.examples.set(key, chosen)
      if (isGood) this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
    }
  }

  steps(): readonly Reach[] {
    return this.known.map((step) => {
      const key = keyOf(step.origin)
      const example = this.examples.get(key)
      const isAlways = this.counts.get(key) === this.good
      const runs = example === undefined ? 'never' : isAlways ? 'always' : 'sometimes'
      return { ...step, runs, example: example ?? new Map<string, string>() }
    })
  }
}

function keyOf({ source, document, path }: Origin): string {
  return [source, document, ...path].join('/')
}
