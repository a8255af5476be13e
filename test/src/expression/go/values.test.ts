import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeBase32,
  decodeBase64,
  encodeBase32,
  encodeBase64,
} from '../../../../src/expression/go/base64.ts'
import { fromJson, toJson } from '../../../../src/expression/go/json.ts'
import {
  byteSlice,
  compareStrings,
  fromBytes,
  toBytes,
} from '../../../../src/expression/go/strings.ts'
import { civilOf, instantOf, daysTo } from '../../../../src/expression/go/time/calendar.ts'
import { parseDuration, printDuration } from '../../../../src/expression/go/time/duration.ts'
import { formatTime } from '../../../../src/expression/go/time/format.ts'
import { parseTime } from '../../../../src/expression/go/time/parse.ts'
import { loadLocation, utc } from '../../../../src/expression/go/time/zone.ts'
import { GoTime } from '../../../../src/expression/go/values.ts'
import '../../../support/seeds.ts'

const bytes = fc.uint8Array({ maxLength: 40 })
const texts = fc.string({ unit: 'grapheme' })

describe('strings', () => {
  test('keep any bytes', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(toBytes(fromBytes(some))).toEqual(some)
      }),
    )
  })
  test('come together again where they were cut', () => {
    fc.assert(
      fc.property(texts, fc.nat(20), (text, at) => {
        const all = toBytes(text)
        const cut = Math.min(at, all.length)
        const parts = [byteSlice(text, 0, cut), byteSlice(text, cut, all.length)]
        expect(fromBytes(Uint8Array.from(parts.flatMap((part) => [...toBytes(part)])))).toBe(text)
      }),
    )
  })
  test('are ordered as their bytes', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const order = Buffer.compare(Buffer.from(a), Buffer.from(b))
        expect(Math.sign(compareStrings(a, b))).toBe(order)
      }),
    )
  })
})

test('base64 and base32 read what they write', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(encodeBase64(some)).toBe(Buffer.from(some).toString('base64'))
      expect(decodeBase64(toBytes(encodeBase64(some)))).toEqual(some)
      expect(decodeBase32(toBytes(encodeBase32(some)))).toEqual(some)
    }),
  )
})

test('JSON comes back the same, with sorted keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      const once = toJson(fromJson(text))
      expect(toJson(fromJson(once))).toBe(once)
      expect(JSON.parse(once)).toEqual(JSON.parse(text))
    }),
  )
})

describe('times', () => {
  const seconds = fc.integer({ min: -62_000_000_000, max: 250_000_000_000 })
  test('are read as they are written', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 999_999_999 }), (at, rest) => {
        const layout = '2006-01-02T15:04:05.999999999Z07:00'
        const time = new GoTime(at, rest, utc)
        expect(parseTime(layout, formatTime(time, layout))).toEqual(time)
      }),
    )
  })
  test('have the dates that JavaScript gives them', () => {
    fc.assert(
      fc.property(seconds, (at) => {
        const date = new Date(at * 1000)
        const civil = civilOf(new GoTime(at, 0, utc))
        expect([civil.year, civil.month, civil.day, civil.weekday]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
          date.getUTCDay(),
        ])
        expect(daysTo(civil.year, civil.month, civil.day)).toBe(Math.floor(at / 86_400))
      }),
    )
  })
  test('of a zone are those that its clocks show', () => {
    const zone = loadLocation('Europe/Berlin')
    if (!zone) throw new Error('no such zone')
    const noon = instantOf(daysTo(2024, 7, 1), 43_200, 0, zone)
    expect(formatTime(noon, '2006-01-02 15:04 -0700')).toBe('2024-07-01 12:00 +0200')
    expect(civilOf(new GoTime(noon.seconds, 0, utc)).hour).toBe(10)
    expect(loadLocation('europe/berlin')).toBeUndefined()
  })
  test('that last are read as they are printed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 52n), max: 2n ** 52n }), (nanoseconds) => {
        expect(parseDuration(printDuration(nanoseconds))).toBe(nanoseconds)
      }),
    )
  })
})
