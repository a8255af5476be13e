import { FieldReader, readManifest } from '../argo/index.ts'
import type { YamlTree } from '../yaml/index.ts'
import type { RunOptions, StoredCache } from './run.ts'

/** A ConfigMap among the documents of a file. */
interface ConfigMap {
  readonly name: string
  /** What Argo is told by a label that it is for. */
  readonly type: string | undefined
  readonly data: Readonly<Record<string, string>>
}

const known = new WeakMap<YamlTree, readonly ConfigMap[]>()

/** The ConfigMaps among the documents of files, with their texts by key; of several of one name the first. */
export function configMapsIn(
  sources: RunOptions['sources'],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return byName(sources, ({ data }) => data)
}

/** The same ConfigMaps as what `memoize` may find in them. */
export function cachesIn(sources: RunOptions['sources']): Readonly<Record<string, StoredCache>> {
  return byName(sources, ({ type, data }) => ({ type, entries: data }))
}

function byName<T>(
  sources: RunOptions['sources'],
  read: (map: ConfigMap) => T,
): Readonly<Record<string, T>> {
  const maps = sources.flatMap(({ tree }) => mapsOf(tree))
  return Object.fromEntries(maps.toReversed().map((map) => [map.name, read(map)]))
}

/** Remembered with the tree: a workflow may be run hundreds of times. */
function mapsOf(tree: YamlTree): readonly ConfigMap[] {
  const found = known.get(tree) ?? readMaps(tree)
  known.set(tree, found)
  return found
}

function readMaps({ documents }: YamlTree): readonly ConfigMap[] {
  return documents.flatMap((document) => {
    const { kind, name } = readManifest(document)
    if (kind !== 'ConfigMap' || name === undefined) return []
    const reader = new FieldReader(document)
    const data = reader.field(document.root, 'data')
    const labels = reader.field(reader.field(document.root, 'metadata'), 'labels')
    const texts = reader.keys(data).map((key) => [key, reader.text(data, key) ?? ''] as const)
    const type = reader.text(labels, 'workflows.argoproj.io/configmap-type')
    return [{ name, type, data: Object.fromEntries(texts) }]
  })
}
