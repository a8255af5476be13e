import type { YamlTree } from '../yaml/index.ts'
import { readManifest } from './read.ts'
import { templateIndex } from './resolve.ts'
import type { ManifestView, TemplateView } from './view.ts'

/** Where templates may be found: a file that is open, or what a cluster has. */
export interface TemplateSource {
  readonly tree: YamlTree
}

/** What a step, a hook or a whole workflow refers to. Without `template`, all of the manifest is meant. */
export interface ManifestReference {
  readonly name: string | undefined
  readonly template?: string | undefined
  readonly clusterScope: boolean
}

/** A manifest that was found, and where. */
export interface FoundManifest<S extends TemplateSource> {
  readonly source: S
  readonly document: number
  readonly manifest: ManifestView
}

export type Resolution<S extends TemplateSource> =
  /** The manifest is there; the template too, if one was asked for by its name. */
  | (FoundManifest<S> & {
      readonly status: 'found'
      readonly index: number | undefined
      readonly template: TemplateView | undefined
    })
  /** The manifest is there, and has no such template. */
  | (FoundManifest<S> & { readonly status: 'lacking' })
  /** The manifest is in none of the sources. */
  | { readonly status: 'unknown' }
  /** The reference names nothing yet, or is made of tags that only a run fills in. */
  | { readonly status: 'open' }

/**
 * Finds what a reference means, by Argo's rules: a ClusterWorkflowTemplate with `clusterScope`, else a WorkflowTemplate of the same
 * namespace. A manifest without a namespace gets one when it is submitted, so it fits every other; one that names the very
 * namespace goes first, and of several alike the first. With `isExact`, none without a namespace fits one that has one, nor the reverse:
 * so it is for Argo's lint without a cluster.
 */
export function resolveTemplateRef<S extends TemplateSource>(
  sources: readonly S[],
  reference: ManifestReference,
  namespace: string | undefined,
  isExact = false,
): Resolution<S> {
  const { name, template, clusterScope } = reference
  const isOpen = [name ?? '', ...('template' in reference ? [template ?? ''] : [])].some(
    (text) => text === '' || text.includes('{{'),
  )
  if (isOpen || name === undefined) return { status: 'open' }
  const found = findManifest(sources, name, clusterScope, namespace, isExact)
  if (found === undefined) return { status: 'unknown' }
  if (template === undefined)
    return { ...found, status: 'found', index: undefined, template: undefined }
  const index = templateIndex(found.manifest, template)
  if (index === undefined) return { ...found, status: 'lacking' }
  return { ...found, status: 'found', index, template: found.manifest.spec.templates[index] }
}

function findManifest<S extends TemplateSource>(
  sources: readonly S[],
  name: string,
  clusterScope: boolean,
  namespace: string | undefined,
  isExact: boolean,
): FoundManifest<S> | undefined {
  const kind = clusterScope ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'
  let fitting: FoundManifest<S> | undefined
  for (const source of sources) {
    for (const [document, root] of source.tree.documents.entries()) {
      const manifest = readManifest(root)
      if (manifest.kind !== kind || manifest.name !== name) continue
      const found = { source, document, manifest }
      if (clusterScope || manifest.namespace === namespace) return found
      const fits = !isExact && (manifest.namespace === undefined || namespace === undefined)
      if (fits) fitting ??= found
    }
  }
  return fitting
}
