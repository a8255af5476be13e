import { RecallEach } from '../../base/index.ts'
import {
  readManifest,
  resolveTemplateRef,
  isManifestKind,
  type LaneView,
  type StepView,
  type TemplateSource,
  type TemplateView,
} from '../../argo/index.ts'
import type { YamlTree } from '../../yaml/index.ts'
import { stepsOf, type PlacedStep } from '../scope.ts'
import type { DocumentFinding } from './documents.ts'

const referring = new WeakMap<TemplateView, readonly PlacedStep[]>()

/**
 * A template of another manifest that a step calls must be there, as far as that manifest is: in this file, or in `others`. Of a manifest
 * that is nowhere nothing is said, for the cluster may have it.
 */
export function checkTemplateRefs(
  tree: YamlTree,
  others: readonly TemplateSource[],
): readonly DocumentFinding[] {
  const sources = [{ tree }, ...others]
  return tree.documents.flatMap((root, document) => {
    const manifest = readManifest(root)
    const { kind, spec, specPath, namespace } = manifest
    if (!isManifestKind(kind)) return []
    return spec.templates.flatMap((template, index) =>
      referencesOf(template).flatMap(({ step, path }): readonly DocumentFinding[] => {
        const message = wrong(step, sources, namespace)
        const at = [...specPath, 'templates', index, ...path, 'templateRef', 'template']
        return message === undefined
          ? []
          : [{ code: 'template-unknown', message, path: at, document }]
      }),
    )
  })
}

function wrong(
  { templateRef }: StepView,
  sources: readonly TemplateSource[],
  namespace: string | undefined,
): string | undefined {
  if (templateRef === undefined) return undefined
  const found = resolveTemplateRef(sources, templateRef, namespace)
  if (found.status !== 'lacking') return undefined
  const names = found.manifest.spec.templates.flatMap(({ name }) => name ?? [])
  const has = names.length === 0 ? 'It has none.' : `It has ${names.slice(0, 8).join(', ')}.`
  return `The ${String(found.manifest.kind)} ${String(templateRef.name)} has no template ${String(templateRef.template)}. ${has}`
}

function referencesOf(template: TemplateView): readonly PlacedStep[] {
  const known = referring.get(template)
  if (known !== undefined) return known
  const isAny =
    template.lanes.length === 0 || referringLanes.of(template.lanes).some((refers) => refers)
  const made = isAny ? stepsOf(template).filter(({ step }) => isReferring(step)) : []
  referring.set(template, made)
  return made
}

const referringLanes = new RecallEach<LaneView, boolean>(({ steps }) => steps.some(isReferring))

function isReferring({ templateRef }: StepView): boolean {
  return templateRef !== undefined
}
