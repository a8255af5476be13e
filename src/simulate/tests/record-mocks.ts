import { groupBy } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { anyTextIn, isTrueIn, objectIn, objectsIn, textIn } from '../engine/json.ts'
import { runNameOf, stepNameOf } from '../mocks/match.ts'
import type { MockOutcome } from '../mocks/mock.ts'
import { outcomeJson } from '../mocks/print-mocks.ts'
import type { RunNode } from '../node.ts'
import { endsItself, type ArtifactContent, type Outcome, type OutcomeRequest } from '../outcome.ts'
import { exitMessage, hasExitCode } from '../placeholder/endings.ts'
import { DEFAULT_DURATION } from '../placeholder/placeholder.ts'
import type { Answered } from '../provide.ts'
import type { Run } from '../run.ts'
import { shortText } from './content-text.ts'
import { parameterTexts } from './parameter-texts.ts'

/**
 * Mocks that make the steps of a run end again as they did: one for a step of which all nodes ended alike, else one for each node. What ends
 * that way anyway has none.
 */
export function recordMocks(
  run: Run,
  answers: ReadonlyMap<string, Answered>,
): readonly JsonObject[] {
  const recorded = [...answers.values()].map((answered): Recorded => ({
    node: answered.request.node,
    says: outcomeJson(outcomeOf(answered)),
  }))
  const groups = groupBy(recorded, ({ node }) => stepNameOf(node))
  const mocks = [...groups].flatMap(([step, group]) => mocksOfStep(run, step, group))
  return [...mocks, ...decisionsIn(run)]
}

interface Recorded {
  readonly node: RunNode
  readonly says: JsonObject
}

function mocksOfStep(run: Run, step: string, group: readonly Recorded[]): readonly JsonObject[] {
  const [first] = group
  const texts = new Set(group.map(({ says }) => JSON.stringify(says)))
  if (first === undefined || texts.size === 0) return []
  if (texts.size > 1) {
    // A node of which nothing is said must not get what is said of another.
    return group.map(({ node, says }) => ({ ...targetOf(run, node), ...sure(says) }))
  }
  if (Object.keys(first.says).length === 0) return []
  const isRoot = first.node.name === runNameOf(first.node)
  return [{ ...(isRoot ? targetOf(run, first.node) : { step }), ...first.says }]
}

function sure(says: JsonObject): JsonObject {
  return Object.keys(says).length === 0 ? { phase: 'Succeeded' } : says
}

/** The root by its template, since its name is another in each run; others by their names from the root on. */
function targetOf(run: Run, { name, templateName }: RunNode): JsonObject {
  const relative = name.slice(run.name.length)
  if (relative !== '') return { node: relative }
  return templateName === undefined ? {} : { template: templateName }
}

/** What a mock says so that a pod ends like this; nothing of what is so anyway. */
function outcomeOf({ request, outcome }: Answered): MockOutcome {
  const { template } = request
  const { phase, exitCode, message, result, duration } = outcome
  const usualCode = { Succeeded: 0, Failed: 1, Error: undefined }[phase]
  const isUsual = exitCode === (hasExitCode(template) ? usualCode : undefined)
  const isExit = phase === 'Failed' && message === exitMessage(template, exitCode ?? 1)
  const parameters = withMissing(template, 'parameters', outcome.parameters)
  const artifacts = withMissing(template, 'artifacts', textsOf(outcome.artifacts))
  return {
    // A success with another exit code must say that it is one.
    phase: phase === 'Succeeded' && isUsual ? undefined : phase,
    exitCode: isUsual ? undefined : exitCode,
    message: isExit ? undefined : message,
    result,
    parameters: Object.keys(parameters).length === 0 ? undefined : parameters,
    artifacts: Object.keys(artifacts).length === 0 ? undefined : artifacts,
    duration: isUsualDuration(request, outcome) ? undefined : Math.round(duration),
  }
}

/** Whether a pod takes as long when nothing is said of that. A daemon ends only where it is said when. */
function isUsualDuration({ template }: OutcomeRequest, outcome: Outcome): boolean {
  return isTrueIn(template, 'daemon') && outcome.phase === 'Succeeded'
    ? !endsItself(outcome)
    : outcome.duration === DEFAULT_DURATION
}

/** The outputs that are there, and null for those that the template declares and that are not. */
function withMissing(
  template: JsonObject,
  list: 'parameters' | 'artifacts',
  given: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | null>> {
  const missing = objectsIn(objectIn(template, 'outputs'), list).flatMap((one) => {
    const name = textIn(one, 'name')
    return name === undefined || Object.hasOwn(given, name) ? [] : [[name, null] as const]
  })
  const there = Object.entries(given).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  )
  return Object.fromEntries([...there, ...missing])
}

/** Artifacts that are short texts; others are left out: whoever reads them is mocked as well. */
function textsOf(
  artifacts: Readonly<Record<string, ArtifactContent>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(artifacts).map(([name, content]) => [name, shortText(content)]),
  )
}

/** Suspended nodes that a person ended: those that wait for a while only end by themselves. */
function decisionsIn(run: Run): readonly JsonObject[] {
  const timed = new Set(
    objectsIn(run.spec, 'templates')
      .filter((template) => anyTextIn(objectIn(template, 'suspend'), 'duration') !== undefined)
      .map(({ name }) => name),
  )
  return [...run.nodes.values()].flatMap((node): readonly JsonObject[] => {
    if (node.type !== 'Suspend' || timed.has(node.templateName ?? '')) return []
    const target = targetOf(run, node)
    if (node.phase === 'Failed') return [{ ...target, reject: node.message || true }]
    if (node.phase !== 'Succeeded') return []
    const parameters = parameterTexts(node.outputs?.parameters ?? [])
    return [{ ...target, resume: Object.keys(parameters).length === 0 ? true : { parameters } }]
  })
}
