import type { ManifestView, StepView } from '../../src/argo/index.ts'

/** Where a template is called from. */
export interface TemplateCalls {
  /** Steps and tasks that call it. */
  readonly count: number
  readonly isEntrypoint: boolean
  readonly isExitHandler: boolean
}

/** Who calls the template of a name. */
export function templateCalls(manifest: ManifestView, name: string | undefined): TemplateCalls {
  const calls = (steps: readonly StepView[]): number =>
    steps.filter(({ template }) => name !== undefined && template === name).length
  const count = manifest.spec.templates.reduce(
    (sum, { lanes, tasks }) =>
      sum + calls(tasks) + lanes.reduce((inLanes, { steps }) => inLanes + calls(steps), 0),
    0,
  )
  const { entrypoint, onExit } = manifest.spec
  return {
    count,
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
