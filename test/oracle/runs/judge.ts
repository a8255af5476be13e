import { Tally } from '../tally.ts'
import { disagreements, unexplained, type Disagreement } from './compare.ts'
import { runExamples, type RunExample } from './examples.ts'
import { withoutTexts, type RunOutcome } from './outcome.ts'
import { randomRun } from './random-run.ts'
import { outcomesOf, steadyOutcomesOf } from './recorded.ts'
import { simulateForOracle } from './simulate.ts'

/** Compares what the program and Stepwright make of all examples. */
export async function compareRuns(program: string): Promise<Tally> {
  const examples = runExamples()
  return compare('runs', examples, await outcomesOf(program, examples))
}

/** Compares what both make of workflows by chance; those that come out otherwise each time in Argo itself are not judged. */
export async function compareRandomRuns(
  program: string,
  seed: number,
  count: number,
): Promise<Tally> {
  const examples = Array.from({ length: count }, (_, at) => randomRun(seed + at))
  return compare('random runs', examples, await steadyOutcomesOf(program, examples))
}

function compare(
  part: string,
  examples: readonly RunExample[],
  outcomes: readonly (RunOutcome | string)[],
): Tally {
  const tally = new Tally(part)
  for (const [index, example] of examples.entries()) {
    const argo = outcomes[index]
    if (typeof argo === 'object') judge(tally, example, argo)
  }
  return tally
}

function judge(tally: Tally, example: RunExample, argo: RunOutcome): void {
  const run = simulateForOracle(example.text, example.settings)
  const found = disagreements(argo, example.isForeign ? withoutTexts(run) : run)
  const left = unexplained(example.name, found)
  if (found.length === 0) tally.agreed++
  else if (left.length === 0) tally.explained++
  // What differs first brings the rest with it more often than not.
  for (const one of left.slice(0, 1))
    tally.disagree(one.about, shape(one.argo), shape(one.ours), {
      name: `${example.name}${one.node === undefined ? '' : ` at ${one.node}`}`,
      text: `${example.text}\n${JSON.stringify(example.settings)}`,
      message: left.map(shown).join('\n'),
    })
}

function shown({ node, about, argo, ours }: Disagreement): string {
  return `${node ?? 'the run'}, ${about}: Argo ${shape(argo)}, ours ${shape(ours)}`
}

function shape(value: unknown): string {
  return value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value)
}
