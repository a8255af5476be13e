import { expect, it } from 'vitest'
import {
  withMarks,
  withoutMarks,
  written,
} from '../../../../src/simulate/engine/written-numbers.ts'
import type { JsonValue } from '../../../../src/yaml/index.ts'

const kept = (json: string): string => written(JSON.parse(withMarks(json)) as JsonValue)

it('keeps numbers as they are written, and all else as it was', () => {
  for (const json of [
    '1.50',
    '[1,-0.0,1e3,1E+2,"1.50",true]',
    '{"a":1.50,"b":["x\\"1.50",2]}',
    '1e999',
  ])
    expect(kept(json)).toBe(json)
})

it('leaves what is no JSON as it is', () => {
  for (const json of ['01.50', '1.', '.5', '1.50x', '+1.0', '"1.50', '[1.50'])
    expect(() => kept(json)).toThrow()
})

it('gives numbers back as numbers', () => {
  const value = JSON.parse(withMarks('[1.50,{"a":[2.0,"2.0"]}]')) as JsonValue
  expect(withoutMarks(value)).toEqual([1.5, { a: [2, '2.0'] }])
})
