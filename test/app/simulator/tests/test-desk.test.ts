import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepTest } from '../../../../app/simulator/tests/keep-test.ts'
import {
  openTestsOf,
  testsAround,
  verdictOf,
  whyNot,
} from '../../../../app/simulator/tests/open-tests.ts'
import { testBench } from '../../../../app/simulator/tests/test-bench.ts'
import { testDeskOf } from '../../../../app/simulator/tests/test-desk.ts'
import type { TestCall } from '../../../../app/simulator/tests/test-messages.ts'
import { createDesigner, type Designer } from '../../../../app/store/index.ts'
import { COINFLIP } from '../../../support/dry-run.ts'

/** A worker of tests that is in the page. */
class NearWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | undefined
  private isEnded = false
  readonly take = testBench({
    post: (report) => {
      const data: unknown = structuredClone(report)
      queueMicrotask(() => {
        if (!this.isEnded) this.onmessage?.({ data })
      })
    },
    pause: () => undefined,
    now: () => 0,
  })

  postMessage(call: TestCall): void {
    queueMicrotask(() => this.take(structuredClone(call)))
  }

  terminate(): void {
    this.isEnded = true
  }
}

beforeEach(() => vi.stubGlobal('Worker', NearWorker))
afterEach(() => vi.unstubAllGlobals())

const tests = `# Ours.
tests:
  - name: Heads
    mocks: [{step: flip, result: heads}]
    expect:
      nodes: {flip: {result: heads}} # kept
      skipped: [tails]
  - name: Tails
    mocks: [{step: flip, result: tails}]
    expect: {nodes: {flip: {result: heads}}}
`

function opened(text = tests, name = 'coinflip.test.yaml'): Designer {
  const designer = createDesigner({ name: 'coinflip.yaml' }, COINFLIP, () => 0)
  designer.workspace.add({ name }, text, text, false)
  return designer
}

const around = (designer: Designer) => testsAround(designer.workspace.entries())

/** How all tests of the file on the canvas stand. */
function standings(designer: Designer): readonly string[] {
  const { verdicts } = testDeskOf(designer).store.getState()
  return around(designer).flatMap((one) =>
    one.file.tests.map((test) => {
      const found = verdictOf(one, test, verdicts)
      const word = found?.kept.verdict.status ?? 'none'
      return `${test.name}: ${word}${found?.isOld === true ? ' before' : ''}`
    }),
  )
}

async function over(designer: Designer): Promise<void> {
  await expect.poll(() => testDeskOf(designer).store.getState().progress).toBeUndefined()
}

describe('open files of tests', () => {
  it.each([
    [tests, 'coinflip.test.yaml', ['coinflip.test.yaml']],
    [`workflow: ../flows/coinflip.yaml\n${tests}`, 'other.yaml', ['other.yaml']],
    [`workflow: else.yaml\n${tests}`, 'coinflip.test.yaml', []],
    [tests, 'other.test.yaml', []],
  ])('belong to the workflow that they name: %#', (text, name, found) => {
    expect(around(opened(text, name)).map(({ entry }) => entry.file.name)).toEqual(found)
  })

  it.each([
    ['tests: [', 'x.test.yaml does not parse: mend it first.'],
    ['- {nam: x}\n', 'Something in x.test.yaml cannot be read: '],
    ['- {name: x}\n', 'x.yaml is not open. Open it to run these tests.'],
    [
      'workflow: coinflip.yaml\nsources: [lib.yaml]\ntests: [{}]\n',
      'lib.yaml is not open. Open it to run these tests.',
    ],
    ['workflow: coinflip.yaml\ntests: []\n', 'x.test.yaml has no test yet.'],
  ])('say why they cannot run: %j', (text, says) => {
    const { workspace } = opened(text, 'x.test.yaml')
    const entries = workspace.entries()
    const entry = entries.find(({ file }) => file.name === 'x.test.yaml')
    expect(entry && whyNot(openTestsOf(entry, entries))).toContain(says)
  })
})

