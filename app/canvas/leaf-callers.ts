import {
  nodeAt,
  nodePath,
  nodePlaceOf,
  templateAt,
  type ManifestView,
  type TemplateAddress,
} from '../../src/argo/index.ts'
import { templateUses } from '../../src/edit/index.ts'
import type { Path } from '../../src/base/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'

/** A step, task or field that calls a template. */
export interface Caller {
  readonly path: Path
  readonly words: string
  /** The template in which it stands; nothing for fields of the workflow. */
  readonly template: TemplateAddress | undefined
}

/** Who calls a template, each step once. An inline one is called by the step that gives it. */
export function callersOf(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  address: TemplateAddress,
): readonly Caller[] {
  const name = templateAt(manifest, address)?.name
  const paths =
    typeof address === 'object'
      ? [address]
      : templateUses(tree, manifest, document)
          .filter((use) => name !== undefined && use.name === name)
          .map((use) => use.path)
  const callers = new Map<string, Caller>()
  for (const path of paths) {
    const place = nodePlaceOf(manifest, path)
    const own = place === undefined ? path : nodePath(manifest, place)
    const step = place === undefined ? undefined : nodeAt(manifest, place)
    const words =
      place === undefined
        ? String(own.at(-1))
        : `${templateAt(manifest, place.template)?.name ?? 'inline'} / ${step?.name ?? '(no name)'}`
    callers.set(own.join('/'), { path: own, words, template: place?.template })
  }
  return [...callers.values()]
}
