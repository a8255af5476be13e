import { FieldReader } from './fields.ts'
import { readHooks } from './read-hooks.ts'
import type { ManifestReference } from './template-ref.ts'
import type { ManifestView, StepView, TemplateView } from './view.ts'

const ofTemplates = new WeakMap<TemplateView, readonly ManifestReference[]>()

/**
 * What a manifest refers to in others, each name once: `workflowTemplateRef`, and `templateRef` of steps, tasks and their hooks, those of
 * inline templates too. Names that are missing or made of tags are not among them.
 */
export function manifestReferences(manifest: ManifestView): readonly ManifestReference[] {
  const { spec, document } = manifest
  const reader = new FieldReader(document)
  const all: ManifestReference[] = [
    { name: spec.workflowTemplateRef, clusterScope: spec.workflowTemplateScope },
    ...hooksOf(reader, spec.node),
    ...spec.templates.flatMap((template) => referencesIn(reader, template)),
  ]
  const named = new Map<string, ManifestReference>()
  for (const { name, clusterScope } of all) {
    if (name === undefined || name === '' || name.includes('{{')) continue
    named.set(`${String(clusterScope)} ${name}`, { name, clusterScope })
  }
  return [...named.values()]
}

function referencesIn(reader: FieldReader, template: TemplateView): readonly ManifestReference[] {
  const known = ofTemplates.get(template)
  if (known !== undefined) return known
  const steps = [...template.lanes.flatMap((lane) => lane.steps), ...template.tasks]
  const made = steps.flatMap((step) => ofStep(reader, step))
  ofTemplates.set(template, made)
  return made
}

function ofStep(reader: FieldReader, step: StepView): readonly ManifestReference[] {
  const { templateRef, inline, hooks, node } = step
  if (templateRef === undefined && inline === undefined && hooks.length === 0) return none
  return [
    ...(templateRef === undefined ? [] : [templateRef]),
    ...hooksOf(reader, node),
    ...(inline === undefined ? [] : referencesIn(reader, inline)),
  ]
}

const none: readonly ManifestReference[] = []

function hooksOf(
  reader: FieldReader,
  node: Parameters<FieldReader['keys']>[0],
): readonly ManifestReference[] {
  return readHooks(reader, node).flatMap(({ templateRef }) => templateRef ?? [])
}
