import { err, ok, type Path, type Result } from '../../base/index.ts'
import { FieldReader } from '../../argo/index.ts'
import {
  insertItems,
  itemText,
  locate,
  nestItems as planNesting,
  newItem,
  removeItems,
  setDeep,
  sharedMessage,
  styleOf,
  type JsonValue,
  type Located,
  type SharedText,
  type YamlSeq,
  type YamlTree,
} from '../../yaml/index.ts'
import { withoutAnchors } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'

export interface InsertItemArguments {
  /** Of the list. */
  readonly path: Path
  /** Before which item it goes; at the end without. */
  readonly index?: number | undefined
  readonly value: JsonValue
}

/** Puts a new item into any list. A list that is not there yet is made, and so are the maps around it. */
export const insertItem: Command<InsertItemArguments> = (context, { path, index, value }) => {
  const draft = new Draft(context)
  const { document } = draft
  const list = locate(draft.tree, { document, path })?.node
  const end = list?.kind === 'seq' ? list.items.length : 0
  const at = Math.min(index ?? end, end)
  draft.plan((tree) => {
    const shared = sharedMessage(tree, { document, path })
    if (shared !== undefined) return err(shared)
    if (list === undefined) return setDeep(tree, { document, path }, [value])
    return insertItems(tree, { document, path }, at, [newItem(value, styleOf(tree, document))])
  })
  return draft.finish(draft.refused ? [] : [{ document, path: [...path, at] }])
}

export function readInsertItem(read: ArgumentReader): InsertItemArguments {
  return { path: read.path(), index: read.optionalWhole('index'), value: read.json('value') }
}

export interface MoveItemArguments {
  /** Of the list. */
  readonly path: Path
  readonly from: number
  /** Before which item it goes, counted before the move; the number of items for the end. */
  readonly to: number
}

/** Moves an item of any list as it is written, with its comments. */
export const moveItem: Command<MoveItemArguments> = (context, { path, from, to }) => {
  const draft = new Draft(context)
  const { document } = draft
  const list = draft.take(listOf(draft.tree, document, path, from))
  if (list === undefined) return draft.finish()
  if (to > list.node.items.length) draft.refuse(countMessage(path, list))
  if (to === from || to === from + 1) draft.refuse('The item is there already.')
  draft.plan((tree) => {
    const own = itemText(tree.text, list, from)
    return insertItems(tree, { document, path }, to, own === undefined ? [] : [own])
  })
  draft.plan((tree) => removeItems(tree, { document, path }, [to <= from ? from + 1 : from]))
  return draft.finish([{ document, path: [...path, to <= from ? to : to - 1] }])
}

export function readMoveItem(read: ArgumentReader): MoveItemArguments {
  return { path: read.path(), from: read.whole('from'), to: read.whole('to') }
}

export interface DuplicateItemArguments {
  /** Of the item: its index is last. */
  readonly path: Path
}

/** Puts a copy of an item of any list right after it, as it is written. Anchors are not copied. */
export const duplicateItem: Command<DuplicateItemArguments> = (context, { path }) => {
  const draft = new Draft(context)
  const { document } = draft
  const index = path.at(-1)
  const above = path.slice(0, -1)
  if (typeof index !== 'number')
    return draft.refuse('Only an item of a list can be duplicated.').finish()
  const list = draft.take(listOf(draft.tree, document, above, index))
  if (list === undefined) return draft.finish()
  draft.plan((tree) => {
    const own = itemText(tree.text, list, index)
    const items = own === undefined ? [] : [withoutAnchors(own)]
    return insertItems(tree, { document, path: above }, index + 1, items)
  })
  return draft.finish([{ document, path: [...above, index + 1] }])
}

export function readDuplicateItem(read: ArgumentReader): DuplicateItemArguments {
  return { path: read.path() }
}

export interface NestItemsArguments {
  /** Of the list. */
  readonly path: Path
}

/**
 * Makes a list of its own of each item of a list that is none: steps become lanes. Items stay as they are written. Refused when all are
 * lists already, or nothing.
 */
export const nestItems: Command<NestItemsArguments> = (context, { path }) => {
  const draft = new Draft(context)
  const { document } = draft
  const list = draft.take(listOf(draft.tree, document, path, 0))
  const reader = new FieldReader(draft.tree.documents[document])
  const single = list?.node.items.flatMap(({ value }, index) =>
    ['seq', 'empty', undefined].includes(reader.resolve(value)?.kind) ? [] : [index],
  )
  if (single?.length === 0) draft.refuse(`The items of ${path.join('.')} are lists already.`)
  draft.plan((tree) => planNesting(tree, { document, path }, single ?? []))
  return draft.finish([{ document, path }])
}

export function readNestItems(read: ArgumentReader): NestItemsArguments {
  return { path: read.path() }
}

/** The list at a path; refused where there is none, or none with such an item. */
function listOf(
  tree: YamlTree,
  document: number,
  path: Path,
  index: number,
): Result<Located<YamlSeq>, string | SharedText> {
  const shared = sharedMessage(tree, { document, path })
  const found = locate(tree, { document, path })
  if (shared !== undefined) return err(shared)
  if (found?.node.kind !== 'seq') return err(`${path.join('.')} is not a list.`)
  const list = { ...found, node: found.node }
  return index < list.node.items.length ? ok(list) : err(countMessage(path, list))
}

function countMessage(path: Path, { node }: Located<YamlSeq>): string {
  return `The list ${path.join('.')} has ${String(node.items.length)} items, counted from 0.`
}
