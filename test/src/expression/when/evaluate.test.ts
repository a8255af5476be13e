import { describe, expect, it } from 'vitest'
import { evaluateWhen, findTags, type WhenError } from '../../../../src/expression/index.ts'

function failure(text: string, scope?: Parameters<typeof evaluateWhen>[1]): WhenError {
  const result = evaluateWhen(text, scope)
  if (result.ok) throw new Error(`${text} is ${String(result.value)}`)
  return result.error
}

const place = (text: string, { range }: Pick<WhenError, 'range'>): string =>
  text.slice(range.from, range.to)

describe('evaluateWhen', () => {
  it.each([
    ['', true],
    ['heads == "heads"', true],
    ['5 == 5.0 && 0x10 == 16', true],
    ['5 == "5"', false],
    ['true == "true"', false],
    ['"2024-01-02" == 1704153600', true],
    ['"2024-01-02T00:00:00Z" == "2024-01-02"', true],
    ['"2024-01-02" == today', false],
    ['[two words] == "two words"', true],
    ['"mixed\' == mixed', true],
    ['b in (a, b)', true],
    ['"Z" < "a" && 10 > 9', true],
    ['"\u{1f600}" > "\uffff"', true],
    ['"foo" + 1000000 == "foo1e+06"', true],
    ['10 - 4 - 3 == 3 && 2 ** 3 ** 2 == 64', true],
    ['5 & 3 == 1 && 1 << 70 == 0 && ~1 == -2', true],
    ['false && nothing.At.All', false],
    ['(heads == heads) whatever', true],
    ['"heads" =~ "^h" && tails !~ "(?i)HEADS"', true],
    ['true ? (1 == 2) : (3 == 3)', false],
    ['(1 == ) ?? true', false],
  ])('%s', (text, value) => {
    expect(evaluateWhen(text)).toEqual({ ok: true, value })
  })

  it.each<[kind: WhenError['kind'], text: string, at: string, message: string]>([
    [
      'parse',
      'a ==-1',
      '==-',
      `Invalid 'when' expression 'a ==-1': Invalid token: '==-' (hint: try wrapping the affected expression in quotes ("))`,
    ],
    [
      'parse',
      'a == foo bar',
      'bar',
      `Invalid 'when' expression 'a == foo bar': Cannot transition token types from VARIABLE [foo] to VARIABLE [bar]`,
    ],
    [
      'parse',
      ' == a',
      '==',
      `Invalid 'when' expression ' == a': Cannot transition token types from UNKNOWN [<nil>] to COMPARATOR [==]`,
    ],
    [
      'parse',
      'a == 1.2.3',
      '1.2.3',
      `Invalid 'when' expression 'a == 1.2.3': Unable to parse numeric value '1.2.3' to float64\n`,
    ],
    [
      'parse',
      'a == v.b',
      'v.b',
      `Invalid 'when' expression 'a == v.b': Unable to access unexported field 'b' in token 'v.b'`,
    ],
    [
      'plan',
      '!a',
      'a',
      `Failed to parse 'when' expression '!a': Cannot transition token types from PREFIX [!] to STRING [a]`,
    ],
    [
      'evaluate',
      'a == foo-bar',
      'foo',
      `Failed to evaluate 'when' expresion 'a == foo-bar': Value 'foo' cannot be used with the modifier '-', it is not a number`,
    ],
    [
      'evaluate',
      'a == v.B',
      'v.B',
      `Failed to evaluate 'when' expresion 'a == v.B': No parameter 'v' found.`,
    ],
    [
      'evaluate',
      'a in (b)',
      '(b)',
      `Failed to evaluate 'when' expresion 'a in (b)': Value 'b' cannot be used with the comparator 'in', it is not a number`,
    ],
    ['not-boolean', '1 + 1', '1 + 1', `Expected boolean evaluation for '1 + 1'. Got 2`],
    ['panic', 'a == b\\', '\\', 'runtime error: index out of range [7] with length 7'],
  ])('%s: %s', (kind, text, at, message) => {
    const error = failure(text)
    expect(error).toMatchObject({ kind, message })
    expect(place(text, error)).toBe(at)
  })

  it('says what the operands were', () => {
    const text = '"b" < 5 - 1'
    expect(failure(text)).toMatchObject({
      operator: '<',
      range: { from: 0, to: text.length },
      operands: [
        { side: 'left', value: 'b', type: 'text', range: { from: 0, to: 3 } },
        { side: 'right', value: '4', type: 'number', range: { from: 6, to: text.length } },
      ],
    })
    expect(failure('!(5)').operands).toMatchObject([{ side: 'right', value: '5', type: 'number' }])
    expect(failure('(1, a)').operands).toMatchObject([
      { side: 'whole', value: '[1 a]', type: 'list' },
    ])
  })

  it('gives up on what is nested too deeply, instead of filling the stack', () => {
    expect(failure('('.repeat(50_000) + 'a' + ')'.repeat(50_000)).kind).toBe('limit')
    expect(failure('a == b' + ' || a == b'.repeat(5_000)).kind).toBe('limit')
  })

  it('searches patterns in time that grows with the text only', () => {
    expect(evaluateWhen(`"${'a'.repeat(5_000)}" =~ "(a+)+$b"`)).toEqual({ ok: true, value: false })
  })
})

describe('with a scope', () => {
  const scope = (body: string, kind: 'simple' | 'expression'): string | undefined =>
    new Map([
      ['simple:steps.flip.outputs.result', 'heads'],
      ['simple:item', 'two words'],
      ['expression:1 + 1', '2'],
    ]).get(`${kind}:${body}`)

  it('fills in tags before it evaluates', () => {
    expect(evaluateWhen('{{steps.flip.outputs.result}} == heads', scope)).toEqual({
      ok: true,
      value: true,
    })
    expect(evaluateWhen('{{ steps.flip.outputs.result }} == "x" || {{=1 + 1}} > 1', scope)).toEqual(
      {
        ok: true,
        value: true,
      },
    )
  })

  it('says where in the original text an error is', () => {
    const text = 'a == b || {{item}} == heads'
    const error = failure(text, scope)
    expect(place(text, error)).toBe('{{item}}')
    expect(error.message).toContain("'a == b || two words == heads'")
    const calculated = '{{=1 + 1}} - foo == 1'
    expect(place(calculated, failure(calculated, scope))).toBe('foo')
  })

  it('says which tags have no value', () => {
    const text = '{{steps.flip.outputs.result}} == {{nope}} && {{=nope}}'
    const error = failure(text, scope)
    expect(error.kind).toBe('unresolved')
    expect(error.unresolved).toEqual(findTags(text).slice(1))
    expect(error.message).toBe('No value for {{nope}}, {{=nope}}.')
    expect(place(text, error)).toBe('{{nope}}')
  })
})
