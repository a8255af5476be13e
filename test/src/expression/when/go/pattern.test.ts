import { describe, expect, it } from 'vitest'
import { compilePattern } from '../../../../../src/expression/when/go/pattern.ts'

describe('compilePattern', () => {
  it.each([
    ['b', 'abc', true],
    ['^b', 'abc', false],
    ['^b', 'a\nb', false],
    ['(?m)^b', 'a\nb', true],
    ['\\pL\\z', '1é', true],
    ['[[:digit:]]', '٣', false],
    ['(?<x>a)(?<x>b)', 'ab', true],
  ])('/%s/ in %j', (source, text, found) => {
    const pattern = compilePattern(source)
    expect(pattern.ok && pattern.value.found(text)).toBe(found)
  })

  it.each([
    ['(a', 'missing closing ): `(a`'],
    ['a**', 'invalid nested repetition operator: `**`'],
    ['(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['\\1', 'invalid escape sequence: `\\1`'],
    ['a\\', 'trailing backslash at end of expression: ``'],
    ['(?<x>a(?<x>', 'missing closing ): `(?<x>a(?<x>`'],
  ])('refuses /%s/ as Go does', (source, reason) => {
    expect(compilePattern(source)).toEqual({ ok: false, error: `error parsing regexp: ${reason}` })
  })
})
