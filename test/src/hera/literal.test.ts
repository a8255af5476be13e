import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  literalFor,
  parseJson,
  printLiteral,
  readLiteral,
  serialise,
} from '../../../src/hera/index.ts'

/** What Hera would write for a Python literal, or why it cannot. */
function written(python: string): string {
  const value = readLiteral(python)
  return value.ok ? serialise(value.value) : `! ${value.error.message}`
}

describe('readLiteral and serialise', () => {
  it.each([
    ['"hi"', 'hi'],
    ["'é'", 'é'],
    ["['é\\n\"\\\\', '😀', '\x7f']", '["\\u00e9\\n\\"\\\\", "\\ud83d\\ude00", "\\u007f"]'],
    ['42', '42'],
    ['-3', '-3'],
    ['+3', '3'],
    ['10_000', '10000'],
    ['0xff', '255'],
    ['0o17', '15'],
    ['0b101', '5'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
    ['1.0', '1.0'],
    ['1.', '1.0'],
    ['.5', '0.5'],
    ['-0.0', '-0.0'],
    ['1e20', '1e+20'],
    ['1e16', '1e+16'],
    ['1e15', '1000000000000000.0'],
    ['123456789.125', '123456789.125'],
    ['0.0001', '0.0001'],
    ['0.00001', '1e-05'],
    ['1.5e-7', '1.5e-07'],
    ['1e999', 'Infinity'],
    ['-1e999', '-Infinity'],
    ['True', 'true'],
    ['None', 'null'],
    ['[1, {"b": None}]', '[1, {"b": null}]'],
    ['(1, 2.0)', '[1, 2.0]'],
    ['(1,)', '[1]'],
    ['()', '[]'],
    ['(1)', '1'],
    ['{}', '{}'],
    ['{2: 2, True: 3, None: 4, 1.5: 5}', '{"2": 2, "true": 3, "null": 4, "1.5": 5}'],
    ['{1: 2, True: 3, 1.0: 4}', '{"1": 4}'],
    ['{"a": 1, "b": 2, "a": 3}', '{"a": 3, "b": 2}'],
    ['"a" \'b\' r"\\n"', 'ab\\n'],
    ['"\\x41\\u00e9\\U0001F600\\101\\q\\t"', 'Aé😀A\\q\t'],
    ['"""a\nb"""', 'a\nb'],
    ['"a\\\nb"', 'ab'],
    ["R'\\''", "\\'"],
  ])('%s', (python, expected) => {
    expect(written(python)).toBe(expected)
  })

  it.each([
    'x',
    'f()',
    'f"a"',
    '"a" f"b"',
    'b"a"',
    '{1}',
    '1j',
    '1 + 2',
    '[*a]',
    '{**a}',
    '[x for x in y]',
    '...',
    'not 1',
    '-True',
    '007',
    '1__0',
    '{(1, 2): 3}',
    '"\\x4"',
    '"\\N{DASH}"',
    '1, 2 = 3',
    '',
    '1\n2',
  ])('refuses %s', (python) => {
    expect(readLiteral(python).ok).toBe(false)
  })

  it('says what to do', () => {
    expect(written('f()')).toContain('must be a literal')
  })

  it('does not fill the stack', () => {
    expect(readLiteral('['.repeat(5000) + ']'.repeat(5000)).ok).toBe(false)
  })
})

describe('literalFor', () => {
  it.each([
    ['42', '42'],
    ['hi', '"hi"'],
    ['null', 'None'],
    ['true', 'True'],
    ['1.0', '1.0'],
    ['1e20', '"1e20"'],
    ['1e+20', '1e+20'],
    ['[1, {"b": null}]', '[1, {"b": None}]'],
    ['[1,2]', '"[1,2]"'],
    ['"hi"', '"\\"hi\\""'],
    ['["\\u00e9"]', '["é"]'],
    ['["é"]', '"[\\"é\\"]"'],
    ['', '""'],
    ['a\nb', '"a\\nb"'],
    ['NaN', '"NaN"'],
  ])('%s', (text, expected) => {
    expect(literalFor(text)).toBe(expected)
  })

  it('means the text that it was made for', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.double().map(String),
      fc.bigInt().map(String),
    )
    fc.assert(fc.property(text, (value) => written(literalFor(value)) === value))
  })

  it('prints literals that mean the same', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value = parseJson(text)
        expect(value && readLiteral(printLiteral(value))).toEqual({ ok: true, value })
      }),
    )
  })
})
