import type { Path } from '../../base/index.ts'
import type { FoundReference } from '../../expression/index.ts'
import type { Finding } from '../problem.ts'
import type { TextRule } from '../scope.ts'

/**
 * A step may refer to steps of strictly earlier lanes. Argo's lint lets earlier steps of the same lane pass, but at run time the lane
 * waits for itself forever. Hooks run when their step does, so they may refer to it; outputs are made at the end.
 */
export const checkStepReferences: TextRule = ({ path, references }, lane, around) => {
  if (around.type !== 'steps') return []
  return references.flatMap((found) => judge(found, path, lane, around.steps.places) ?? [])
}

function judge(
  { reference, form }: FoundReference,
  path: Path,
  own: number | undefined,
  lanes: ReadonlyMap<string, number>,
): Finding | undefined {
  if (reference.kind !== 'step' || reference.scope !== 'steps' || isInnerLane(path))
    return undefined
  const { name } = reference.step
  // Names that begin so are never checked by Argo, and names made of tags are not known.
  if (name === '' || name === 'name' || name.includes('{')) return undefined
  const found = { path, within: reference.range }
  // An expression may guard what is not there.
  const severity = form === 'expression' ? ({ severity: 'warning' } as const) : {}
  const lane = lanes.get(name)
  if (lane === undefined) {
    const message = `There is no step ${name} in this template. Refer to one that is there.`
    return { code: 'step-unknown', message, ...found, ...severity }
  }
  if (own === undefined || path[0] === 'hooks' || lane < own) return undefined
  if (lane === own) {
    const message = `The step ${name} runs in the same lane, so its outcome is never there in time and the lane waits forever. Move one of the two to another lane.`
    return { code: 'step-sibling', message, ...found, ...severity }
  }
  const message = `The step ${name} runs in a later lane, so its outcome is not there yet. Move this step below it.`
  return { code: 'step-later', message, ...found, ...severity }
}

/** Whether a text belongs to the steps of a template that is given in place: they refer to each other. */
function isInnerLane(path: Path): boolean {
  const inline = path.indexOf('inline')
  return inline >= 0 && path.slice(inline).some((part) => part === 'steps' || part === 'outputs')
}
