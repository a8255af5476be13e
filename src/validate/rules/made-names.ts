import { nameProblem } from '../../argo/index.ts'
import { filledIn, standingFor } from '../filled-in.ts'
import type { PlacedStepRule } from '../scope.ts'

/**
 * Names that are made of tags. Argo checks the name of a step when inputs and the workflow's own values are filled in. That of a task it checks
 * then too, but there nothing that stands for an input is a name (`isValidStepName`, `validateWorkflowFieldNames`).
 */
export const checkMadeNames: PlacedStepRule = ({ name = '' }, around) => {
  if (!name.includes('{{')) return []
  const filled = filledIn(name, around.values)
  const isTask = around.type === 'dag'
  if (nameProblem(isTask ? filled : standingFor(filled, around)) === undefined) return []
  const message = isTask
    ? `Argo takes no tags in names of tasks. Write a name instead of ${name}.`
    : `${name} cannot be filled in when Argo checks the workflow, for only inputs and the workflow’s own values are known then. Write a name without other tags.`
  return [{ code: 'name-invalid', message, path: ['name'] }]
}
