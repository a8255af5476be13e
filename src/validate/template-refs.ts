import { RecallEach } from '../base/index.ts'
import type { LaneView, StepView, TemplateView } from '../argo/index.ts'
import { stepsOf, type PlacedStep } from './scope.ts'

const known = new WeakMap<TemplateView, readonly PlacedStep[]>()

/** The steps and tasks of a template that call a template of another manifest. Lanes that an edit did not touch are not gone through again. */
export function templateRefsIn(template: TemplateView): readonly PlacedStep[] {
  const found = known.get(template)
  if (found !== undefined) return found
  const isAny =
    template.lanes.length === 0 || referringLanes.of(template.lanes).some((refers) => refers)
  const made = isAny ? stepsOf(template).filter(({ step }) => isReferring(step)) : []
  known.set(template, made)
  return made
}

const referringLanes = new RecallEach<LaneView, boolean>(({ steps }) => steps.some(isReferring))

function isReferring({ templateRef }: StepView): boolean {
  return templateRef !== undefined
}
