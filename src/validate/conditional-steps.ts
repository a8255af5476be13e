import { RecallEach } from '../base/index.ts'
import { stepGroups, stepsIn, type StepGroup, type TemplateView } from '../argo/index.ts'

/** The conditions of steps, by name: those of them may be skipped. */
export type Conditional = ReadonlyMap<string, string>

const none: Conditional = new Map()

const noConditions: readonly (readonly [string, string])[] = []

const inGroups = new RecallEach((group: StepGroup) => {
  const found = stepsIn(group).flatMap(({ name, when }) =>
    when !== undefined && name !== undefined ? [[name, when] as const] : [],
  )
  return found.length === 0 ? noConditions : found
})

/** The steps, or tasks, of a template that may be skipped; the object of before if that still says the same. */
export function conditionalSteps(template: TemplateView, before: Conditional = none): Conditional {
  let found: Map<string, string> | undefined
  for (const conditions of inGroups.of(stepGroups(template)))
    for (const [name, when] of conditions) (found ??= new Map()).set(name, when)
  if (found === undefined) return none
  const isSame =
    found.size === before.size && [...found].every(([name, when]) => before.get(name) === when)
  return isSame ? before : found
}

/** Names of steps that got another condition, or have one now and had none, or the reverse. */
export function changedConditions(before: Conditional, after: Conditional): readonly string[] {
  if (before === after) return []
  const gone = [...before.keys()].filter((name) => !after.has(name))
  const changed = [...after].filter(([name, when]) => before.get(name) !== when)
  return [...gone, ...changed.map(([name]) => name)]
}
