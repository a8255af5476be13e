import type { ManifestView } from '../../../src/argo/index.ts'
import { shortened } from '../files/file-names.ts'

/** A document by its kind and name. */
export function documentWords({ kind, name, generateName, document }: ManifestView): string {
  if (document.root.kind === 'empty') return 'empty'
  const called = name ?? generateName
  return shortened(`${kind ?? 'no kind'}${called === undefined ? '' : ` ${called}`}`)
}
