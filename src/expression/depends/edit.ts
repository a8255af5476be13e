import { assertNever, type TextChange, type TextRange } from '../../base/index.ts'
import { parseDepends } from './parser.ts'
import { dependsReferences } from './references.ts'
import type { DependsNode } from './tree.ts'

/** The changes that make a `depends` follow the new name of a task; works on a text that does not parse, too. */
export function renameInDepends(text: string, task: string, name: string): TextChange[] {
  if (task === name) return []
  return dependsReferences(text)
    .filter((reference) => reference.task === task)
    .map(({ taskRange }) => ({ ...taskRange, insert: name }))
}

/**
 * The changes that take a task out of a `depends`, with the operator beside it and parentheses that hold one thing afterwards. `all`
 * when nothing would be left; nothing when the text does not parse.
 */
export function removeFromDepends(text: string, task: string): TextChange[] | 'all' | undefined {
  const { tree } = parseDepends(text)
  if (tree === undefined) return undefined
  const gone: TextRange[] = []
  if (!prune(tree, task, gone)) return 'all'
  return merged(gone).map((range) => ({ ...range, insert: '' }))
}

/** The change that makes a `depends` ask for one more thing: `&&` at its end, around what stands there already if that has an `||`. */
export function addToDepends(text: string, demand: string): TextChange[] | undefined {
  if (text.trim() === '') return [{ from: 0, to: text.length, insert: demand }]
  const { tree } = parseDepends(text)
  if (tree === undefined) return undefined
  const { from, to } = tree.range
  // The sign beside is part of the change, so that its place in a quoted or folded text can be found.
  const last = (insert: string): TextChange => ({
    from: to - 1,
    to,
    insert: text.slice(to - 1, to) + insert,
  })
  if (tree.kind !== 'binary' || tree.operator === '&&') return [last(` && ${demand}`)]
  return [{ from, to: from + 1, insert: `(${text.slice(from, from + 1)}` }, last(`) && ${demand}`)]
}

/** Notes what has to go so that a task is named no more; says whether anything of the node stays. */
function prune(node: DependsNode, task: string, gone: TextRange[]): boolean {
  switch (node.kind) {
    case 'task':
      return node.task !== task
    case 'not':
      return prune(node.operand, task, gone)
    case 'group': {
      const before = gone.length
      if (!prune(node.inner, task, gone)) return false
      if (gone.length > before && countOf(node.inner, task) === 1) {
        const { from, to } = node.range
        const { range } = node.inner
        gone.push({ from, to: range.from }, { from: range.to, to })
      }
      return true
    }
    case 'binary': {
      const inLeft: TextRange[] = []
      const inRight: TextRange[] = []
      const left = prune(node.left, task, inLeft)
      const right = prune(node.right, task, inRight)
      if (left) gone.push(...inLeft)
      if (right) gone.push(...inRight)
      if (left && !right) gone.push({ from: node.left.range.to, to: node.right.range.to })
      if (!left && right) gone.push({ from: node.left.range.from, to: node.right.range.from })
      return left || right
    }
    default:
      return assertNever(node)
  }
}

/** How many tasks a node names beside one. */
function countOf(node: DependsNode, task: string): number {
  switch (node.kind) {
    case 'task':
      return node.task === task ? 0 : 1
    case 'not':
      return countOf(node.operand, task)
    case 'group':
      return countOf(node.inner, task)
    case 'binary':
      return countOf(node.left, task) + countOf(node.right, task)
    default:
      return assertNever(node)
  }
}

/** Ranges in order, those that touch as one. */
function merged(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (range.from === range.to) continue
    if (last !== undefined && range.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else result.push(range)
  }
  return result
}
