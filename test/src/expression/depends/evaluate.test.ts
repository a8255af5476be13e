import { expect, test } from 'vitest'
import { evaluateDepends, type TaskOutcome } from '../../../../src/expression/index.ts'

const outcomes: Readonly<Record<string, TaskOutcome>> = {
  good: { phase: 'Succeeded' },
  bad: { phase: 'Failed' },
  broken: { phase: 'Error' },
  left: { phase: 'Skipped' },
  omitted: { phase: 'Omitted' },
  busy: { phase: 'Running' },
  server: { phase: 'Running', daemoned: true },
  lenient: { phase: 'Failed', continuesOn: { failed: true } },
  loop: { phase: 'Failed', anySucceeded: true },
  lost: { phase: 'Failed', allFailed: true },
}

test.each([
  ['', 'run'],
  ['good', 'run'],
  ['left && server', 'run'],
  ['bad', 'omit'],
  ['omitted', 'omit'],
  ['lenient', 'run'],
  ['bad.Failed && broken.Errored', 'run'],
  ['bad.Errored', 'omit'],
  ['bad || good', 'run'],
  ['!bad.Succeeded', 'run'],
  ['(bad || good) && !broken', 'run'],
  ['loop.AnySucceeded && lost.AllFailed', 'run'],
  ['loop.AllFailed', 'omit'],
  ['omitted.Omitted && left.Skipped && server.Daemoned', 'run'],
  ['good || busy', 'wait'],
  ['good || unknown', 'wait'],
  ['good &&', 'unreadable'],
  ['good.Wrong', 'unreadable'],
])('%s: %s', (text, verdict) => {
  expect(evaluateDepends(text, (task) => outcomes[task])).toBe(verdict)
})
