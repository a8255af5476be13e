import { evaluateExpr, evaluateWhen, showValue } from '../../../src/expression/index.ts'
import { ask, type Verdict } from '../ask.ts'
import { Tally } from '../tally.ts'
import { expressionScope } from './expr-grammar.ts'
import { drawn, questionOf, type ExpressionKind } from './recorded.ts'

/** What one judge makes of a text: its value with its types, or in which phase it is refused, and in which words. */
interface Evaluated {
  readonly value: string
  readonly error?: string
}

const variables = new Map(Object.entries(expressionScope))

/** The phases of the real ones by the kinds of our errors; other kinds are their own phase. */
const phases: Readonly<Record<string, string>> = {
  'not-boolean': 'result',
  syntax: 'compile',
  types: 'compile',
}

/** Compares value or phase of the error of so many random conditions or expressions. */
export async function compareExpressions(
  kind: ExpressionKind,
  program: string,
  seed: number,
  count: number,
): Promise<Tally> {
  const tally = new Tally(kind)
  const texts = drawn(kind, seed, count)
  const verdicts = await ask(
    program,
    texts.map((text) => questionOf(kind, text)),
  )
  for (const [index, text] of texts.entries()) {
    const real = evaluatedBy(verdicts[index])
    const ours = kind === 'when' ? ourCondition(text) : ourExpression(text)
    if (real.value === ours.value) tally.agreed++
    else {
      const message = real.error ?? real.value
      tally.disagree('other value', kindOf(real), kindOf(ours), { name: ours.value, text, message })
    }
  }
  return tally
}

function evaluatedBy({ value, shown, error, phase }: Verdict = { phase: 'no answer' }): Evaluated {
  if (phase === undefined) return { value: shown ?? String(value) }
  return { value: `refused: ${phase}`, error: error ?? '' }
}

function ourCondition(text: string): Evaluated {
  const result = evaluateWhen(text)
  return result.ok ? { value: String(result.value) } : refused(result.error)
}

function ourExpression(text: string): Evaluated {
  const result = evaluateExpr(text, { variables })
  return result.ok ? { value: showValue(result.value) } : refused(result.error)
}

function refused({ kind, message }: { kind: string; message: string }): Evaluated {
  return { value: `refused: ${phases[kind] ?? kind}`, error: message }
}

/** Values are of one kind, and errors that say the same but for names and numbers. */
function kindOf({ value, error }: Evaluated): string {
  if (error === undefined) return 'a value'
  const words = error.split('\n')[0] ?? ''
  return `${value}: ${words.replaceAll(/'[^']*'|"[^"]*"|\d+/g, '…')}`
}
