import { err, ok, type Result } from '../../base/index.ts'
import {
  evaluateWhen,
  findTags,
  renderTemplate,
  type TemplateVariables,
} from '../../expression/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { markAbsent, resolveArtifacts } from './arguments.ts'
import { objectIn, textIn } from './json.ts'
import { unroll } from './items.ts'
import type { Origin, Verdict } from '../node.ts'
import type { Moment, Scope } from './scope.ts'
import type { Call, NewNode, RunState } from './state.ts'
import { substitute } from './substitute.ts'
import { isLoop } from './template.ts'
import { fault, type Trouble } from './trouble.ts'
import { Layers } from './variables.ts'

/** References to steps and tasks must have a value; Argo waits until they do. */
const strict = ['steps', 'tasks']

/** A step or task that is ready to run, or not to, with what its condition came to. */
export interface ReadyCall extends Call {
  readonly verdict?: Verdict
}

/**
 * Fills into a step or task what it refers to, and unrolls its loop: one call for each item, none for an empty list (Argo:
 * `resolveReferences` and `expandStepGroup`). The condition comes first: where it does not hold, nothing else must have a value.
 */
export function readyCalls(
  run: RunState,
  kind: 'step' | 'task',
  json: JsonObject,
  origin: Origin,
  scope: Scope,
): Result<readonly ReadyCall[], Trouble> {
  const variables = new Layers(run.globals, scope.variables)
  const { moment } = run
  const filled = fillIn(json, scope, variables, moment)
  if (!filled.ok) return kind === 'task' ? filled : err(inLane(filled.error))
  const text = textIn(json, 'when')
  const ready = (one: JsonObject, known: TemplateVariables): Verdict | undefined =>
    text === undefined ? undefined : verdictOf(text, textIn(one, 'when') ?? '', known, moment)
  if (!isLoop(json)) {
    const verdict = ready(filled.value, variables)
    const call = { name: textIn(json, 'name') ?? '', kind, json: filled.value, origin }
    return ok([{ ...call, ...(verdict && { verdict }) }])
  }
  const unrolled = unroll(filled.value, variables, moment)
  if (!unrolled.ok) return unrolled
  return ok(
    unrolled.value.map(({ name, json: one, item, variables: own }) => {
      const verdict = ready(one, new Layers(variables, own))
      return { name, kind, json: one, origin, item, ...(verdict && { verdict }) }
    }),
  )
}

/** The node of a call whose condition does not hold, or cannot be read; nothing for one that runs. */
export function skippedBy({
  verdict,
}: ReadyCall): Pick<NewNode, 'type' | 'phase' | 'message'> | undefined {
  if (!verdict || verdict.holds) return undefined
  const { error, filled } = verdict
  return error === undefined
    ? { type: 'Skipped', phase: 'Skipped', message: `when '${filled}' evaluated false` }
    : { type: 'Skipped', phase: 'Error', message: error }
}

/** In a lane Argo says what it was doing. */
function inLane({ kind, message }: Trouble): Trouble {
  return { kind, message: `failed to resolve references: ${message}` }
}

function fillIn(
  json: JsonObject,
  scope: Scope,
  variables: TemplateVariables,
  moment: Moment,
): Result<JsonObject, Trouble> {
  const { hooks, ...bare } = json
  const kept = hooks === undefined ? {} : { hooks }
  const when = textIn(json, 'when')
  if (when !== undefined) {
    const filled = substitute(when, { variables, strict, ...moment })
    if (!filled.ok) return filled
    const holds = evaluateWhen(filled.value)
    if (!holds.ok && !isLoop(json)) return err(fault(holds.error.message))
    if (holds.ok && !holds.value) return ok({ ...json, when: filled.value })
  }
  const filled = substitute(markAbsent(bare, scope), { variables, strict, ...moment })
  if (!filled.ok) return filled
  const given = objectIn(filled.value, 'arguments')
  const resolved = given && resolveArtifacts(given, scope, moment)
  if (resolved?.ok === false) return resolved
  return ok({ ...filled.value, ...(resolved && { arguments: resolved.value }), ...kept })
}

/** How a condition came out, with what its tags were replaced by. */
export function verdictOf(
  text: string,
  filled: string,
  variables: TemplateVariables,
  moment: Moment,
): Verdict {
  const values = findTags(text).map(({ range }) => {
    const tag = text.slice(range.from, range.to)
    return { tag, value: renderTemplate(tag, { variables, strict: [], ...moment }).text }
  })
  const result = evaluateWhen(filled)
  const verdict = { text, filled, values }
  return result.ok
    ? { ...verdict, holds: result.value }
    : { ...verdict, holds: false, error: result.error.message }
}
