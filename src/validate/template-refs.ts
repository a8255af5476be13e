import { RecallEach, type Path } from '../base/index.ts'
import type { LaneView, StepView, TemplateRefView, TemplateView } from '../argo/index.ts'

/** What calls a template of another manifest. */
export interface PlacedRef {
  readonly reference: TemplateRefView
  /** Of the map `templateRef`, from the template. */
  readonly path: Path
  /** Whether it is a hook, at which Argo's lint does not look. */
  readonly isHook: boolean
}

const known = new WeakMap<TemplateView, readonly PlacedRef[]>()
const none: readonly PlacedRef[] = []

/**
 * What the steps and tasks of a template, their hooks and their inline templates call in other manifests. Lanes that an edit did not touch
 * are not gone through again.
 */
export function templateRefsIn(template: TemplateView): readonly PlacedRef[] {
  const found = known.get(template)
  if (found !== undefined) return found
  const { lanes, tasks } = template
  const made =
    lanes.length > 0
      ? placed(ofLanes.of(lanes), ['steps'])
      : tasks.length > 0
        ? placed(ofTasks.of(tasks), ['dag', 'tasks'])
        : none
  known.set(template, made)
  return made
}

const ofLanes = new RecallEach<LaneView, readonly PlacedRef[]>(({ steps }) =>
  placed(steps.map(ofStep), []),
)
const ofTasks = new RecallEach<StepView, readonly PlacedRef[]>(ofStep)

function ofStep({ templateRef, inline, hookCalls }: StepView): readonly PlacedRef[] {
  if (templateRef === undefined && inline === undefined && hookCalls.length === 0) return none
  const hooks = hookCalls.flatMap(({ name, templateRef: reference }): readonly PlacedRef[] =>
    reference === undefined
      ? none
      : [{ reference, path: ['hooks', name, 'templateRef'], isHook: true }],
  )
  return [
    // An inline template goes first.
    ...(templateRef === undefined || inline !== undefined
      ? none
      : [{ reference: templateRef, path: ['templateRef'], isHook: false }]),
    ...hooks,
    ...(inline === undefined ? none : below(['inline'], templateRefsIn(inline))),
  ]
}

function placed(lists: readonly (readonly PlacedRef[])[], path: Path): readonly PlacedRef[] {
  let all: PlacedRef[] | undefined
  for (const [index, refs] of lists.entries())
    if (refs.length > 0) (all ??= []).push(...below([...path, index], refs))
  return all ?? none
}

function below(path: Path, refs: readonly PlacedRef[]): readonly PlacedRef[] {
  return refs.map((ref) => ({ ...ref, path: [...path, ...ref.path] }))
}
