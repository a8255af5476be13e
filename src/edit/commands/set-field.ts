import type { Path } from '../../base/index.ts'
import { fieldOrder, keysBefore, type ManifestView } from '../../argo/index.ts'
import {
  anchorsOf,
  insertItems,
  locate,
  newItem,
  removeEntry,
  removeItems,
  setDeep,
  styleOf,
  toValue,
  type JsonValue,
  sharedMessage,
} from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'

export interface SetFieldArguments {
  /** Keys and indices from the document's root. */
  readonly path: Path
  /** Null removes the field. */
  readonly value: JsonValue
}

/**
 * Sets any field of the document, for forms: maps on the way that are missing are made, an index one past the end of a list adds
 * to it. What is equal already stays as it is written.
 */
export const setField: Command<SetFieldArguments> = (context, { path, value }) => {
  const draft = new Draft(context)
  const { document } = draft
  const last = path.at(-1)
  if (last === undefined) return draft.refuse('The path must not be empty.').finish()
  if (value === null) remove(draft, path, last)
  else assign(draft, path, value)
  return draft.finish(
    draft.refused || locate(draft.tree, { document, path }) === undefined
      ? []
      : [{ document, path }],
  )
}

export function readSetField(read: ArgumentReader): SetFieldArguments {
  const path = read.list('path', partOf, 'keys and indices')
  return { path, value: read.json('value') }
}

function partOf(value: unknown): string | number | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

function remove(draft: Draft, path: Path, last: string | number): void {
  const { document, tree } = draft
  const use = anchorUsedElsewhere(tree, document, [path])
  if (use !== undefined) draft.refuse(anchorMessage(path.join('.'), use))
  draft.plan((current) =>
    typeof last === 'number'
      ? removeItems(current, { document, path: path.slice(0, -1) }, [last])
      : removeEntry(current, { document, path }),
  )
}

function assign(draft: Draft, path: Path, value: JsonValue): void {
  const { document, tree } = draft
  const shared = sharedMessage(tree, { document, path })
  if (shared !== undefined) draft.refuse(shared)
  const old = locate(tree, { document, path })?.node
  const root = tree.documents[document]?.root
  if (old !== undefined && root !== undefined) {
    const before = toValue(old, tree.documents[document]?.hasAnchors ? anchorsOf(root) : new Map())
    if (JSON.stringify(before) === JSON.stringify(value)) return
    // A list that only grows or shrinks keeps its other items as they are written.
    if (old.kind === 'seq' && Array.isArray(value) && isJsonList(before)) {
      const common = Math.min(before.length, value.length)
      const same = value
        .slice(0, common)
        .every((item: JsonValue, index) => JSON.stringify(item) === JSON.stringify(before[index]))
      if (same && common > 0) {
        resize(draft, path, common, before.length, value.slice(common))
        return
      }
    }
  }
  const last = path.at(-1)
  const parent = locate(tree, { document, path: path.slice(0, -1) })?.node
  if (typeof last === 'number' && parent?.kind === 'seq' && last === parent.items.length) {
    resize(draft, path.slice(0, -1), last, last, [value])
    return
  }
  draft.plan((current, manifest) =>
    setDeep(current, { document, path }, value, afterOf(manifest, path, firstMissing(draft, path))),
  )
}

function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** Makes a list of `length` items end with others instead of those from `from` on. */
function resize(
  draft: Draft,
  path: Path,
  from: number,
  length: number,
  added: readonly JsonValue[],
): void {
  const { document } = draft
  const gone = Array.from({ length: length - from }, (_, index) => from + index)
  draft.plan((tree) => removeItems(tree, { document, path }, gone))
  draft.plan((tree) => {
    const style = styleOf(tree, document)
    return insertItems(
      tree,
      { document, path },
      from,
      added.map((item) => newItem(item, style)),
    )
  })
}

function firstMissing(draft: Draft, path: Path): number {
  const { tree, document } = draft
  const index = path.findIndex(
    (_, at) => locate(tree, { document, path: path.slice(0, at + 1) }) === undefined,
  )
  return index < 0 ? path.length - 1 : index
}

/** Where a missing key goes in the map that it belongs to. */
function afterOf(
  manifest: ManifestView,
  path: Path,
  index: number,
): { readonly after?: readonly string[] } {
  const key = path[index]
  const order = orderOf(manifest, path.slice(0, index))
  const after = typeof key === 'string' && order !== undefined ? keysBefore(order, key) : undefined
  return after === undefined ? {} : { after }
}

function orderOf(manifest: ManifestView, map: Path): readonly string[] | undefined {
  const { specPath } = manifest
  if (map.length < specPath.length) return undefined
  const route = map
    .slice(specPath.length)
    .map((part) => (typeof part === 'number' ? '#' : part))
    .join('/')
  if (route === '') return fieldOrder.spec
  if (/^templates\/#$|\/inline$/.test(route)) return fieldOrder.template
  if (/(^|\/)(script|container)$/.test(route)) return fieldOrder.script
  if (/(^|\/)(steps\/#|dag\/tasks)\/#$/.test(route)) return fieldOrder.step
  return /(^|\/)parameters\/#$/.test(route) ? fieldOrder.parameter : undefined
}
