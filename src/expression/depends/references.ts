import type { TextRange } from '../../base/index.ts'
import { tokenizeDepends } from './lexer.ts'
import { parseDepends } from './parser.ts'
import type { DependsNode } from './tree.ts'

/** A task that a `depends` names, with where its name stands. */
export interface DependsReference {
  readonly task: string
  readonly taskRange: TextRange
  readonly result: string | undefined
  /** The name with its result. */
  readonly range: TextRange
}

/** All tasks that a `depends` names, in order. This reads tokens only, so it also works on a text that does not parse. */
export function dependsReferences(text: string): readonly DependsReference[] {
  return tokenizeDepends(text).flatMap((token) => {
    if (token.kind !== 'task') return []
    const { task, taskRange, result, range } = token
    return [{ task, taskRange, result, range }]
  })
}

/** What a `depends` asks of one task. */
export interface DependsDemand {
  readonly task: string
  /** Each result once; the empty text for the bare task. `!` stands before one that must not be. */
  readonly results: readonly string[]
  /** Whether an `||` may do without it. */
  readonly isOptional: boolean
}

/** What a `depends` asks of each task, in the order in which they are named first. */
export function dependsDemands(text: string): readonly DependsDemand[] {
  const { tree } = parseDepends(text)
  const demands = new Map<string, { results: Set<string>; isOptional: boolean }>()
  const note = (task: string, result: string, isOptional: boolean): void => {
    const known = demands.get(task) ?? { results: new Set<string>(), isOptional }
    known.results.add(result)
    demands.set(task, { ...known, isOptional: known.isOptional && isOptional })
  }
  const walk = (node: DependsNode, isNegated: boolean, isOptional: boolean): void => {
    if (node.kind === 'task')
      note(node.task, `${isNegated ? '!' : ''}${node.result ?? ''}`, isOptional)
    else if (node.kind === 'not') walk(node.operand, !isNegated, isOptional)
    else if (node.kind === 'group') walk(node.inner, isNegated, isOptional)
    else {
      // `A.Failed || A.Errored` may not do without A.
      const isChoice = (node.operator === '||') !== isNegated && tasksOf(node).size > 1
      walk(node.left, isNegated, isOptional || isChoice)
      walk(node.right, isNegated, isOptional || isChoice)
    }
  }
  if (tree !== undefined) walk(tree, false, false)
  else for (const { task, result } of dependsReferences(text)) note(task, result ?? '', false)
  return [...demands].map(([task, { results, isOptional }]) => ({
    task,
    results: [...results],
    isOptional,
  }))
}

function tasksOf(node: DependsNode): Set<string> {
  switch (node.kind) {
    case 'task':
      return new Set([node.task])
    case 'not':
      return tasksOf(node.operand)
    case 'group':
      return tasksOf(node.inner)
    case 'binary':
      return new Set([...tasksOf(node.left), ...tasksOf(node.right)])
  }
}
