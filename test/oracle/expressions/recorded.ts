import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, type Question, type Verdict } from '../ask.ts'
import { draw } from './draw.ts'
import { expressionScope, randomExpression } from './expr-grammar.ts'
import { randomWhen } from './when-grammar.ts'

const root = 'test/corpus/verdicts'
const SEED = 1

/** How many of each are recorded. */
const COUNTS = { when: 2000, expr: 1000 } as const

export type ExpressionKind = keyof typeof COUNTS

/** A text and what the real one makes of it. */
export interface RecordedExpression extends Verdict {
  readonly text: string
}

/** The question about a text; expressions are asked with what Argo gives them. */
export function questionOf(kind: ExpressionKind, text: string): Question {
  return kind === 'when' ? { kind, text } : { kind, text, env: expressionScope, argo: true }
}

/** So many random conditions or expressions. */
export function drawn(kind: ExpressionKind, seed: number, count: number): string[] {
  return draw(kind === 'when' ? randomWhen : randomExpression, seed, count)
}

/** Asks the program about a sample of each kind and writes what it says. Gives how many there are. */
export async function recordExpressions(program: string): Promise<number> {
  mkdirSync(root, { recursive: true })
  for (const kind of ['when', 'expr'] as const) {
    const texts = drawn(kind, SEED, COUNTS[kind])
    const verdicts = await ask(
      program,
      texts.map((text) => questionOf(kind, text)),
    )
    const lines = texts.map((text, index) => JSON.stringify(recordOf(text, verdicts[index])))
    writeFileSync(join(root, `${kind}.json`), `[\n${lines.join(',\n')}\n]\n`)
  }
  return COUNTS.when + COUNTS.expr
}

/** What was recorded. */
export function recordedExpressions(kind: ExpressionKind): readonly RecordedExpression[] {
  return JSON.parse(readFileSync(join(root, `${kind}.json`), 'utf8')) as RecordedExpression[]
}

/** Of a value the text that tells it from all others, where there is one. */
function recordOf(text: string, verdict: Verdict = {}): RecordedExpression {
  const { value, shown, error, phase } = verdict
  if (error !== undefined) return { text, error, ...(phase === undefined ? {} : { phase }) }
  return shown === undefined ? { text, value } : { text, shown }
}
