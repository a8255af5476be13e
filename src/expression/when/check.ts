import { Examiner } from './examine.ts'
import { readTime } from './times.ts'
import { parseWhen, type ParsedWhen } from './parser.ts'
import { compilePatterns } from './patterns.ts'
import { planWhen } from './plan.ts'
import type { WhenProblem } from './problem.ts'
import { readWhen } from './read.ts'
import { findRisks } from './risks.ts'
import { asTexts, checkOrder } from './syntax.ts'

export interface CheckedWhen extends ParsedWhen {
  /**
   * What stands whatever the tags become: why the condition cannot be read or evaluated, and what is always the same. The code
   * tells which.
   */
  readonly problems: readonly WhenProblem[]
  /** What goes wrong for some values of the tags only. */
  readonly risks: readonly WhenProblem[]
}

/** Checks a step's `when`, with its tags not yet filled in, for everything that can be known before it runs. */
export function checkWhen(text: string): CheckedWhen {
  const parsed = parseWhen(text)
  if (!parsed.tree) return { ...parsed, risks: [] }
  const { tokens } = readWhen(text, readTime)
  const quoted = compilePatterns(tokens)
  if (!quoted.ok) return { ...parsed, problems: [explainPattern(quoted.error)], risks: [] }
  const disorder = checkOrder(asTexts(quoted.value))
  if (disorder) {
    const message =
      'A quoted pattern cannot stand directly before `?`, `:` or `??`: put parentheses around the comparison.'
    const { range } = disorder
    return { ...parsed, problems: [{ code: 'bad-pattern', message, range }], risks: [] }
  }
  const compiled = compilePatterns(asTexts(quoted.value))
  if (!compiled.ok) return { ...parsed, problems: [explainPattern(compiled.error)], risks: [] }
  const tree = planWhen(text, compiled.value).tree ?? parsed.tree
  const examiner = new Examiner(text)
  const problems = examiner.run(tree)
  const taken = ({ range }: { readonly range: WhenProblem['range'] }): boolean =>
    problems.some((problem) => problem.range.from < range.to && range.from < problem.range.to)
  return { tree: parsed.tree, problems, risks: findRisks(text, tree, taken) }
}

function explainPattern({
  reason,
  range,
}: Pick<WhenProblem, 'range'> & { readonly reason: string }): WhenProblem {
  const what = reason.replace(/^error parsing regexp: /, '')
  const message = `This is no regular expression of Go: ${what}.`
  return { code: 'bad-pattern', message, range }
}
