import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTime } from '../../../../src/expression/when/times.ts'

describe('readTime', () => {
  it.each([
    ['2024-01-02', '2024-01-02 00:00:00 +0000 UTC'],
    ['2024-01-02 5:04', '2024-01-02 05:04:00 +0000 UTC'],
    ['2024-01-02 15:04:05,25', '2024-01-02 15:04:05.25 +0000 UTC'],
    ['2024-01-02 15:04:05-07:00', '2024-01-02 15:04:05 -0700 -0700'],
    ['2024-01-02T15Z', '2024-01-02 15:00:00 +0000 UTC'],
    ['2024-01-02T15:04+0130', '2024-01-02 15:04:00 +0130 +0130'],
    ['2024-01-02T15:04:05.123456789123Z', '2024-01-02 15:04:05.123456789 +0000 UTC'],
    ['3:04PM', '0000-01-01 15:04:00 +0000 UTC'],
    ['12:00AM', '0000-01-01 00:00:00 +0000 UTC'],
    ['mon jan  2 15:04:05 2006', '2006-01-02 15:04:05 +0000 UTC'],
    ['Mon Jan 2 15:04:05 CEST 2006', '2006-01-02 15:04:05 +0000 CEST'],
    ['Mon Jan 2 15:04:05 GMT+3 2006', '2006-01-02 18:04:05 +0300 GMT+3'],
    ['Mon Jan 2 15:04:05 GMT-0012 2006', '2006-01-02 03:04:05 -1200 GMT-0012'],
    ['Mon Jan 2 15:04:05 WITA 2006', '2006-01-02 15:04:05 +0000 WITA'],
  ])('reads %s', (text, expected) => {
    expect(readTime(text)?.shown).toBe(expected)
  })

  it.each([
    '',
    '2024',
    '2024-1-2',
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-01-02T15:04:05',
    '2024-01-02T24:00Z',
    '2024-01-02T15:04:05+25:00',
    '2024-01-02 ',
    '13:00PM',
    '3:04pm',
    'Mon Jan 2 15:04:05 Nowhere 2006',
    'Mon Jan 2 15:04:05 GMT-25 2006',
    'Mon Jan 2 15:04:05 WITAX 2006',
    'Mon Jan 2 15:04:05 CEST5 2006',
    'heads',
  ])('takes %s for a text', (text) => {
    expect(readTime(text)).toBeUndefined()
  })

  it('reads what JavaScript prints, to the same second', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-01-01'),
          max: new Date('9999-12-31'),
          noInvalidDate: true,
        }),
        (date) => {
          const time = readTime(date.toISOString())
          expect(time?.seconds).toBe(Math.floor(date.getTime() / 1000))
          expect(Number(`0${/\.\d+/.exec(time?.shown ?? '')?.[0] ?? ''}`) * 1000).toBeCloseTo(
            date.getUTCMilliseconds(),
          )
        },
      ),
    )
  })
})
