import type { ManifestView, StepPlace } from '../../src/argo/index.ts'

/** Where a template is called from. */
export interface TemplateCalls {
  /** Steps and tasks that call it. */
  readonly count: number
  /** The first steps of `steps` templates among them. */
  readonly places: readonly StepPlace[]
  readonly isEntrypoint: boolean
  readonly isExitHandler: boolean
}

/** Who calls the template of a name. */
export function templateCalls(manifest: ManifestView, name: string | undefined): TemplateCalls {
  const places: StepPlace[] = []
  let count = 0
  if (name !== undefined) {
    for (const [template, { lanes, tasks }] of manifest.spec.templates.entries()) {
      for (const [lane, { steps }] of lanes.entries()) {
        for (const [step, view] of steps.entries()) {
          if (view.template !== name) continue
          count++
          places.push({ template, lane, step })
        }
      }
      count += tasks.filter((task) => task.template === name).length
    }
  }
  const { entrypoint, onExit } = manifest.spec
  return {
    count,
    places,
    isEntrypoint: name !== undefined && entrypoint === name,
    isExitHandler: name !== undefined && onExit === name,
  }
}

/** The calls in words. */
export function describeCalls({ count, isEntrypoint, isExitHandler }: TemplateCalls): string {
  const roles = [
    ...(isEntrypoint ? ['the entrypoint'] : []),
    ...(isExitHandler ? ['the exit handler'] : []),
    ...(count > 0 ? [`used by ${String(count)} ${count === 1 ? 'step' : 'steps'}`] : []),
  ]
  if (roles.length === 0) return 'Not used yet.'
  const words = roles.join(', ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
