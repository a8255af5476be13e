import { FieldReader, readManifest } from '../argo/index.ts'
import type { RunOptions } from './run.ts'

/** The ConfigMaps among the documents of files, with their texts by key; of several of one name the first. */
export function configMapsIn(
  sources: RunOptions['sources'],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const maps = new Map<string, Readonly<Record<string, string>>>()
  for (const { tree } of sources) {
    for (const document of tree.documents) {
      const { kind, name } = readManifest(document)
      if (kind !== 'ConfigMap' || name === undefined || maps.has(name)) continue
      const reader = new FieldReader(document)
      const data = reader.field(document.root, 'data')
      const texts = reader.keys(data).map((key) => [key, reader.text(data, key) ?? ''] as const)
      maps.set(name, Object.fromEntries(texts))
    }
  }
  return Object.fromEntries(maps)
}
