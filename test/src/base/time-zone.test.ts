import { expect, test } from 'vitest'
import { isTimeZone, zoneOffset } from '../../../src/base/index.ts'

const hours = (zone: string, instant: string): number =>
  zoneOffset(zone, Date.parse(instant)) / 3.6e6

test('how far the clocks of a zone are ahead, in winter, in summer and long ago', () => {
  expect(hours('Europe/Berlin', '2026-01-15T12:00:00.500Z')).toBe(1)
  expect(hours('Europe/Berlin', '2026-07-15T12:00:00Z')).toBe(2)
  expect(hours('America/New_York', '2026-01-15T12:00:00Z')).toBe(-5)
  expect(hours('UTC', '0044-03-15T12:00:00Z')).toBe(0)
  expect(hours('UTC', '-000043-03-15T12:00:00Z')).toBe(0)
})

test('names that nobody knows', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true)
  expect(isTimeZone('Europe/Atlantis')).toBe(false)
  expect(zoneOffset('Europe/Atlantis', 0)).toBe(0)
})
