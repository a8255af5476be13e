import { describe, expect, test } from 'vitest'
import { parseTree } from '../../../../src/yaml/index.ts'
import { readMocksFile } from '../../../../src/simulate/index.ts'

function read(text: string): ReturnType<typeof readMocksFile> {
  return readMocksFile(parseTree(text))
}

/** What a mock says, without all that it does not. */
function said(text: string): unknown {
  const { mocks, problems } = read(text)
  expect(problems).toEqual([])
  return JSON.parse(JSON.stringify(mocks))
}

describe('reading mocks', () => {
  test('a mock says whom it is for and what happens', () => {
    expect(
      said(`
mocks:
  - step: flip
    result: heads
  - {template: fetch, index: 2, attempt: 1, phase: Error, message: no disk}
  - node: '[0].a*'
    item: {os: debian}
    exitCode: 3
    duration: 1m30s
    log: |
      one
      two
    outputs:
      parameters: {size: 1.10, sure: yes, list: [1, {a: b}], none: }
      artifacts: {report: fine}
`),
    ).toEqual([
      { step: 'flip', attempts: [{ result: 'heads' }] },
      {
        template: 'fetch',
        index: 2,
        attempt: 1,
        attempts: [{ phase: 'Error', message: 'no disk' }],
      },
      {
        node: '[0].a*',
        item: { os: 'debian' },
        attempts: [
          {
            exitCode: 3,
            duration: 90_000,
            log: 'one\ntwo\n',
            parameters: { size: '1.10', sure: 'yes', list: '[1,{"a":"b"}]', none: null },
            artifacts: { report: 'fine' },
          },
        ],
      },
    ])
  })

  test('outcomes by attempt, and by chance', () => {
    expect(
      said(`
- {step: a, attempts: [{exitCode: 1}, {phase: Error}, done]}
- {step: b, oneOf: [heads, tails, {phase: Failed}]}
- {step: c, outputs: {result: 5}, duration: 30}
`),
    ).toEqual([
      { step: 'a', attempts: [{ exitCode: 1 }, { phase: 'Error' }, { result: 'done' }] },
      {
        step: 'b',
        attempts: [{ oneOf: [{ result: 'heads' }, { result: 'tails' }, { phase: 'Failed' }] }],
      },
      { step: 'c', attempts: [{ result: '5', duration: 30_000 }] },
    ])
  })

  test('decisions about suspended nodes', () => {
    expect(
      said(`
- {step: a, resume: true}
- {step: b, resume: {parameters: {ok: yes, many: 3}}}
- {step: c, reject: Not today.}
- {step: d, reject: true}
`),
    ).toEqual([
      { step: 'a', attempts: [], resume: {} },
      { step: 'b', attempts: [], resume: { ok: 'yes', many: '3' } },
      { step: 'c', attempts: [], reject: 'Not today.' },
      { step: 'd', attempts: [], reject: '' },
    ])
  })

  test('anchors, aliases and merge keys', () => {
    expect(
      said(`
mocks:
  - &bad {step: a, phase: Failed}
  - {<<: *bad, step: b}
  - *bad
`),
    ).toEqual([
      { step: 'a', attempts: [{ phase: 'Failed' }] },
      { step: 'b', attempts: [{ phase: 'Failed' }] },
      { step: 'a', attempts: [{ phase: 'Failed' }] },
    ])
  })

  test.each(['', 'mocks:', 'tests: []', '# nothing'])('%j has none', (text) => {
    expect(said(text)).toEqual([])
  })

  test.each([
    ['- flip', 'A mock must be a map', '- ', 'flip'],
    ['- {step: a, fase: Failed}', 'no field fase', '- {step: a, fase: ', 'Failed'],
    ['- {phase: failed}', 'phase must be one of Succeeded', '- {phase: ', 'failed'],
    ['- {exitCode: one}', 'exitCode must be a whole number', '- {exitCode: ', 'one'],
    ['- {attempt: -1}', 'attempt must be a whole number', '- {attempt: ', '-1'],
    ['- {duration: soon}', 'A duration is', '- {duration: ', 'soon'],
    ['- {step: [a]}', 'step must be a text', '- {step: ', '[a]'],
    [
      '- {outputs: {parameters: [a]}}',
      'parameters must be a map',
      '- {outputs: {parameters: ',
      '[a]',
    ],
    ['- {result: a, attempts: [b]}', 'not both', '- {result: a, attempts: ', '[b]'],
    ['- {resume: true, reject: true}', 'not both', '- {resume: true, reject: ', 'true'],
    ['mocks: {a: b}', 'mocks must be a list', 'mocks: ', '{a: b}'],
    ['hello', 'The file must be a list', '', 'hello'],
  ])('%j: %s', (text, says, before, at) => {
    const { problems } = read(text)
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(says)])
    const [problem] = problems
    expect(text.slice(0, problem?.range.from)).toBe(before)
    expect(text.slice(problem?.range.from, problem?.range.to)).toBe(at)
  })

  test('broken text is told, and what can be read is read', () => {
    const { mocks, problems } = read('- {step: a, result: b}\n- {step: [\n')
    expect(problems.length).toBeGreaterThan(0)
    expect(mocks[0]).toMatchObject({ step: 'a' })
  })
})
