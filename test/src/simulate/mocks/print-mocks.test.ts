import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  printMocks,
  readMocksFile,
  type Mock,
  type MockOutcome,
} from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import '../../../support/seeds.ts'

describe('printing mocks', () => {
  test('short ones take a line, texts of several lines keep them', () => {
    expect(
      printMocks([
        { step: 'flip', attempts: [{ result: 'heads' }] },
        { step: 'b', template: 't', index: 2, attempts: [{ exitCode: 1 }, { result: '12' }] },
        {
          node: '[0].a*',
          item: 'no',
          attempts: [{ duration: 5_400_000, parameters: { none: null } }],
        },
        { attempts: [{ oneOf: [{ result: 'yes' }, { result: 'no: way' }, {}] }] },
        { step: 'ask', attempts: [], resume: {} },
        { step: 'ask', attempts: [], resume: { sure: 'YES', many: '1.50' } },
        { step: 'ask', attempts: [], reject: '' },
        {
          step: 'long',
          attempts: [
            {
              log: 'one\ntwo\n',
              artifacts: { report: 'x\n' },
              message: 'A sentence that is long.',
            },
            { phase: 'Error', message: 'a'.repeat(100) },
          ],
        },
      ]),
    ).toBe(`- {step: flip, result: heads}
- {step: b, template: t, index: 2, attempts: [{exitCode: 1}, 12]}
- {node: '[0].a*', item: 'no', outputs: {parameters: {none: null}}, duration: 1h30m}
- {oneOf: ['yes', 'no: way', {}]}
- {step: ask, resume: true}
- {step: ask, resume: {parameters: {sure: 'YES', many: '1.50'}}}
- {step: ask, reject: true}
- step: long
  attempts:
    - message: A sentence that is long.
      outputs:
        artifacts:
          report: |
            x
      log: |
        one
        two
    - phase: Error
      message: ${'a'.repeat(100)}
`)
    expect(printMocks([])).toBe('[]\n')
  })

  test('what is printed reads as the same mocks', () => {
    fc.assert(
      fc.property(fc.array(mock, { maxLength: 4 }), (mocks) => {
        const { mocks: read, problems } = readMocksFile(parseTree(printMocks(mocks)))
        expect(problems).toEqual([])
        expect(read).toEqual(mocks)
      }),
      { numRuns: 200 },
    )
  })
})

const text = fc.oneof(
  fc.string({ maxLength: 8, unit: 'binary' }),
  fc.constantFrom(
    '',
    'null',
    '~',
    'yes',
    'true',
    '1',
    '1.0',
    '-0',
    '1e3',
    '0x1',
    '[a]',
    '- a',
    '#',
  ),
  fc.constantFrom(
    'a\nb\n',
    '\n',
    ' a\n  b',
    'a\n\n',
    '2025-01-01',
    '*',
    '{{x}}',
    "it's",
    '"',
    ': ',
  ),
  fc.double({ noNaN: true }).map(String),
)
const name = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/), fc.constantFrom('y', '1', 'null'))
const texts = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const plainOutcome = fc.record<MockOutcome>({
  phase: maybe(fc.constantFrom('Succeeded', 'Failed', 'Error')),
  exitCode: maybe(fc.nat(255)),
  message: maybe(text),
  result: maybe(text),
  parameters: maybe(texts(fc.option(text))),
  artifacts: maybe(texts(fc.option(text))),
  // Milliseconds, and parts of them.
  duration: maybe(
    fc.oneof(
      fc.nat(1e8),
      fc.nat(1e6).map((parts) => parts / 1000),
    ),
  ),
  log: maybe(text),
  oneOf: fc.constant(undefined),
})
const outcome = fc.oneof(
  plainOutcome,
  fc
    .tuple(plainOutcome, fc.array(plainOutcome, { maxLength: 3 }))
    .map(([own, oneOf]): MockOutcome => ({ ...own, oneOf })),
)
const nested = fc
  .jsonValue({ maxDepth: 2, noUnicodeString: false })
  .filter((value) => typeof value === 'object' && value !== null)
  .map(
    (value) => JSON.parse(JSON.stringify(value).replaceAll(/-0(?=[,\]}])/g, '0')) as Mock['item'],
  )
  .filter((value) => !JSON.stringify(value).includes('"<<"'))

const mock = fc
  .record<Mock>({
    template: maybe(name),
    step: maybe(name),
    node: maybe(text),
    item: maybe(fc.oneof(text, nested)),
    index: maybe(fc.nat()),
    attempt: maybe(fc.nat(9)),
    attempts: fc.array(outcome, { maxLength: 3 }),
    resume: maybe(texts(text)),
    reject: maybe(text),
  })
  .map((one) => (one.resume === undefined ? one : { ...one, reject: undefined }))
