import { commonItems, Recall } from '../base/index.ts'
import type { LaneView, StepView, TemplateView } from './view.ts'

/** What starts together: a lane of a `steps` template, or one task of a `dag`. */
export type StepGroup = LaneView | StepView

/** The names of the steps, or tasks, of a template. */
export interface StepNames {
  /** For each name, the index of the first lane, or task, that has it. */
  readonly places: ReadonlyMap<string, number>
  /** The names that more than one step has; `undefined` among them when more than one has none. */
  readonly repeated: ReadonlySet<string | undefined>
}

/** The lanes of a `steps` template, the tasks of a `dag`; none for other types. */
export function stepGroups(template: TemplateView): readonly StepGroup[] {
  return template.lanes.length > 0 ? template.lanes : template.tasks
}

/** The steps of a lane; a task alone. */
export function stepsIn(group: StepGroup): readonly StepView[] {
  return 'steps' in group ? group.steps : [group]
}

/** All steps of the lanes of a template, or its tasks. */
export function allSteps({ lanes, tasks }: TemplateView): readonly StepView[] {
  return [...lanes.flatMap(({ steps }) => steps), ...tasks]
}

interface Made {
  readonly groups: readonly StepGroup[]
  readonly names: StepNames
}

const known = new Recall<StepGroup, Made>()
const none: StepNames = { places: new Map(), repeated: new Set() }

/** The names of a template's steps. The same object as before an edit that changed none of them. */
export function stepNames(template: TemplateView): StepNames {
  const groups = stepGroups(template)
  if (groups.length === 0) return none
  const earlier = known.find(groups)
  const names =
    earlier !== undefined && matchSteps(earlier.groups, groups, haveSameName)
      ? earlier.names
      : collect(groups)
  known.keep(groups, { groups, names })
  return names
}

/** Whether lanes, or tasks, have the same number of steps at each place, and `isSame` holds for each two at one place. Those that are the same objects are. */
export function matchSteps(
  a: readonly StepGroup[],
  b: readonly StepGroup[],
  isSame: (step: StepView, other: StepView) => boolean,
): boolean {
  if (a.length !== b.length) return false
  const { start, end } = commonItems(a, b)
  return a.slice(start, a.length - end).every((group, index) => {
    const other = b[start + index]
    if (other === undefined) return false
    const [steps, others] = [stepsIn(group), stepsIn(other)]
    return (
      steps.length === others.length &&
      steps.every((step, at) => {
        const counterpart = others[at]
        return counterpart !== undefined && isSame(step, counterpart)
      })
    )
  })
}

function haveSameName(a: StepView, b: StepView): boolean {
  return a.name === b.name
}

function collect(groups: readonly StepGroup[]): StepNames {
  const places = new Map<string, number>()
  const repeated = new Set<string | undefined>()
  let nameless = 0
  for (const [index, group] of groups.entries()) {
    for (const { name } of stepsIn(group)) {
      if (name === undefined) {
        if (++nameless === 2) repeated.add(undefined)
      } else if (places.has(name)) repeated.add(name)
      else places.set(name, index)
    }
  }
  return { places, repeated }
}
