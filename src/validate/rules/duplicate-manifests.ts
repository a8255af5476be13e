import { readManifest, type ManifestView, type TemplateSource } from '../../argo/index.ts'
import type { YamlTree } from '../../yaml/index.ts'
import type { CheckSettings } from '../settings.ts'
import type { DocumentFinding } from './documents.ts'

/** How often each key of the templates of a file occurs in it. */
type Keys = ReadonlyMap<string, number>

const known = new WeakMap<YamlTree, Keys>()

/**
 * No two WorkflowTemplates of a namespace, and no two ClusterWorkflowTemplates, have one name: Argo's lint without a cluster refuses all the
 * files, and in a cluster the second takes the place of the first. Open files may well be copies of each other, so other files count only
 * for `isOffline`; there, manifests without a name have the same one, too.
 */
export function checkDuplicateManifests(
  tree: YamlTree,
  others: readonly TemplateSource[],
  { isOffline }: CheckSettings,
): readonly DocumentFinding[] {
  const own = keysOf(tree)
  if (own.size === 0) return []
  return [...tree.documents.entries()].flatMap(([document, root]): readonly DocumentFinding[] => {
    const manifest = readManifest(root)
    const key = keyOf(manifest)
    if (key === undefined || (manifest.name === undefined && !isOffline)) return []
    const inFile = (own.get(key) ?? 0) > 1
    const isTwice = inFile || (isOffline && others.some((other) => keysOf(other.tree).has(key)))
    if (!isTwice) return []
    const { kind, name, namespace } = manifest
    const where = inFile ? 'This file' : 'Another file'
    const what = name === undefined ? 'without a name' : `with the name ${name}`
    const space = namespace === undefined ? '' : ` in the namespace ${namespace}`
    const message = `${where} has a second ${String(kind)} ${what}${space}. Give one of them another name.`
    const path = name === undefined ? [] : ['metadata', 'name']
    return [{ code: 'manifest-duplicate', message, path, document }]
  })
}

function keysOf(tree: YamlTree): Keys {
  const made = known.get(tree)
  if (made !== undefined) return made
  const keys = new Map<string, number>()
  for (const root of tree.documents) {
    const key = keyOf(readManifest(root))
    if (key !== undefined) keys.set(key, (keys.get(key) ?? 0) + 1)
  }
  known.set(tree, keys)
  return keys
}

function keyOf({ kind, name = '', namespace = '' }: ManifestView): string | undefined {
  if (kind === 'ClusterWorkflowTemplate') return JSON.stringify([name])
  return kind === 'WorkflowTemplate' ? JSON.stringify([namespace, name]) : undefined
}
