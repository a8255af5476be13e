import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText, SIZE_LIMIT } from '../../../app/platform/index.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const codeOf = (bytes: readonly number[] | Uint8Array) => {
  const result = decodeText('a.yaml', Uint8Array.from(bytes))
  return result.ok ? 'ok' : result.error.code
}

describe('decodeText', () => {
  test('gives back what was encoded, byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0'))
        const result = decodeText('a.yaml', encode(text))
        expect(result).toEqual({ ok: true, value: text })
      }),
    )
  })

  test('keeps the byte order mark, so that saving writes it again', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...encode('kind: Workflow\n')])
    const result = decodeText('a.yaml', bytes)
    expect(result.ok && encode(result.value)).toEqual(bytes)
  })

  test('keeps line breaks of every kind', () => {
    expect(decodeText('a.yaml', encode('a\r\nb\rc\n'))).toEqual({ ok: true, value: 'a\r\nb\rc\n' })
  })

  test.each([
    ['little endian with a mark', [0xff, 0xfe, 0x61, 0x00]],
    ['big endian with a mark', [0xfe, 0xff, 0x00, 0x61]],
    ['little endian without', [0x6b, 0x00, 0x69, 0x00, 0x6e, 0x00]],
    ['big endian without', [0x00, 0x6b, 0x00, 0x69, 0x00, 0x6e]],
  ])('refuses UTF-16, %s', (_, bytes) => {
    expect(codeOf(bytes)).toBe('utf-16')
  })

  test('refuses zero bytes', () => {
    expect(codeOf([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00])).toBe('binary')
  })

  test('names the line of the first byte that is not UTF-8', () => {
    const result = decodeText('a.yaml', Uint8Array.from([...encode('é: 1\nb: 2\nc: '), 0xe9, 0x0a]))
    expect(result).toMatchObject({ ok: false, error: { code: 'not-utf-8' } })
    expect(!result.ok && result.error.message).toContain('line 3')
  })

  test('refuses a character that is cut off at the end', () => {
    expect(codeOf([0x61, 0xc3])).toBe('not-utf-8')
  })

  test('refuses only what is over the limit', () => {
    expect(codeOf(new Uint8Array(SIZE_LIMIT).fill(0x61))).toBe('ok')
    const result = decodeText('big.yaml', new Uint8Array(SIZE_LIMIT + 1).fill(0x61))
    expect(!result.ok && result.error.message).toContain('big.yaml has 10.0 MB')
  })

  test('opens an empty file', () => {
    expect(decodeText('a.yaml', new Uint8Array())).toEqual({ ok: true, value: '' })
  })
})
