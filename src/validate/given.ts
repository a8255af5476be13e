import type { Path } from '../base/index.ts'
import {
  calledFacts,
  type ArtifactView,
  type CalledFacts,
  type ParameterView,
  type StepView,
} from '../argo/index.ts'
import { holdsAlias, valueOf, type YamlNode } from '../yaml/index.ts'
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

/**
 * What a step or task, and each of its hooks, gives to templates that are known. Arguments that several steps share by an alias are left out:
 * not all of them are meant for each.
 */
export function givenBy(step: StepView, around: Surroundings): readonly Given[] {
  const { hookCalls, name = 'without a name' } = step
  if (step.parameters.length + step.artifacts.length + hookCalls.length === 0) return none
  const word = around.type === 'dag' ? 'task' : 'step'
  const own = givenTo({
    ...step,
    who: `${word} ${name}`,
    path: ['arguments'],
    called: calledBy(step, around),
  })
  if (hookCalls.length === 0) return own
  const hooks = hookCalls.flatMap((hook) =>
    givenTo({
      ...hook,
      who: `hook ${hook.name} of the ${word} ${name}`,
      path: ['hooks', hook.name, 'arguments'],
      called: calledBy({ ...hook, inline: undefined }, around),
    }),
  )
  return [...own, ...hooks]
}

/** Somebody who calls, and what. */
interface Caller extends Omit<Given, 'called' | 'calledName'> {
  readonly node: YamlNode
  readonly template: string | undefined
  readonly templateRef: StepView['templateRef']
  readonly inline?: StepView['inline']
  readonly called: CalledFacts | undefined
}

/** The same of any caller; nothing where what it calls is not known. */
export function givenTo(caller: Caller): readonly Given[] {
  const { node, who, path, called, parameters, artifacts, inline, templateRef, template } = caller
  if (called === undefined || parameters.length + artifacts.length === 0) return none
  const written = valueOf(node, 'arguments')
  if (written === undefined || holdsAlias(written)) return none
  const calledName =
    (inline === undefined ? (templateRef?.template ?? template) : inline.name) ?? 'its template'
  return [{ who, path, called, calledName, parameters, artifacts }]
}

/** What a workflow gives to its entrypoint. */
export function givenToEntrypoint({ manifest, templates }: DocumentScope): readonly Given[] {
  const { spec, specPath } = manifest
  const start = templates.get(spec.entrypoint ?? '')
  if (start === undefined || spec.node === undefined) return none
  return givenTo({
    who: 'workflow',
    path: [...specPath, 'arguments'],
    node: spec.node,
    template: start.name,
    templateRef: undefined,
    called: calledFacts(start),
    parameters: spec.parameters,
    artifacts: spec.artifacts,
  })
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
