import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTags } from '../../../src/expression/index.ts'

describe('findTags', () => {
  it('finds simple tags and expressions with trimmed bodies', () => {
    const text = 'a {{ item }} b {{=asInt(x) }}'
    expect(findTags(text).map((tag) => [tag.kind, tag.body, tag.closed])).toEqual([
      ['simple', 'item', true],
      ['expression', 'asInt(x)', true],
    ])
  })

  it('ends a tag at the first braces, even in a string, as fasttemplate does', () => {
    expect(findTags("{{= '}}' }}").map((tag) => tag.body)).toEqual(["'"])
  })

  it('reports an unclosed tag up to the end', () => {
    expect(findTags('a {{b')).toMatchObject([
      { range: { from: 2, to: 5 }, closed: false, body: 'b' },
    ])
  })

  it('takes `=` for an expression only directly after the braces', () => {
    expect(findTags('{{ =x}}')).toMatchObject([{ kind: 'simple', body: '=x' }])
    expect(findTags('{{}}')).toMatchObject([{ kind: 'simple', body: '' }])
  })

  it('has ordered ranges that hold what they say', () => {
    const text = fc
      .array(fc.constantFrom('{{', '}}', '=', ' ', 'x', '{', '}'))
      .map((p) => p.join(''))
    fc.assert(
      fc.property(text, (value) => {
        let end = 0
        for (const tag of findTags(value)) {
          expect(tag.range.from).toBeGreaterThanOrEqual(end)
          expect(value.slice(tag.bodyRange.from, tag.bodyRange.to)).toBe(tag.body)
          expect(value.slice(tag.range.from).startsWith('{{')).toBe(true)
          expect(value.slice(0, tag.range.to).endsWith('}}') || !tag.closed).toBe(true)
          end = tag.range.to
        }
      }),
    )
  })
})
