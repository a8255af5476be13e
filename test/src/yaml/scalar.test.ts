import { describe, expect, it } from 'vitest'
import {
  isJsonArray,
  parseTree,
  resolvePlain,
  toValue,
  type JsonValue,
} from '../../../src/yaml/index.ts'

/** The value of a scalar in a list. */
function read(text: string): JsonValue | undefined {
  const root = parseTree(`- ${text}`).documents[0]?.root
  const value = root && toValue(root, new Map())
  return isJsonArray(value) ? value[0] : undefined
}

describe('a plain scalar, as Kubernetes reads it', () => {
  it.each([
    ['y', true],
    ['N', false],
    ['yes', true],
    ['off', false],
    ['~', null],
    ['0755', 493],
    ['0o17', 15],
    ['08', 8],
    ['-0b11', -3],
    ['0x1F', 31],
    ['1_000', 1000],
    ['1_000.5', 1000.5],
    ['1e3', 1000],
    ['1.', 1],
    ['.5', 0.5],
    ['+.Inf', Infinity],
    ['-.INF', -Infinity],
    ['0b2', '0b2'],
    ['0x', '0x'],
    ['1e400', '1e400'],
    ['12:30', '12:30'],
    ['2001-01-01', '2001-01-01'],
    ['yEs', 'yEs'],
    ['.', '.'],
  ])('%s', (text, value) => {
    expect(resolvePlain(text)).toBe(value)
  })
})

describe('a scalar with a tag', () => {
  it.each([
    ['!!str 3', '3'],
    ['!!int "3"', 3],
    ['!!bool "yes"', true],
    ['!own 3', 3],
    ['"3"', '3'],
  ])('%s', (text, value) => {
    expect(read(text)).toBe(value)
  })
})
