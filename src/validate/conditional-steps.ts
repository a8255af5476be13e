import { stepGroups, stepsIn, type TemplateView } from '../argo/index.ts'

/** The conditions of steps, by name: those of them may be skipped. */
export type Conditional = ReadonlyMap<string, string>

const none: Conditional = new Map()

/** The steps, or tasks, of a template that may be skipped; the object of before if that still says the same. */
export function conditionalSteps(template: TemplateView, before: Conditional = none): Conditional {
  let found: Map<string, string> | undefined
  for (const group of stepGroups(template))
    for (const { name, when } of stepsIn(group))
      if (when !== undefined && name !== undefined) (found ??= new Map()).set(name, when)
  if (found === undefined) return none
  const isSame =
    found.size === before.size && [...found].every(([name, when]) => before.get(name) === when)
  return isSame ? before : found
}

/** Names of steps that got another condition, or have one now and had none, or the reverse. */
export function changedConditions(before: Conditional, after: Conditional): readonly string[] {
  if (before === after) return []
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => before.get(name) !== after.get(name))
}
