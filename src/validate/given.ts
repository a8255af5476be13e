import type { Path } from '../base/index.ts'
import {
  calledFacts,
  type ArtifactView,
  type CalledFacts,
  type ParameterView,
  type StepView,
} from '../argo/index.ts'
import { holdsAlias, valueOf } from '../yaml/index.ts'
import type { FixMaker } from './fix.ts'
import type { DocumentScope, Surroundings } from './scope.ts'
import { calledBy } from './surroundings.ts'

/** What is given to a template that is called. */
export interface Given {
  /** Who gives it, as in `step a`. */
  readonly who: string
  /** Of the map `arguments`. */
  readonly path: Path
  readonly called: CalledFacts
  readonly calledName: string
  readonly parameters: readonly ParameterView[]
  readonly artifacts: readonly ArtifactView[]
}

const none: readonly Given[] = []
/** What was worked out last for a step: several rules ask for the same. */
const known = new WeakMap<StepView, { around: Surroundings; given: readonly Given[] }>()

/**
 * What a step or task, and each of its hooks, gives to templates that are known. Arguments that several steps share by an alias are left out:
 * not all of them are meant for each.
 */
export function givenBy(step: StepView, around: Surroundings): readonly Given[] {
  if (step.parameters.length + step.artifacts.length + step.hookCalls.length === 0) return none
  const found = known.get(step)
  if (found?.around === around) return found.given
  const given = workOut(step, around)
  known.set(step, { around, given })
  return given
}

function workOut(step: StepView, around: Surroundings): readonly Given[] {
  const { hookCalls, name = 'without a name' } = step
  const who = `${around.type === 'dag' ? 'task' : 'step'} ${name}`
  const own = givenTo(step, calledBy(step, around), who, ['arguments'])
  if (hookCalls.length === 0) return own
  const hooks = hookCalls.flatMap((hook) => {
    const called = calledBy({ ...hook, inline: undefined }, around)
    return givenTo(hook, called, `hook ${hook.name} of the ${who}`, [
      'hooks',
      hook.name,
      'arguments',
    ])
  })
  return [...own, ...hooks]
}

/** Somebody who calls. */
type Caller = Pick<Given, 'parameters' | 'artifacts'> &
  Pick<StepView, 'node' | 'template'> &
  Partial<Pick<StepView, 'templateRef' | 'inline'>>

/** What a caller gives under the map at a path; nothing where what it calls is not known. */
export function givenTo(
  { node, parameters, artifacts, inline, templateRef, template }: Caller,
  called: CalledFacts | undefined,
  who: string,
  path: Path,
): readonly Given[] {
  if (called === undefined || parameters.length + artifacts.length === 0) return none
  const written = valueOf(node, 'arguments')
  if (written === undefined || holdsAlias(written)) return none
  const name = inline === undefined ? (templateRef?.template ?? template) : inline.name
  return [{ who, path, called, calledName: name ?? 'its template', parameters, artifacts }]
}

/** What a workflow gives to its entrypoint. */
export function givenToEntrypoint({ manifest, templates }: DocumentScope): readonly Given[] {
  const { spec, specPath } = manifest
  const start = templates.get(spec.entrypoint ?? '')
  if (start === undefined || spec.node === undefined) return none
  const { node, parameters, artifacts } = spec
  const caller = { node, template: start.name, parameters, artifacts }
  return givenTo(caller, calledFacts(start), 'workflow', [...specPath, 'arguments'])
}

/** Removes an argument, and what is empty then. */
export function removingArgument(name: string, path: Path): FixMaker {
  return (place) => ({
    title: `Remove ${name}`,
    command: 'setField',
    args: { path: [...place.path, ...path], value: null, emptied: 2 },
    isSafe: false,
  })
}
