import { describe, expect, it } from 'vitest'
import { linesOf, logText, runLog } from '../../../app/simulator/log-lines.ts'
import { answersBefore, pinnedBy, withAnswer } from '../../../app/simulator/pins.ts'
import { spanWords } from '../../../app/simulator/time-words.ts'
import { draftOf, outcomeOf } from '../../../app/simulator/outcome-draft.ts'
import { askedOf } from '../../../app/simulator/values.ts'
import { moveInRows, rowsInSight, unfoldedRows } from '../../../app/simulator/visible-rows.ts'
import { node, request, success } from '../../support/fake-run.ts'
import { event, indexOf } from '../store/run/trace.ts'

describe('the log of a run', () => {
  it('has the pod before each line, in the order of writing', () => {
    const index = indexOf([
      event(0, 'a', { podName: 'run-a-1' }),
      { kind: 'log', at: 1, id: 'a', lines: [{ source: 'stdout', text: 'one\ntwo\n' }] },
      event(1, 'b', { podName: 'run-b-2' }),
      { kind: 'log', at: 2, id: 'b', lines: [{ source: 'stderr', text: 'three' }] },
    ])
    expect(logText(runLog(index, 4))).toBe('run-a-1: one\nrun-a-1: two\nrun-b-2: three')
    expect(runLog(index, 3)).toHaveLength(2)
  })

  it('keeps empty lines', () => {
    const lines = linesOf(node(), [{ source: 'stdout', text: 'a\n\nb\n' }])
    expect(lines.map(({ text }) => text)).toEqual(['a', '', 'b'])
  })
})

describe('outcomes of an earlier run', () => {
  const template = JSON.stringify(request().template)
  const answers = new Map([['run[0].flip', { outcome: success, template, artifacts: {} }]])

  it('hold for a step that is given the same', () => {
    const pinned = pinnedBy(answers)
    const never = new AbortController().signal
    expect(pinned(request(), never)).toBe(success)
    expect(pinned(request({}, { template: { other: true } }), never)).toBeUndefined()
    expect(pinned(request({ name: 'run[1].x' }), never)).toBeUndefined()
  })

  it('hold whatever is given, where a person said them', () => {
    const said = { ...success, result: 'tails' }
    const pinned = pinnedBy(withAnswer(answers, 'run[0].flip', said))
    const asked = request({}, { template: { other: true } })
    expect(pinned(asked, new AbortController().signal)).toBe(said)
  })

  it('are kept from before a node, when the run begins again there', () => {
    const index = indexOf([
      event(0, 'a', { finishedAt: 5 }),
      event(5, 'b', { finishedAt: 9 }),
      event(5, 'c', { finishedAt: 6 }),
    ])
    const all = new Map(
      ['a', 'b', 'c'].map((name) => [name, { outcome: success, template, artifacts: {} }]),
    )
    expect([...answersBefore(index, all, 'b').keys()]).toEqual(['a'])
  })
})

describe('the rows of the nodes', () => {
  const rows = [
    { id: 'run', depth: 0, parent: undefined },
    { id: 'a', depth: 1, parent: 'run' },
    { id: 'a1', depth: 2, parent: 'a' },
    { id: 'b', depth: 1, parent: 'run' },
  ]

  it('leave out what is folded away', () => {
    expect(unfoldedRows(rows, new Set(['a'])).map(({ id }) => id)).toEqual(['run', 'a', 'b'])
    expect(unfoldedRows(rows, new Set(['run']))).toHaveLength(1)
  })

  it('are walked by keys', () => {
    const none = new Set<string>()
    expect(moveInRows(rows, 0, 'ArrowDown', none, 5)).toEqual({ go: 1 })
    expect(moveInRows(rows, 3, 'ArrowDown', none, 5)).toEqual({ go: 3 })
    expect(moveInRows(rows, 2, 'ArrowLeft', none, 5)).toEqual({ go: 1 })
    expect(moveInRows(rows, 1, 'ArrowLeft', none, 5)).toEqual({ fold: 'a', isFolded: true })
    expect(moveInRows(rows, 1, 'x', none, 5)).toBeUndefined()
  })

  it('are drawn only where they are in sight', () => {
    const { from, to } = rowsInSight(10_000, 24, 2400, 240)
    expect(from).toBeLessThanOrEqual(100)
    expect(to).toBeGreaterThanOrEqual(110)
    expect(to - from).toBeLessThan(30)
  })
})

describe('what a step gives, in a form', () => {
  it('comes back as it was when nothing is changed', () => {
    const outcome = { ...success, result: 'a', parameters: { p: '1' } }
    expect(outcomeOf(draftOf(outcome), outcome)).toEqual(outcome)
  })

  it('fails with an exit code', () => {
    const draft = { ...draftOf(success), ends: 'Failed' as const, exitCode: '' }
    expect(outcomeOf(draft, success)).toMatchObject({ phase: 'Failed', exitCode: 1 })
  })

  it.each([{ duration: '-1' }, { duration: 'soon' }, { exitCode: 'x' }, { exitCode: '3' }])(
    'is refused for %j',
    (part) => expect(typeof outcomeOf({ ...draftOf(success), ...part }, success)).toBe('string'),
  )
})

describe('what a suspended node asks', () => {
  it('has the choices and the default of the input', () => {
    const asked = askedOf(
      node({
        inputs: { parameters: [{ name: 'd', value: 'no', enum: ['yes', 'no'] }], artifacts: [] },
        outputs: { parameters: [{ name: 'd', valueFrom: { supplied: {} } }], artifacts: [] },
      }),
    )
    expect(asked).toEqual([{ name: 'd', choices: ['yes', 'no'], value: 'no', description: '' }])
  })

  it('begins with what can be chosen where the value of the input only lists the choices', () => {
    const value = '{"enum": ["yes", "no"]}'
    const asked = askedOf(
      node({
        inputs: {
          parameters: [{ name: 'd', value, default: 'yes', enum: ['yes', 'no'] }],
          artifacts: [],
        },
        outputs: { parameters: [{ name: 'd', valueFrom: { supplied: {} } }], artifacts: [] },
      }),
    )
    expect(asked).toMatchObject([{ choices: ['yes', 'no'], value: 'yes' }])
  })

  it('begins with the first choice where neither value nor default can be chosen', () => {
    const asked = askedOf(
      node({
        inputs: { parameters: [{ name: 'd', value: 'maybe', enum: ['yes'] }], artifacts: [] },
        outputs: { parameters: [{ name: 'd', valueFrom: { supplied: {} } }], artifacts: [] },
      }),
    )
    expect(asked).toMatchObject([{ choices: ['yes'], value: 'yes' }])
  })
})

describe('a span of time', () => {
  it.each([
    [0, '0 s'],
    [350, '350 ms'],
    [1500, '1.5 s'],
    [12_000, '12 s'],
    [185_000, '3 min 5 s'],
    [7_200_000, '2 h'],
    [273_600_000, '3 d 4 h'],
  ])('%i is %s', (milliseconds, words) => expect(spanWords(milliseconds)).toBe(words))
})
