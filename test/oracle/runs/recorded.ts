import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ask, type RunQuestion, type Verdict } from '../ask.ts'
import { recordPathOf, runExamples, type RunExample } from './examples.ts'
import { outcomeOf, withoutTexts, type RunOutcome } from './outcome.ts'
import { randomRun } from './random-run.ts'

/** What was recorded, and of which examples it could not be. */
export interface Recorded {
  readonly count: number
  /** By name, why: what the program said, or that it does not always say the same. */
  readonly left: readonly (readonly [name: string, reason: string])[]
}

/** Lets the program run the examples whose names the expression fits three times, and writes what came of them. What does not always come out alike is not kept. */
export async function recordRuns(program: string, about: string): Promise<Recorded> {
  const examples = runExamples().filter(({ name }) => new RegExp(about).test(name))
  const outcomes = await steadyOutcomesOf(program, examples)
  const left: [string, string][] = []
  for (const [index, example] of examples.entries()) {
    const path = recordPathOf(example)
    const outcome = outcomes[index]
    if (typeof outcome !== 'object') {
      left.push([example.name, outcome ?? 'no answer'])
      rmSync(path, { force: true })
    } else {
      if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, written(outcome))
    }
  }
  return { count: examples.length - left.length, left }
}

const randomRunsFile = 'test/corpus/runs/random.expected.jsonl'

/** How many random runs are kept, and how long the outcome of one may be, as JSON: what is kept is to be short. */
const RANDOM_RUNS = 150
const LONGEST = 2500

/** Lets the program run workflows by chance, and writes what came of so many of them as `npm test` looks at. Gives their number. */
export async function recordRandomRuns(program: string): Promise<number> {
  const seeds = Array.from({ length: 2 * RANDOM_RUNS }, (_, at) => at + 1)
  const outcomes = await steadyOutcomesOf(program, seeds.map(randomRun))
  const lines = seeds.flatMap((seed, at) => {
    const outcome = outcomes[at]
    const line = typeof outcome === 'object' ? JSON.stringify({ seed, outcome }) : ''
    return line === '' || line.length > LONGEST ? [] : [line]
  })
  const kept = lines.slice(0, RANDOM_RUNS)
  writeFileSync(randomRunsFile, `${kept.join('\n')}\n`)
  return kept.length
}

/** Random runs with what was recorded of them. */
export function recordedRandomRuns(): readonly (readonly [RunExample, RunOutcome])[] {
  const lines = readFileSync(randomRunsFile, 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const { seed, outcome } = JSON.parse(line) as { seed: number; outcome: RunOutcome }
    return [randomRun(seed), outcome]
  })
}

/** What the program makes of examples three times alike; in words why there is no such thing. */
export async function steadyOutcomesOf(
  program: string,
  examples: readonly RunExample[],
): Promise<(RunOutcome | string)[]> {
  const [first, ...others] = [
    await outcomesOf(program, examples),
    await outcomesOf(program, examples),
    await outcomesOf(program, examples),
  ]
  return first.map((outcome, at) =>
    others.every((other) => JSON.stringify(other[at]) === JSON.stringify(outcome))
      ? outcome
      : 'comes out otherwise each time',
  )
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
