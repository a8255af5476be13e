import { describe, expect, it } from 'vitest'
import { compileRegexp, patternProblem, readRegexp } from '../../../../src/expression/go/regexp.ts'

describe('readRegexp', () => {
  it.each([
    ['b', 'abc', true],
    ['^b', 'abc', false],
    ['^b', 'a\nb', false],
    ['(?m)^b', 'a\nb', true],
    ['\\pL\\z', '1é', true],
    ['[[:digit:]]', '٣', false],
    ['(?<x>a)(?<x>b)', 'ab', true],
  ])('/%s/ in %j', (source, text, found) => {
    const pattern = readRegexp(source)
    expect(pattern.ok && pattern.value.test(text)).toBe(found)
  })

  it.each([
    ['(a', 'missing closing ): `(a`'],
    ['a**', 'invalid nested repetition operator: `**`'],
    ['(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['\\1', 'invalid escape sequence: `\\1`'],
    ['a\\', 'trailing backslash at end of expression: ``'],
    ['(?<x>a(?<x>', 'missing closing ): `(?<x>a(?<x>`'],
  ])('refuses /%s/ as Go does', (source, reason) => {
    expect(readRegexp(source)).toEqual({ ok: false, error: `error parsing regexp: ${reason}` })
  })
})

describe('compileRegexp', () => {
  it('knows groups by a name that several have: the first that takes part', () => {
    const regexp = compileRegexp('(?P<x>a)|(?P<x>b)|(?<y>c)')
    const named = (text: string): unknown =>
      Object.fromEntries(regexp.matches(text, -1)[0]?.named ?? [])
    expect(named('a')).toEqual({ x: 'a' })
    expect(named('b')).toEqual({ x: 'b' })
    expect(named('c')).toEqual({ x: undefined, y: 'c' })
  })
  it('panics with what Go says', () => {
    expect(() => compileRegexp('(a')).toThrow('error parsing regexp: missing closing ): `(a`')
    expect(patternProblem('(a')).toBe('error parsing regexp: missing closing ): `(a`')
    expect(patternProblem('a')).toBeUndefined()
  })
})
