import {
  templateAt,
  templateIndex,
  templateOfPath,
  type ManifestView,
  type StepView,
  type TemplateAddress,
  type TemplateView,
} from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import type { TrailPart } from './view-state.ts'

/** A template on the way to the one that is drawn. */
export interface Crumb {
  /** What to call it: an inline one by the step that gives it. */
  readonly name: string
  readonly template: TemplateAddress
  readonly part: TrailPart
}

/** The templates of a trail that still exist; without any, the entrypoint, else the first `steps` template, else the first. */
export function trailOf(manifest: ManifestView, parts: readonly TrailPart[]): readonly Crumb[] {
  const crumbs = crumbsOf(manifest, parts)
  if (crumbs.length > 0) return crumbs
  const { entrypoint, templates } = manifest.spec
  const start =
    templateIndex(manifest, entrypoint) ??
    [templates.findIndex(({ type }) => type === 'steps'), templates.length > 0 ? 0 : -1].find(
      (index) => index >= 0,
    )
  if (start === undefined) return []
  const name = templates[start]?.name ?? ''
  return [{ name, template: start, part: name }]
}

function crumbsOf(manifest: ManifestView, parts: readonly TrailPart[]): readonly Crumb[] {
  const crumbs: Crumb[] = []
  for (const part of parts) {
    const template =
      typeof part === 'string'
        ? templateIndex(manifest, part)
        : inlineOf(manifest, crumbs.at(-1)?.template, part.inline)
    if (template === undefined) break
    const name = typeof part === 'string' ? part : part.inline
    crumbs.push({ name, template, part })
  }
  return crumbs
}

/**
 * The trail that leads on from others to a template. A template of the list that is on it already is gone back to, so that recursion never makes
 * it grow; an inline one brings the templates that it stands in along.
 */
export function trailTo(
  manifest: ManifestView,
  crumbs: readonly Crumb[],
  template: TemplateAddress,
): readonly TrailPart[] {
  const before = crumbs.map(({ part }) => part)
  if (typeof template === 'number') {
    const known = crumbs.findIndex((crumb) => crumb.template === template)
    return known >= 0
      ? before.slice(0, known + 1)
      : [...before, manifest.spec.templates[template]?.name ?? '']
  }
  return [...outerTrail(manifest, crumbs, template), { inline: giverOf(manifest, template) }]
}

function outerTrail(
  manifest: ManifestView,
  crumbs: readonly Crumb[],
  inline: Path,
): readonly TrailPart[] {
  const outer = ownerOf(manifest, inline)
  return outer === undefined ? [] : trailTo(manifest, crumbs, outer)
}

/** The template in whose step or task an inline one stands. */
function ownerOf(manifest: ManifestView, inline: Path): TemplateAddress | undefined {
  const outer = inline.slice(0, -4)
  return outer.length === manifest.specPath.length + 2 ? templateOfPath(manifest, outer) : outer
}

/** The name of the step or task that gives an inline template. */
function giverOf(manifest: ManifestView, inline: Path): string {
  const owner = ownerOf(manifest, inline)
  const [kind, list, item] = inline.slice(-4)
  const view = owner === undefined ? undefined : templateAt(manifest, owner)
  if (view === undefined || typeof item !== 'number') return ''
  const step =
    kind === 'steps' && typeof list === 'number' ? view.lanes[list]?.steps[item] : view.tasks[item]
  return step?.name ?? ''
}

/** Address of the inline template of the step or task of a name; of those without a name the first. */
function inlineOf(
  manifest: ManifestView,
  owner: TemplateAddress | undefined,
  name: string,
): TemplateAddress | undefined {
  const view = owner === undefined ? undefined : templateAt(manifest, owner)
  if (view === undefined || owner === undefined) return undefined
  const path = typeof owner === 'number' ? [...manifest.specPath, 'templates', owner] : owner
  const place = placeOfInline(view, name)
  return place && [...path, ...place, 'inline']
}

function placeOfInline({ lanes, tasks }: TemplateView, name: string): Path | undefined {
  const isGiver = (step: StepView): boolean =>
    (step.name ?? '') === name && step.inline !== undefined
  for (const [lane, { steps }] of lanes.entries()) {
    const step = steps.findIndex(isGiver)
    if (step >= 0) return ['steps', lane, step]
  }
  const task = tasks.findIndex(isGiver)
  return task < 0 ? undefined : ['dag', 'tasks', task]
}

/**
 * The same way by the names of now, when an edit has renamed a template or step on it; nothing when all of it is there as it was, or when
 * templates came or went as well.
 */
export function renamedTrail(
  manifest: ManifestView,
  parts: readonly TrailPart[],
  before: { readonly trail: readonly Crumb[]; readonly manifest: ManifestView },
): readonly TrailPart[] | undefined {
  if (crumbsOf(manifest, parts).length === parts.length) return undefined
  if (manifest.spec.templates.length !== before.manifest.spec.templates.length) return undefined
  let crumbs: readonly Crumb[] = []
  for (const { template } of before.trail) {
    if (templateAt(manifest, template) === undefined) return undefined
    crumbs = crumbsOf(manifest, trailTo(manifest, crumbs, template))
  }
  const renamed = crumbs.map(({ part }) => part)
  return crumbs.length === before.trail.length ? renamed : undefined
}
