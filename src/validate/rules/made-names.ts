import { nameProblem } from '../../argo/index.ts'
import { findTags } from '../../expression/index.ts'
import { filledIn } from '../filled-in.ts'
import type { PlacedStepRule, Surroundings } from '../scope.ts'

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

/** A text with a letter for each tag that Argo fills in. */
function standingFor(text: string, { inputs, workflow }: Surroundings): string {
  return findTags(text)
    .toReversed()
    .reduce((made, { range, body, kind }) => {
      const input = /^inputs\.parameters\.(.+)$/.exec(body)?.[1]
      const isFilled =
        kind === 'expression' ||
        workflow.names.has(body) ||
        (input !== undefined && inputs.has(`parameter ${input}`))
      return isFilled ? `${made.slice(0, range.from)}x${made.slice(range.to)}` : made
    }, text)
}
