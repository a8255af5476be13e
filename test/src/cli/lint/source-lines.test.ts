import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../../../support/seeds.ts'
import { markLine, printable } from '../../../../src/cli/lint/source-lines.ts'

/** Marks what stands between the bars. */
function mark(text: string): readonly string[] {
  const from = text.indexOf('|')
  const to = text.indexOf('|', from + 1) - 1
  const { source, marks } = markLine(text.replaceAll('|', ''), { from, to })
  return [source, marks]
}

describe('marks under a line', () => {
  it.each([
    ['name: |abc|', 'name: abc', '      ^^^'],
    ['|a|', 'a', '^'],
    ['a: ||', 'a: ', '   ^'],
    ['\ta:\t|b|', '\ta:\tb', '\t  \t^'],
    ['漢字: |漢|字', '漢字: 漢字', '      ^^'],
    ['👩‍👩‍👧: |x|', '👩‍👩‍👧: x', '    ^'],
    ['e\u0301: |x|', 'e\u0301: x', '   ^'],
  ])('%j', (text, source, marks) => {
    expect(mark(text)).toEqual([source, marks])
  })

  it('cut a long line on both sides of what they mark', () => {
    const [source = '', marks = ''] = mark(`${'a'.repeat(300)}|here|${'b'.repeat(300)}`)
    expect(source).toMatch(/^…a+hereb+…$/)
    expect(source.length).toBeLessThan(130)
    expect(source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('here')
  })

  it('of a part as long as the line are cut with it', () => {
    const [source = '', marks = ''] = mark(`|${'a'.repeat(5_000)}|`)
    expect(source.length).toBeLessThan(130)
    expect(marks.length).toBeLessThan(130)
  })

  it('stand under the very part, wherever it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc:- {}"'), maxLength: 400 })
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(20), (line, at, length) => {
        const from = Math.min(at, line.length)
        const to = Math.min(from + length, line.length)
        const { source, marks } = markLine(line, { from, to })
        const shown = source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)
        expect(marks).toMatch(/^ *\^+$/)
        if (from < to) expect(shown).toBe(line.slice(from, to))
        else expect(marks.trim()).toBe('^')
      }),
    )
  })
})

it('what would move the cursor is not printed', () => {
  expect(printable('a\u001b[31mb\rc\td\u202e')).toBe('a\uFFFD[31mb\uFFFDc\td\uFFFD')
})
