import { describe, expect, it } from 'vitest'
import { disagreements, unexplained } from '../../oracle/runs/compare.ts'
import { openRuns, recordedOutcome, runExamples } from '../../oracle/runs/examples.ts'
import { recordedRandomRuns } from '../../oracle/runs/recorded.ts'
import { withoutTexts } from '../../oracle/runs/outcome.ts'
import { simulateForOracle } from '../../oracle/runs/simulate.ts'

/*
 * What Argo’s own controller made of workflows, as it was recorded: no Go is needed here. `npm run oracle:argo -- runs --record` records
 * it. What is open is left out; whoever makes it right takes its name out of `test/corpus/runs/open.txt`.
 */

const open = openRuns()
const recorded = runExamples().flatMap((example) => {
  const outcome = open.has(example.name) ? undefined : recordedOutcome(example)
  return outcome === undefined ? [] : [[example.name, example, outcome] as const]
})

const byChance = recordedRandomRuns().flatMap(([example, outcome]) =>
  open.has(example.name) ? [] : [[example.name, example, outcome] as const],
)

describe('workflows', () => {
  it.each(recorded)('run as Argo runs them: %s', (name, { text, settings, isForeign }, argo) => {
    const run = simulateForOracle(text, settings)
    const found = disagreements(argo, isForeign ? withoutTexts(run) : run)
    expect(unexplained(name, found)).toEqual([])
  })
  it.each(byChance)(
    'run as Argo runs them, made by chance: %s',
    (name, { text, settings }, argo) => {
      const found = disagreements(argo, simulateForOracle(text, settings))
      expect(unexplained(name, found)).toEqual([])
    },
  )
})
