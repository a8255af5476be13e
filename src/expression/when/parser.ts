import { explainFault, explainIgnored, explainMissing } from './explain.ts'
import { readTime } from './times.ts'
import type { WhenProblem } from './problem.ts'
import { readWhen } from './read.ts'
import type { WhenNode } from './tree.ts'

export interface ParsedWhen {
  /** Absent when the text is empty or cannot be read. */
  readonly tree: WhenNode | undefined
  /** Why it cannot be read. */
  readonly problems: readonly WhenProblem[]
}

/**
 * Reads a step's `when` with its tags not yet filled in. Argo fills them in and gives the result to govaluate, whose rules this
 * follows; a text that govaluate reads only in part has no tree either. The empty text is fine: it means always. What else is
 * wrong with a condition, `checkWhen` says.
 */
export function parseWhen(text: string): ParsedWhen {
  if (text === '') return { tree: undefined, problems: [] }
  const { tokens, tree, faults, ignored, missing } = readWhen(text, readTime)
  if (tree) return { tree, problems: [] }
  if (faults.length === 0 && tokens.length === 0) {
    const message = 'This condition is blank: write a comparison, or remove `when`.'
    const range = { from: 0, to: text.length }
    return { tree, problems: [{ code: 'empty', message, range }] }
  }
  const read = { text, tokens }
  const problems = [
    ...faults.map((fault) => explainFault(fault, read)),
    ...missing.map((range) => explainMissing(range, read)),
    ...explainIgnored(ignored, read),
  ]
  return { tree, problems }
}
