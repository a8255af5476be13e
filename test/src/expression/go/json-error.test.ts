import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../../support/seeds.ts'
import { jsonError } from '../../../../src/expression/go/json-error.ts'

describe('what Go says of a text that is no JSON', () => {
  test.each([
    ['', 'unexpected end of JSON input'],
    ['[1, ', 'unexpected end of JSON input'],
    ['hello', "invalid character 'h' looking for beginning of value"],
    ['[1 2]', "invalid character '2' after array element"],
    ['{a: 1}', "invalid character 'a' looking for beginning of object key string"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a": 1 "b"}', `invalid character '"' after object key:value pair`],
    ['1 x', "invalid character 'x' after top-level value"],
    ['nul!', "invalid character '!' in literal null (expecting 'l')"],
    ['1.x', "invalid character 'x' after decimal point in numeric literal"],
    ['"\\q"', "invalid character 'q' in string escape code"],
    ["'a'", "invalid character '\\'' looking for beginning of value"],
  ])('%s: %s', (text, message) => {
    expect(jsonError(text)).toBe(message)
  })

  test('it finds something wrong wherever a parser does', () => {
    const text = fc
      .array(fc.constantFrom(...'[]{},:"\\ 0123.-eutfalsrn'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, (json) => {
        fc.pre(!isJson(json))
        expect(jsonError(json)).not.toBe('invalid JSON')
      }),
      { numRuns: 1000 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
