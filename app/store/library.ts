import {
  resolveTemplateRef,
  type ManifestReference,
  type Resolution,
} from '../../src/argo/index.ts'
import { referenceWords } from './reference-words.ts'
import type { Scene } from './scene.ts'
import type { OpenSource } from './workspace.ts'

/** Under what a reference is noted among the gaps: it means another manifest in another namespace. */
export function referenceKey(
  { name = '', clusterScope }: ManifestReference,
  namespace: string | undefined,
): string {
  return JSON.stringify([clusterScope ? null : (namespace ?? ''), clusterScope, name])
}

/** Where what a reference means is to be found, in words. */
export interface Whereabouts {
  readonly found: Resolution<OpenSource>
  /** A sentence, where there is something to say. */
  readonly text: string | undefined
  /** What leads there. */
  readonly open: string | undefined
  /** Whether the cluster could be asked once more. */
  readonly mayAsk: boolean
}

/** Says where what a reference means is: in an open file, in the cluster, or why it is not known. */
export function whereabouts(
  { sources, manifest, gaps }: Scene,
  reference: ManifestReference,
): Whereabouts {
  const found = resolveTemplateRef(sources, reference, manifest.namespace)
  const words = referenceWords(reference)
  const nothing = { found, text: undefined, open: undefined, mayAsk: false }
  switch (found.status) {
    case 'found':
      return found.source.id === undefined
        ? {
            ...nothing,
            text: `${words} is in ${placeWords(found.source)}.`,
            open: 'Open to look at',
          }
        : { ...nothing, open: `Open in ${found.source.name}` }
    case 'lacking':
      return {
        ...nothing,
        text: `${words} is in ${placeWords(found.source)} and has no such template.`,
      }
    case 'unknown': {
      const gap = gaps.get(referenceKey(reference, manifest.namespace))
      const text =
        gap?.text ?? `${words} is not open. Open its file to see what it needs and to go inside.`
      return { ...nothing, text, mayAsk: gap !== undefined && gap.kind !== 'asking' }
    }
    case 'open':
      return nothing
  }
}

function placeWords({ id, name, origin }: OpenSource): string {
  return id === undefined ? (origin ?? 'the cluster') : name
}
