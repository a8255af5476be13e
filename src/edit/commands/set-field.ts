import type { Path } from '../../base/index.ts'
import { fieldOrder, keysBefore, type ManifestView } from '../../argo/index.ts'
import {
  anchorsOf,
  entryOf,
  insertItems,
  isJsonArray,
  locate,
  newItem,
  quoteValue as planQuotes,
  removeEntry,
  removeItems,
  setDeep,
  styleOf,
  toValue,
  wholeAt,
  type JsonObject,
  type JsonValue,
  type YamlMap,
  sharedMessage,
} from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import { isJson, pathPart, type ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'

export interface SetFieldArguments {
  /** Keys and indices from the document's root. */
  readonly path: Path
  /** Null removes the field. */
  readonly value: JsonValue
  /** How many of the maps and lists around a removed field go too when it leaves them empty; none by default, for `{}` may mean something. */
  readonly emptied?: number | undefined
}

/**
 * Sets any field of the document, for forms: maps on the way that are missing are made, an index one past the end of a list adds
 * to it. What is equal already stays as it is written, also inside a map or list of which only a part differs.
 */
export const setField: Command<SetFieldArguments> = (context, args) => {
  const draft = new Draft(context)
  planField(draft, args)
  return selectField(draft, args.path)
}

export function readSetField(read: ArgumentReader): SetFieldArguments {
  return { path: read.path(), value: read.json('value'), emptied: read.optionalWhole('emptied') }
}

export interface SetFieldsArguments {
  readonly fields: readonly SetFieldArguments[]
}

/** Sets several fields, one after the other, as one edit: paths are those that hold when their turn comes. */
export const setFields: Command<SetFieldsArguments> = (context, { fields }) => {
  const draft = new Draft(context)
  for (const field of fields) planField(draft, field)
  return selectField(draft, fields.findLast(({ value }) => value !== null)?.path ?? [])
}

export function readSetFields(read: ArgumentReader): SetFieldsArguments {
  return { fields: read.list('fields', fieldOf, 'maps of path and value') }
}

export interface QuoteValueArguments {
  /** Keys and indices from the document's root. */
  readonly path: Path
}

/** Puts a value that stands without quotes into quotes, so that it is the very text. Refused where none stands so. */
export const quoteValue: Command<QuoteValueArguments> = (context, { path }) => {
  const draft = new Draft(context)
  const address = { document: draft.document, path }
  const node = locate(draft.tree, address)?.node
  if (node?.kind !== 'scalar' || node.style !== 'plain')
    draft.refuse(`${path.join('.')} is no value without quotes.`)
  draft.plan((tree) => planQuotes(tree, address))
  return draft.finish(draft.refused ? [] : [address])
}

export function readQuoteValue(read: ArgumentReader): QuoteValueArguments {
  return { path: read.path() }
}

function selectField(draft: Draft, path: Path): ReturnType<typeof setField> {
  const address = { document: draft.document, path }
  const isThere = path.length > 0 && !draft.refused && locate(draft.tree, address) !== undefined
  return draft.finish(isThere ? [address] : [])
}

function planField(draft: Draft, { path, value, emptied = 0 }: SetFieldArguments): void {
  const last = path.at(-1)
  if (last === undefined) draft.refuse('The path must not be empty.')
  else if (value === null) remove(draft, path, last, emptied)
  else assign(draft, path, value)
}

function fieldOf(given: unknown): SetFieldArguments | undefined {
  if (given === null || typeof given !== 'object') return undefined
  if (!('path' in given) || !('value' in given) || !Array.isArray(given.path)) return undefined
  const path = given.path.flatMap((part: unknown) => pathPart(part) ?? [])
  if (path.length !== given.path.length || !isJson(given.value)) return undefined
  const emptied = 'emptied' in given ? given.emptied : undefined
  if (emptied !== undefined && !(typeof emptied === 'number' && emptied >= 0)) return undefined
  return { path, value: given.value, emptied }
}

function remove(draft: Draft, path: Path, last: string | number, emptied: number): void {
  const { document, tree } = draft
  const parent = path.slice(0, -1)
  const outer = locate(tree, { document, path: parent })?.node
  const size =
    outer?.kind === 'map'
      ? outer.entries.length
      : outer?.kind === 'seq'
        ? outer.items.length
        : undefined
  const above = parent.at(-1)
  const isThere = locate(tree, { document, path }) !== undefined
  if (emptied > 0 && above !== undefined && isThere && size === 1) {
    remove(draft, parent, above, emptied - 1)
    return
  }
  const use = anchorUsedElsewhere(tree, document, [path])
  if (use !== undefined) draft.refuse(anchorMessage(path.join('.'), use))
  draft.plan((current) =>
    typeof last === 'number'
      ? removeItems(current, { document, path: parent }, [last])
      : removeEntry(current, { document, path }),
  )
}

function assign(draft: Draft, path: Path, value: JsonValue): void {
  const { document, tree } = draft
  const shared = sharedMessage(tree, { document, path })
  if (shared !== undefined) draft.refuse(shared)
  const old = locate(tree, { document, path })?.node
  const root = wholeAt(tree, document)?.root
  if (old !== undefined && root !== undefined) {
    const before = toValue(old, tree.documents[document]?.hasAnchors ? anchorsOf(root) : new Map())
    if (JSON.stringify(before) === JSON.stringify(value)) return
    // A list that only grows or shrinks keeps its other items as they are written.
    if (old.kind === 'seq' && isJsonArray(value) && isJsonArray(before)) {
      const common = Math.min(before.length, value.length)
      const same = value
        .slice(0, common)
        .every((item, index) => JSON.stringify(item) === JSON.stringify(before[index]))
      if (same && common > 0) {
        resize(draft, path, common, before.length, value.slice(common))
        return
      }
    }
    if (old.kind === 'map' && isFields(value) && isFields(before) && overlap(old, before, value)) {
      for (const key of Object.keys(before))
        if (!Object.hasOwn(value, key)) remove(draft, [...path, key], key, 0)
      for (const [key, inner] of Object.entries(value))
        if (inner !== null || before[key] !== null) assign(draft, [...path, key], inner)
      return
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

function isFields(value: JsonValue | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !isJsonArray(value)
}

/** Whether two maps share a key, all of the old one's being in its text: then only what differs need be written. */
function overlap(node: YamlMap, before: JsonObject, value: JsonObject): boolean {
  const keys = Object.keys(before)
  const isPlain = keys.length === node.entries.length && keys.every((key) => entryOf(node, key))
  return isPlain && keys.some((key) => Object.hasOwn(value, key))
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
  if (map.length < specPath.length)
    return manifest.kind === 'CronWorkflow' && map.join() === 'spec' ? fieldOrder.cron : undefined
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
