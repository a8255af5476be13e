import { expect, test } from 'vitest'
import { goTime, milliseconds, timeParts } from '../../../../src/simulate/engine/time.ts'

const afternoon = Date.UTC(2026, 10, 3, 15, 4, 5, 67)

test('a moment has its parts by the letters that Argo knows', () => {
  expect(Object.fromEntries(timeParts(afternoon))).toEqual({
    A: 'Tuesday',
    a: 'Tue',
    B: 'November',
    b: 'Nov',
    d: '03',
    H: '15',
    I: '03',
    L: '.067',
    M: '04',
    m: '11',
    p: 'PM',
    S: '05',
    Y: '2026',
    y: '26',
    Z: 'UTC',
    z: '+0000',
  })
  const midnight = new Map(timeParts(Date.UTC(2026, 0, 1)))
  expect([midnight.get('I'), midnight.get('p')]).toEqual(['12', 'AM'])
})

test('a moment is written in whole seconds of UTC', () => {
  expect(goTime(afternoon)).toBe('2026-11-03T15:04:05Z')
})

test.each([
  ['30', 30_000],
  ['1h30m', 5_400_000],
  ['0.5s', 500],
])('%s are %i milliseconds', (text, length) => {
  expect(milliseconds(text)).toEqual({ ok: true, value: length })
})

test('what is no duration is refused in Argo’s words', () => {
  const reason = 'unable to parse soon as a duration: time: invalid duration "soon"'
  expect(milliseconds('soon')).toMatchObject({ ok: false, error: { message: reason } })
})
