import {
  calledAddress,
  nodeAt,
  nodePath,
  nodePlaceOf,
  scriptLanguage,
  templateAddressOf,
  templateAt,
  type ManifestView,
  type ScriptLanguage,
  type ScriptView,
  type TemplateAddress,
  type TemplateView,
} from '../../src/argo/index.ts'
import type { Address } from '../../src/yaml/index.ts'
import type { Scene } from '../store/index.ts'

/** The script that the script tab shows. */
export interface ScriptTarget {
  /** Where its template is. */
  readonly address: TemplateAddress
  /** Of its template; of an inline one, those of the templates and steps that lead to it. */
  readonly name: string
  readonly template: TemplateView
  readonly script: ScriptView
  readonly source: string
  readonly language: ScriptLanguage
}

/**
 * The script that a selected step runs or that a selected template is, else that of the drawn template; nothing if none of them is a
 * script.
 */
export function scriptTarget(
  { manifest, document, address: drawn }: Scene,
  selected: readonly Address[],
): ScriptTarget | undefined {
  const addresses = selected
    .filter((address) => address.document === document)
    .map(({ path }) => {
      const place = nodePlaceOf(manifest, path)
      if (place === undefined) return templateAddressOf(manifest, path)
      const step = nodeAt(manifest, place)
      return step && calledAddress(manifest, step, nodePath(manifest, place))
    })
  for (const address of [...addresses, drawn]) {
    const found = address === undefined ? undefined : targetOf(manifest, address)
    if (found !== undefined) return found
  }
  return undefined
}

function targetOf(manifest: ManifestView, address: TemplateAddress): ScriptTarget | undefined {
  const template = templateAt(manifest, address)
  const script = template?.script
  if (template === undefined || script === undefined) return undefined
  return {
    address,
    name: scriptName(manifest, address),
    template,
    script,
    source: script.source ?? '',
    language: scriptLanguage(script),
  }
}

/** No two templates have it in common: inline ones are told apart by who gives them, and a name of Argo's has no slash in it. */
function scriptName(manifest: ManifestView, address: TemplateAddress): string {
  if (typeof address === 'number') return manifest.spec.templates[address]?.name ?? String(address)
  const giver = nodePlaceOf(manifest, address.slice(0, -1))
  if (giver === undefined) return address.join('/')
  const own = nodeAt(manifest, giver)?.name ?? address.slice(-3, -1).join('-')
  return `${scriptName(manifest, giver.template)}/${own}`
}

/** What was renamed, if that is all that happened to the names of templates. */
export function renamedTemplate(
  before: readonly (string | undefined)[],
  after: readonly (string | undefined)[],
): { readonly from: string; readonly to: string } | undefined {
  if (before.length !== after.length) return undefined
  const changed = before.flatMap((name, index) => (name === after[index] ? [] : [index]))
  const [index] = changed
  if (index === undefined || changed.length > 1) return undefined
  const [from, to] = [before[index], after[index]]
  if (from === undefined || to === undefined || before.includes(to) || after.includes(from)) {
    return undefined
  }
  return { from, to }
}
