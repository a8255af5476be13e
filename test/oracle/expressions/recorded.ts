import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../../support/random.ts'
import { ask, type Question, type Verdict } from '../ask.ts'
import { draw } from './draw.ts'
import { expressionScope, randomExpression } from './expr-grammar.ts'
import { randomOddWhen } from './odd-when-grammar.ts'
import { randomWhen } from './when-grammar.ts'

const root = 'test/corpus/verdicts'
const SEED = 1

/** How many of each are recorded. */
const COUNTS = { when: 2000, expr: 1000 } as const

export type ExpressionKind = keyof typeof COUNTS

/** What verdicts there are: on random texts of each kind, and on expressions that were chosen, one for each thing they can do. */
export type RecordedKind = ExpressionKind | 'expr-chosen'

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
  return draw(kind === 'when' ? randomCondition : randomExpression, seed, count)
}

/** A condition as people write it, or an odd one. */
function randomCondition(random: Random): string {
  return random.chance(0.5) ? randomWhen(random) : randomOddWhen(random)
}

/** Expressions about one thing each, of which no two are alike. */
export function chosenExpressions(): string[] {
  return readFileSync('test/corpus/expressions.txt', 'utf8').trimEnd().split('\n')
}

/** Asks the program about a sample of each kind and writes what it says. Gives how many there are. */
export async function recordExpressions(program: string): Promise<number> {
  mkdirSync(root, { recursive: true })
  const chosen = chosenExpressions()
  await record(program, 'expr-chosen', 'expr', chosen)
  for (const kind of ['when', 'expr'] as const) {
    await record(program, kind, kind, drawn(kind, SEED, COUNTS[kind]))
  }
  return COUNTS.when + COUNTS.expr + chosen.length
}

async function record(
  program: string,
  name: RecordedKind,
  kind: ExpressionKind,
  texts: readonly string[],
): Promise<void> {
  const questions = texts.map((text) => questionOf(kind, text))
  const verdicts = await ask(program, questions)
  const lines = texts.map((text, index) => JSON.stringify(recordOf(text, verdicts[index])))
  writeFileSync(join(root, `${name}.json`), `[\n${lines.join(',\n')}\n]\n`)
}

/** What was recorded. */
export function recordedExpressions(kind: RecordedKind): readonly RecordedExpression[] {
  return JSON.parse(readFileSync(join(root, `${kind}.json`), 'utf8')) as RecordedExpression[]
}

/** Of a value the text that tells it from all others, where there is one. */
function recordOf(text: string, verdict: Verdict = {}): RecordedExpression {
  const { value, shown, error, phase } = verdict
  if (error !== undefined) return { text, error, ...(phase === undefined ? {} : { phase }) }
  return shown === undefined ? { text, value } : { text, shown }
}
