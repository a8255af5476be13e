import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../../shared/corpus')

export interface CorpusFile {
  readonly name: string
  readonly text: string
}

/**
 * Real manifests that lie beside a checkout of the project. Where they do not, the list is empty and says so: tests that
 * read it then pass without having looked at any.
 */
export function corpus(...folders: readonly ('argo' | 'hera')[]): readonly CorpusFile[] {
  if (!existsSync(root)) {
    console.warn(`left out: the shared manifests are not there (${folders.join(', ')})`)
    return []
  }
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => ({
        name: `${folder}/${name}`,
        text: readFileSync(join(root, folder, name), 'utf8'),
      })),
  )
}

/** The JSON Schema of Argo's API beside a checkout of the project; nothing where it is not. */
export function argoSchema(): string | undefined {
  const path = join(root, 'argo-schema.json')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
