import { expect } from 'vitest'
import type { Command, Edit } from '../../src/edit/index.ts'
import { ChangeSet } from '../../src/document/index.ts'
import {
  anchorsOf,
  locate,
  parseTree,
  toValue,
  updateTree,
  wholeAt,
  type JsonValue,
  type YamlTree,
} from '../../src/yaml/index.ts'

/** What came of a command that obeyed the laws. */
export interface Outcome {
  readonly text: string
  readonly tree: YamlTree
  readonly edit: Edit
  /** Lines that were taken away or changed, and that were put in instead, as a diff shows them. */
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

export interface LawOptions {
  /** The tree of the text, when it is there already. */
  readonly tree?: YamlTree
  /** Whether every comment of the text survives. */
  readonly keepsComments?: boolean
}

/**
 * Runs a command and checks what holds for every edit: the result parses, the incremental tree is the fresh one, undo gives
 * identical bytes, line breaks stay of one kind, what is selected exists. Throws when the command says no.
 */
export function checkCommand<Args>(
  text: string,
  document: number,
  command: Command<Args>,
  args: Args,
  { tree = parseTree(text), keepsComments = false }: LawOptions = {},
): Outcome {
  const result = command({ tree, document }, args)
  if (!result.ok) throw new Error(`refused: ${result.error.message}`)
  return checkEdit(tree, document, result.value, args, keepsComments)
}

/** Checks the laws of an edit that was made of a tree. */
export function checkEdit(
  tree: YamlTree,
  document: number,
  edit: Edit,
  args: unknown,
  keepsComments = false,
): Outcome {
  const { text } = tree
  const set = ChangeSet.of(edit.changes, text.length)
  const after = set.apply(text)
  const context = `${JSON.stringify({ args, changes: edit.changes }, null, 1)}\n${after}`
  expect(set.changes, context).toEqual(edit.changes)
  const fresh = parseTree(after)
  expect(fresh.problems, context).toEqual(tree.problems)
  expect(updateTree(tree, edit.changes, after), context).toEqual(fresh)
  expect(set.invert(text).apply(after), context).toBe(text)
  for (const breaks of ['\r\n', '\n']) {
    const others = text.replaceAll(breaks, '')
    if (text.includes(breaks) && !/[\r\n]/.test(others))
      expect(after.replaceAll(breaks, ''), context).not.toMatch(/[\r\n]/)
  }
  for (const address of edit.selection ?? [])
    expect(locate(fresh, address), JSON.stringify(address)).toBeDefined()
  if (keepsComments) expect(commentsOf(after), context).toEqual(commentsOf(text))
  for (const index of tree.documents.keys()) {
    const isPart = wholeAt(tree, index) === wholeAt(tree, document)
    if (!isPart) expect(valueOf(fresh, index)).toEqual(valueOf(tree, index))
  }
  return { text: after, tree: fresh, edit, ...diff(text, after) }
}

/** The value of a document. */
export function valueOf(tree: YamlTree, document = 0): JsonValue {
  const root = tree.documents[document]?.root
  const value = root === undefined ? undefined : toValue(root, anchorsOf(root))
  if (value === undefined) throw new Error('the document has no value')
  return value
}

/** All comments of a text, sorted. Lines that begin with a hash inside block scalars are taken for comments too. */
export function commentsOf(text: string): string[] {
  return (text.match(/(^|\s)#[^\r\n]*/g) ?? []).map((comment) => comment.trim()).sort()
}

/** The lines in which two texts differ, by their longest common subsequence. */
export function diff(before: string, after: string): { removed: string[]; added: string[] } {
  let a = before.split(/\r\n|\n|\r/)
  let b = after.split(/\r\n|\n|\r/)
  while (a.length > 0 && b.length > 0 && a[0] === b[0]) {
    a = a.slice(1)
    b = b.slice(1)
  }
  while (a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1)) {
    a = a.slice(0, -1)
    b = b.slice(0, -1)
  }
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const cell = (i: number, j: number): number => table[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i]
      if (row !== undefined)
        row[j] = a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1))
    }
  const removed: string[] = []
  const added: string[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
    } else if (j >= b.length || (i < a.length && cell(i + 1, j) >= cell(i, j + 1)))
      removed.push(a[i++] ?? '')
    else added.push(b[j++] ?? '')
  }
  return { removed, added }
}
