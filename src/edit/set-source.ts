import type { Path } from '../base/index.ts'
import { fieldOrder, keysBefore, templateAt, type TemplateAddress } from '../argo/index.ts'
import { setDeep, setEntry, locate } from '../yaml/index.ts'
import type { Draft } from './draft.ts'
import { findTemplate, nameOf, type TemplateKey } from './places.ts'

/** A script template, or of one that may become one. */
export function findScript(draft: Draft, key: TemplateKey): TemplateAddress | undefined {
  const { manifest } = draft
  const index = manifest && draft.take(findTemplate(manifest, key))
  const view =
    index === undefined || manifest === undefined ? undefined : templateAt(manifest, index)
  if (index === undefined || view === undefined) return undefined
  if (view.type === undefined || view.type === 'script') return index
  draft.refuse(`The template ${nameOf(view, index)} is a ${view.type} template and has no script.`)
  return undefined
}

/** Sets the source of a script template, which reads back exactly as given. */
export function setSource(draft: Draft, template: Path, source: string): void {
  const { document } = draft
  const script = { document, path: [...template, 'script'] }
  draft.plan((tree) =>
    locate(tree, script) === undefined
      ? setDeep(tree, { document, path: [...script.path, 'source'] }, source)
      : setEntry(tree, script, 'source', source, {
          after: keysBefore(fieldOrder.script, 'source') ?? [],
        }),
  )
}
