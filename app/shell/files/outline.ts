import { isManifestKind, readManifest } from '../../../src/argo/index.ts'
import { isTestFile } from '../../../src/simulate/index.ts'
import { wholeDocuments, type YamlDocument, type YamlTree } from '../../../src/yaml/index.ts'
import { shortened } from './file-names.ts'

/** A document as the list of files tells it. */
export interface OutlineEntry {
  readonly index: number
  readonly kind: string
  readonly name: string
  /** Whether it is one of Argo's that can be drawn; others are kept as they are. */
  readonly isDrawn: boolean
  /** What a list of Kubernetes holds: documents, too, that can be drawn. */
  readonly items: readonly OutlineEntry[]
}

/** The documents of a file, whatever they are; of a file of tests that they are tests. */
export function outlineOf(tree: YamlTree, file: string): readonly OutlineEntry[] {
  const { documents } = tree
  const whole = wholeDocuments(tree)
  const isTests = isTestFile(file, documents[0])
  const kindless = ({ root }: YamlDocument): string =>
    isTests ? 'tests' : root.kind === 'empty' ? 'empty' : 'no kind'
  const entry = (document: YamlDocument, index: number): OutlineEntry => {
    const { kind, name, generateName } = readManifest(document)
    return {
      index,
      kind: shortened(kind ?? kindless(document)),
      name: shortened(name ?? generateName ?? ''),
      isDrawn: isManifestKind(kind),
      items: documents
        .slice(whole.length)
        .flatMap((item, place) =>
          item.outer === document ? [entry(item, whole.length + place)] : [],
        ),
    }
  }
  return whole.map(entry)
}
