import { samePath } from '../../src/base/index.ts'
import type { TextRange } from '../../src/base/index.ts'
import type { Problem } from '../../src/validate/index.ts'

/** A problem that somebody chose, and where the cursor of the text was then. */
export interface ChosenProblem {
  readonly problem: Problem
  readonly cursor: TextRange | undefined
}

/** Whether two problems are the same one, before an edit and after it. */
export function isSameProblem(a: Problem, b: Problem): boolean {
  const isAlike = a.code === b.code && a.message === b.message
  return a === b || (isAlike && a.document === b.document && samePath(a.path, b.path))
}

/**
 * The next problem, or the one before, round and round: from the chosen one, as long as the cursor has not left it, else from the cursor.
 * Nothing where there is none.
 */
export function problemBeside(
  list: readonly Problem[],
  by: 1 | -1,
  chosen: ChosenProblem | undefined,
  cursor: TextRange | undefined,
): Problem | undefined {
  const at = chosen === undefined ? -1 : list.findIndex((one) => isSameProblem(one, chosen.problem))
  const here = list[at]
  const isThere =
    here !== undefined && (isSameRange(cursor, chosen?.cursor) || isWithin(cursor, here.range))
  if (isThere) return list.at((at + by) % list.length)
  const { from = 0, to = 0 } = cursor ?? {}
  if (by > 0) return list.find(({ range }) => range.from >= to) ?? list[0]
  return list.findLast(({ range }) => range.from < from) ?? list.at(-1)
}

function isWithin(cursor: TextRange | undefined, { from, to }: TextRange): boolean {
  return cursor !== undefined && from <= cursor.from && cursor.to <= to
}

function isSameRange(a: TextRange | undefined, b: TextRange | undefined): boolean {
  return a?.from === b?.from && a?.to === b?.to
}
