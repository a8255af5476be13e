import { isManifestKind, readManifest } from '../../../src/argo/index.ts'
import { itemsOf, valueOf, type YamlNode, type YamlTree } from '../../../src/yaml/index.ts'
import { shortened } from './file-names.ts'

/** A document as the list of files tells it. */
export interface OutlineEntry {
  readonly index: number
  readonly kind: string
  readonly name: string
  /** Whether it is one of Argo's that can be drawn; others are kept as they are. */
  readonly isDrawn: boolean
  /** What a list of Kubernetes holds. */
  readonly items: readonly string[]
}

/** The documents of a file, whatever they are. */
export function outlineOf(tree: YamlTree): readonly OutlineEntry[] {
  return tree.documents.map((document, index) => {
    const { kind, name, generateName } = readManifest(document)
    const { root } = document
    return {
      index,
      kind: shortened(kind ?? (root.kind === 'empty' ? 'empty' : 'no kind')),
      name: shortened(name ?? generateName ?? ''),
      isDrawn: isManifestKind(kind),
      items:
        kind?.endsWith('List') === true || kind === 'List'
          ? itemsOf(valueOf(root, 'items')).map(words)
          : [],
    }
  })
}

function words(item: YamlNode): string {
  const kind = valueOf(item, 'kind')
  const metadata = valueOf(item, 'metadata')
  const name = valueOf(metadata, 'name') ?? valueOf(metadata, 'generateName')
  return [kind, name].flatMap((node) => (node?.kind === 'scalar' ? [node.value] : [])).join(' ')
}
