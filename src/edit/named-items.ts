import { err, type Path } from '../base/index.ts'
import {
  fieldOrder,
  keysBefore,
  templatePath,
  type ManifestView,
  type TemplateAddress,
} from '../argo/index.ts'
import {
  insertItems,
  locate,
  newItem,
  removeEntry,
  removeItems,
  setDeep,
  setEntry,
  styleOf,
  valueOf,
  type JsonObject,
  type JsonValue,
  sharedMessage,
} from '../yaml/index.ts'
import type { Draft } from './draft.ts'

/** Index of the item of a list whose `name` is a name; nothing when there is none, or no list. */
export function indexNamed(draft: Draft, list: Path, name: string): number | undefined {
  const found = locate(draft.tree, { document: draft.document, path: list })?.node
  if (found?.kind !== 'seq') return undefined
  const index = found.items.findIndex(({ value }) => {
    const scalar = valueOf(value, 'name')
    return scalar?.kind === 'scalar' && scalar.value === name
  })
  return index < 0 ? undefined : index
}

/** Adds an item to a list; the list and the maps around it are made where they are missing. `order` places the first of them. */
export function addItem(
  draft: Draft,
  list: Path,
  item: JsonObject,
  order: readonly string[],
  at?: number,
): void {
  const { document } = draft
  const address = { document, path: list }
  draft.plan((tree) => {
    const shared = sharedMessage(tree, address)
    if (shared !== undefined) return err(shared)
    const node = locate(tree, address)?.node
    if (node === undefined)
      return setDeep(tree, address, [item], { after: orderFor(draft, list, order) })
    const end = node.kind === 'seq' ? node.items.length : 0
    return insertItems(tree, address, at ?? end, [newItem(item, styleOf(tree, document))])
  })
}

/** Sets and removes fields of an item: null removes. New fields go where people write them. */
export function setFields(
  draft: Draft,
  item: Path,
  fields: Readonly<Record<string, JsonValue | undefined>>,
  order: readonly string[],
): void {
  const { document } = draft
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue
    draft.plan((tree) =>
      value === null
        ? removeEntry(tree, { document, path: [...item, key] })
        : setEntry(tree, { document, path: item }, key, value, {
            after: keysBefore(order, key) ?? order,
          }),
    )
  }
}

/** Removes an item of a list, then what this leaves empty: the list, and with `above` more the maps around it. */
export function removeItem(draft: Draft, list: Path, index: number, above: number): void {
  const { document } = draft
  const node = locate(draft.tree, { document, path: list })?.node
  const isLast = node?.kind === 'seq' && node.items.length === 1
  if (!isLast) {
    draft.plan((tree) => removeItems(tree, { document, path: list }, [index]))
    return
  }
  let path = list
  for (let left = above; left > 0; left--) {
    const outer = locate(draft.tree, { document, path: path.slice(0, -1) })?.node
    if (outer?.kind !== 'map' || outer.entries.length !== 1) break
    path = path.slice(0, -1)
  }
  draft.plan((tree) => removeEntry(tree, { document, path }))
}

/** The keys before the first missing key on the way to a list. */
function orderFor(draft: Draft, list: Path, order: readonly string[]): readonly string[] {
  const depth = list.findIndex(
    (_, index) =>
      locate(draft.tree, { document: draft.document, path: list.slice(0, index + 1) }) ===
      undefined,
  )
  return keysBefore(order, String(list[depth])) ?? order
}

/** Which of the parameters and artifacts of a template or of the workflow. */
export interface PortPlace {
  /** Null for the workflow itself. */
  readonly template: TemplateAddress | null
  readonly kind: PortsKind
  readonly artifact: boolean
}

export type PortsKind = (typeof portsKinds)[number]
export const portsKinds = ['inputs', 'outputs', 'arguments'] as const

/** Path of the list of ports of a place. */
export function portsPath(manifest: ManifestView, { template, kind, artifact }: PortPlace): Path {
  const owner = template === null ? manifest.specPath : templatePath(manifest, template)
  return [...owner, kind, artifact ? 'artifacts' : 'parameters']
}

/** Where new keys of the owner of ports go. */
export function ownerOrder({ template }: PortPlace): readonly string[] {
  return template === null ? fieldOrder.spec : fieldOrder.template
}
