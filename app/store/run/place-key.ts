import type { Path } from '../../../src/base/index.ts'
import { locateAll, valueOf, type YamlNode, type YamlTree } from '../../../src/yaml/index.ts'

/**
 * A place of a manifest by names, as far as there are any: the same for a step that an edit moved to another lane or line, so that what a run
 * says of it is still found. `path` is that of a step, a task, a hook or a template in a document of the tree.
 */
export function placeKey(tree: YamlTree, document: number, path: Path): string {
  const nodes = locateAll(tree, { document, path })
  const parts = path.map((part, index) => {
    if (typeof part === 'string') return part
    const item = nodes[index + 1]?.node
    // A step keeps its key in whatever lane it is: names are unique in a template.
    if (item?.kind === 'seq' && index + 1 < path.length) return '-'
    return nameOf(item) ?? `#${String(part)}`
  })
  return [String(document), ...parts].join('/')
}

function nameOf(node: YamlNode | undefined): string | undefined {
  const name = valueOf(node, 'name')
  return name?.kind === 'scalar' && name.value !== '' ? `=${name.value}` : undefined
}

/** The key of the template in which a step or task is, by its own; nothing for what is in none. */
export function templateKeyOf(key: string): string | undefined {
  return /^(.+)\/(?:steps\/-|dag\/tasks|containerSet\/containers)\/[^/]*$/s.exec(key)?.[1]
}
