import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ask, type RunQuestion, type Verdict } from '../ask.ts'
import { recordPathOf, runExamples, type RunExample } from './examples.ts'
import { outcomeOf, withoutTexts, type RunOutcome } from './outcome.ts'

/** What was recorded, and of which examples it could not be. */
export interface Recorded {
  readonly count: number
  /** By name, why: what the program said, or that it does not always say the same. */
  readonly left: readonly (readonly [name: string, reason: string])[]
}

/** Lets the program run the examples whose names the expression fits three times, and writes what came of them. What does not always come out alike is not kept. */
export async function recordRuns(program: string, about: string): Promise<Recorded> {
  const examples = runExamples().filter(({ name }) => new RegExp(about).test(name))
  const [first, ...others] = [
    await outcomesOf(program, examples),
    await outcomesOf(program, examples),
    await outcomesOf(program, examples),
  ]
  const left: [string, string][] = []
  for (const [index, example] of examples.entries()) {
    const path = recordPathOf(example)
    const outcome = first[index]
    if (typeof outcome !== 'object') {
      left.push([example.name, outcome ?? 'no answer'])
      rmSync(path, { force: true })
    } else if (others.some((other) => JSON.stringify(other[index]) !== JSON.stringify(outcome))) {
      left.push([example.name, 'comes out otherwise each time'])
      rmSync(path, { force: true })
    } else {
      if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, written(outcome))
    }
  }
  return { count: examples.length - left.length, left }
}

/** What the program makes of examples, or why it makes nothing of one. */
export async function outcomesOf(
  program: string,
  examples: readonly RunExample[],
): Promise<(RunOutcome | string)[]> {
  const verdicts = await ask(program, examples.map(questionOf))
  return verdicts.map((verdict, index) => answerOf(verdict, examples[index]?.isForeign === true))
}

function questionOf({ text, settings }: RunExample): RunQuestion {
  return { kind: 'run', manifest: text, ...settings }
}

function answerOf({ run, error, phase }: Verdict, isForeign: boolean): RunOutcome | string {
  if (run === undefined) return `${phase ?? ''}: ${error ?? ''}`
  const outcome = outcomeOf(run)
  return isForeign ? withoutTexts(outcome) : outcome
}

/** A line for the whole and one for each node, so that one sees what changes. */
function written({ nodes, ...whole }: RunOutcome): string {
  const lines = nodes.map((node) => JSON.stringify(node))
  const text = nodes.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
  return `${JSON.stringify(whole).slice(0, -1)},"nodes":${text}}\n`
}
