import { expect, test } from 'vitest'
import { testNameOf } from '../../../../src/simulate/index.ts'
import { COINFLIP, dryRunOf, MANY } from '../../../support/dry-run.ts'

test.each([
  [COINFLIP, '- {step: flip, result: heads}', 'Succeeded without tails'],
  [COINFLIP, '- {step: flip, result: edge}', 'Succeeded without heads and tails'],
  [COINFLIP, '- {step: flip, exitCode: 1}', 'Fails at flip'],
  [MANY, '', 'Waits at ask'],
  [
    MANY,
    '- {step: list, outputs: {parameters: {names: []}}}\n- {step: ask, resume: {parameters: {ok: yes}}}',
    'Succeeded without each',
  ],
])('a run is called by what became of it: %#', async (workflow, mocks, name) => {
  const { run } = await dryRunOf(workflow, mocks)
  expect(testNameOf(run, {})).toBe(name)
})

test('and by what it was given', async () => {
  const { run } = await dryRunOf(COINFLIP, '- {step: flip, result: heads}')
  expect(testNameOf(run, { day: 'monday', text: 'a\n long one of several lines', more: '' })).toBe(
    'Succeeded without tails, day monday, text a long one of severa…',
  )
})
