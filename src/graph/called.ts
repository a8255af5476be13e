import type { ManifestView, StepView, TemplateView } from '../argo/index.ts'

/** The template of this file that a step calls: the one in place, or that of its name. */
export function calledBy(
  step: StepView,
  byName: ReadonlyMap<string, TemplateView>,
): TemplateView | undefined {
  if (step.inline !== undefined) return step.inline
  return step.template === undefined ? undefined : byName.get(step.template)
}

/** Of several templates of one name the first, which is the one that Argo takes. */
export function templatesByName(manifest: ManifestView): ReadonlyMap<string, TemplateView> {
  const byName = new Map<string, TemplateView>()
  for (const template of manifest.spec.templates) {
    if (template.name !== undefined && !byName.has(template.name))
      byName.set(template.name, template)
  }
  return byName
}
