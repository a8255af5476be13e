import { Recall } from '../base/index.ts'
import { matchSteps, stepGroups, stepsIn, type StepGroup } from './step-names.ts'
import type { StepView, TemplateView } from './view.ts'

/** The steps, or tasks, of a template by their names, as those see them who refer to them; of several of one name the first. */
export type StepCalls = ReadonlyMap<string, StepView>

interface Made {
  readonly groups: readonly StepGroup[]
  readonly calls: StepCalls
}

const known = new Recall<StepGroup, Made>()
const none: StepCalls = new Map()

/**
 * The steps of a template by name, in the order of the text. The same map as before an edit that changed nothing that others can refer to: names,
 * what is called, loops and hooks. What else a step of it has may be of before the edit.
 */
export function stepCalls(template: TemplateView): StepCalls {
  const groups = stepGroups(template)
  if (groups.length === 0) return none
  const earlier = known.find(groups)
  const calls =
    earlier !== undefined && matchSteps(earlier.groups, groups, isSameCall)
      ? earlier.calls
      : collect(groups)
  known.keep(groups, { groups, calls })
  return calls
}

/** Names of steps that are not what they were, for those who keep what they found out with the help of `before`. */
export function changedCalls(before: StepCalls, after: StepCalls): ReadonlySet<string> {
  const changed = new Set<string>()
  if (before === after) return changed
  for (const [name, step] of after) {
    const other = before.get(name)
    if (other !== step && (other === undefined || !isSameCall(other, step))) changed.add(name)
  }
  for (const name of before.keys()) if (!after.has(name)) changed.add(name)
  return changed
}

function isSameCall(a: StepView, b: StepView): boolean {
  return (
    a.name === b.name &&
    a.template === b.template &&
    a.inline === b.inline &&
    a.loop === b.loop &&
    a.collects === b.collects &&
    String(a.itemFields) === String(b.itemFields) &&
    (a.onExit === undefined) === (b.onExit === undefined) &&
    String(a.hooks) === String(b.hooks) &&
    a.templateRef?.name === b.templateRef?.name &&
    a.templateRef?.template === b.templateRef?.template &&
    a.templateRef?.clusterScope === b.templateRef?.clusterScope
  )
}

function collect(groups: readonly StepGroup[]): StepCalls {
  const calls = new Map<string, StepView>()
  for (const group of groups) {
    for (const step of stepsIn(group)) {
      if (step.name !== undefined && !calls.has(step.name)) calls.set(step.name, step)
    }
  }
  return calls
}
