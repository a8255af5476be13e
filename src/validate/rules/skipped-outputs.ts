import type { StepView } from '../../argo/index.ts'
import type { StepReference } from '../../expression/index.ts'
import type { Finding } from '../problem.ts'
import type { PlacedStepRule } from '../scope.ts'
import { textsUnder } from '../texts.ts'

/**
 * A step with a condition may be skipped, and then its outputs are not there: whoever refers to a result waits forever, and a parameter without
 * a default is an error. So whoever refers to them needs a condition that asks what became of the step, or the same one.
 */
export const checkSkippedOutputs: PlacedStepRule = (step, { conditional }) => {
  if (conditional.size === 0) return []
  return textsUnder(step.node).flatMap(({ path, references }) => {
    if (path[0] === 'when' || path[0] === 'hooks') return []
    return references.flatMap(({ reference, form }): readonly Finding[] => {
      // An expression may say what to do without it.
      if (reference.kind !== 'step' || form !== 'tag' || !isOutput(reference)) return []
      const { name } = reference.step
      const condition = conditional.get(name)
      if (condition === undefined || isGuarded(step, name, condition)) return []
      const message = `The step ${name} runs only under a condition, and when it is skipped this output is not there. Run this step only if it is: “{{${reference.scope}.${name}.status}} == Succeeded”.`
      return [{ code: 'output-maybe-skipped', message, path, within: reference.range }]
    })
  })
}

function isOutput({ part }: StepReference): boolean {
  return part.kind === 'result' || part.kind === 'parameter'
}

function isGuarded({ when, depends }: StepView, name: string, condition: string): boolean {
  if (when !== undefined && (when === condition || when.includes(`.${name}.`))) return true
  return depends?.includes(`${name}.`) === true
}
