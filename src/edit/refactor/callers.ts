import { templatePath, type ManifestView } from '../../argo/index.ts'
import { removeItems, type YamlTree } from '../../yaml/index.ts'
import { anchorUsedElsewhere } from '../anchors.ts'
import type { Draft } from '../draft.ts'
import { templateUses } from '../template-uses.ts'

/** Who calls a template by name, but itself; for messages. */
export function callersOf(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  template: number,
): readonly string[] {
  const path = templatePath(manifest, template)
  const name = manifest.spec.templates[template]?.name
  return templateUses(tree, manifest, document)
    .filter((use) => use.name === name && !path.every((part, at) => use.path[at] === part))
    .map(({ by }) => by)
}

/** A few of many, for messages. */
export function fewOf(words: readonly string[]): string {
  const most = 4
  const all =
    words.length > most ? [...words.slice(0, most), `${String(words.length - most)} more`] : words
  return all.join(', ')
}

/**
 * Whether a template goes when its last call went: `keep` says so, else it does unless others may call it, which for a WorkflowTemplate
 * any other file may.
 */
export function goesAfter(draft: Draft, template: number, keep: boolean | undefined): boolean {
  const { tree, manifest, document } = draft
  if (manifest === undefined || keep === true) return false
  const isShared =
    manifest.kind === 'WorkflowTemplate' || manifest.kind === 'ClusterWorkflowTemplate'
  if (isShared && keep !== false) return false
  if (callersOf(tree, manifest, document, template).length > 0) return false
  return anchorUsedElsewhere(tree, document, [templatePath(manifest, template)]) === undefined
}

/** Removes a template from the list, with its comments. */
export function removeTemplate(draft: Draft, template: number): void {
  const { document } = draft
  draft.plan((tree, manifest) =>
    removeItems(tree, { document, path: [...manifest.specPath, 'templates'] }, [template]),
  )
}