describe('the desk of tests', () => {
  it('runs all, and the verdicts turn old with the text', async () => {
    const designer = opened()
    testDeskOf(designer).runAll()
    await over(designer)
    expect(standings(designer)).toEqual(['Heads: passed', 'Tails: failed'])
    const change = { from: 0, to: 0, insert: '# New.\n' }
    designer.actions.edit({ changes: [change], userEvent: 'input.type' })
    expect(standings(designer)).toEqual(['Heads: passed before', 'Tails: failed before'])
    designer.actions.undo()
    expect(standings(designer)).toEqual(['Heads: passed', 'Tails: failed'])
  })

  it('accepts what came as a step that undo takes back, and runs the test again', async () => {
    const designer = opened()
    const desk = testDeskOf(designer)
    desk.runAll()
    await over(designer)
    const [file] = around(designer)
    const verdict = desk.store.getState().verdicts.find(({ name }) => name === 'Tails')?.verdict
    if (file === undefined || verdict?.status !== 'failed') throw new Error('It did not fail.')
    desk.accept(file, 1, verdict.failures)
    await over(designer)
    expect(standings(designer)).toEqual(['Heads: passed', 'Tails: passed'])
    expect(around(designer)[0]?.entry.tree.text).toBe(
      tests.replace('{nodes: {flip: {result: heads}}}', '{nodes: {flip: {result: tails}}}'),
    )
    designer.workspace.show(file.entry.id)
    designer.actions.undo()
    expect(designer.session.state.text).toBe(tests)
  })

  it('says what of a test cannot be rewritten', async () => {
    const designer = opened('- {name: Order, expect: {never: flip}}\n')
    const desk = testDeskOf(designer)
    desk.runAll()
    await over(designer)
    const [file] = around(designer)
    const [kept] = desk.store.getState().verdicts
    if (file === undefined || kept?.verdict.status !== 'failed') throw new Error('It did not fail.')
    desk.accept(file, 0, kept.verdict.failures)
    expect(designer.view.getState().notice).toMatchObject({
      tone: 'warning',
      text: 'Nothing of “Order” can be rewritten by what came.',
      detail: 'flip: stays as it is. Take this away if it may run.',
    })
  })

  it('runs nothing where nothing can run, and stops', async () => {
    const designer = opened('- {nam: x}\n')
    testDeskOf(designer).runAll()
    expect(testDeskOf(designer).store.getState().progress).toBeUndefined()
    const other = opened()
    testDeskOf(other).runAll()
    testDeskOf(other).stop()
    await over(other)
    expect(standings(other)).toEqual(['Heads: none', 'Tails: none'])
  })
})

describe('a recorded test', () => {
  const recorded = { test: { name: 'Heads', expect: { phase: 'Succeeded' } }, sources: [] }

  it('is added to the open file, under a name of its own, and undo gives the bytes of before', async () => {
    const designer = opened()
    keepTest(designer, 0, recorded)
    await over(designer)
    expect(standings(designer).at(-1)).toBe('Heads (2): passed')
    const [file] = around(designer)
    designer.workspace.show(file?.entry.id ?? -1)
    designer.actions.undo()
    expect(designer.session.state.text).toBe(tests)
  })

  it('is a new file beside the workflow, which stays on the canvas and is no mere sample', async () => {
    const designer = createDesigner({ name: 'coinflip.yaml', isSample: true }, COINFLIP, () => 0)
    keepTest(designer, 0, recorded)
    await over(designer)
    const [flow, file] = designer.workspace.entries()
    expect(flow).toMatchObject({ isActive: true, file: { name: 'coinflip.yaml' } })
    expect(flow?.file.isSample).toBeUndefined()
    expect(file).toMatchObject({ isDirty: true, file: { name: 'coinflip.test.yaml' } })
    expect(standings(designer)).toEqual(['Heads: passed'])
    expect(designer.view.getState().bottomTab).toBe('tests')
  })

  it('is not added to what does not parse, and that is said', () => {
    const designer = opened('tests: [', 'coinflip.test.yaml')
    keepTest(designer, 0, recorded)
    expect(designer.view.getState().notice?.text).toContain('It does not parse.')
  })
})
