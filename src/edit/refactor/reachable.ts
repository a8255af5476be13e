import {
  allSteps,
  templateIndex,
  type ManifestView,
  type StepView,
  type TemplateView,
} from '../../argo/index.ts'
import { itemsOf, valueOf, type YamlNode } from '../../yaml/index.ts'

/**
 * The templates that run when a step runs, its hooks and what those call included: by name, or given in place. What is in other files
 * is not known.
 */
export function templatesRunBy(manifest: ManifestView, step: StepView): readonly TemplateView[] {
  const found = new Set<TemplateView>()
  const visitStep = (caller: StepView): void => {
    if (caller.inline !== undefined) visit(caller.inline)
    else visitName(caller.template)
    visitName(caller.onExit)
    for (const name of hookTemplates(caller.node)) visitName(name)
  }
  const visitName = (name: string | undefined): void => {
    const index = templateIndex(manifest, name)
    const view = index === undefined ? undefined : manifest.spec.templates[index]
    if (view !== undefined) visit(view)
  }
  const visit = (template: TemplateView): void => {
    if (found.has(template)) return
    found.add(template)
    allSteps(template).forEach(visitStep)
  }
  visitStep(step)
  return [...found]
}

/** The names of the templates that the hooks under a node call. */
export function hookTemplates(owner: YamlNode | undefined): readonly string[] {
  const hooks = valueOf(owner, 'hooks')
  if (hooks?.kind !== 'map') return []
  return hooks.entries.flatMap(({ value }) => {
    const name = valueOf(value, 'template')
    return name?.kind === 'scalar' ? [name.value] : []
  })
}

/** The global outputs that a template declares, by their global names. */
export function globalOutputs({ node }: TemplateView): readonly string[] {
  const outputs = valueOf(node, 'outputs')
  return ['parameters', 'artifacts'].flatMap((list) =>
    itemsOf(valueOf(outputs, list)).flatMap((item) => {
      const name = valueOf(item, 'globalName')
      return name?.kind === 'scalar' ? [name.value] : []
    }),
  )
}
