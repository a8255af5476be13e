import type { Path } from '../base/index.ts'
import { argoHelps, builtinHelps, sprigHelps, type FunctionHelp } from '../expression/index.ts'
import type { Description } from './describe.ts'

/** A function that could be called. */
export interface FunctionChoice {
  readonly label: string
  readonly insert: string
  readonly type: 'function'
  readonly source: undefined
  readonly describe: () => Description
}

/** Fields whose expressions know nothing of what Argo adds elsewhere, neither functions nor references. (Argo: `processExpression`, `checkStopingCondition`.) */
const bare: ReadonlySet<Path[number]> = new Set(['transformation', 'stopStrategy'])

/** Whether an expression knows of nothing that Argo adds elsewhere. */
export function isBare(path: Path): boolean {
  return path.some((part) => bare.has(part))
}

/**
 * The functions that can be called where a name is begun in an expression, Argo's own first. `rest` is what follows, where the parentheses
 * may be already; `end` is put in behind them.
 */
export function functionChoices(
  path: Path,
  typed: string,
  rest: string,
  end: string,
): readonly FunctionChoice[] {
  const isSprig = typed.startsWith('sprig.')
  // What follows another name and a dot is no function.
  if (typed.includes('.') && !isSprig) return []
  const hasSprig = isSprig || typed !== ''
  const helps = isBare(path)
    ? builtinHelps
    : [...(isSprig ? [] : [...argoHelps, ...builtinHelps]), ...(hasSprig ? sprigHelps : [])]
  const parentheses = /^\s*\(/.test(rest) ? '' : '()'
  return helps.map((help) => ({
    label: help.name,
    insert: help.name + parentheses + end,
    type: 'function',
    source: undefined,
    describe: () => describeFunction(help),
  }))
}

/** What a function of an expression takes and gives. */
export function describeFunction({ name, takes, gives, from }: FunctionHelp): Description {
  return {
    title: `${name}(${takes})`,
    notes: [`Gives ${gives}.`, `It is of ${from}.`],
    problem: undefined,
  }
}
