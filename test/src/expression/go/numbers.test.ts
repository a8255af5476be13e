import { expect, test } from 'vitest'
import {
  parseFloat,
  parseHex,
  parseInt,
  toInt64,
  toUint64,
} from '../../../../src/expression/go/numbers.ts'

test.each([
  ['1', 1],
  ['-.5', -0.5],
  ['1e3', 1000],
  ['1_000', 1000],
  ['1_23.50_0_0e+1_2', 1.235e14],
  ['+0x1p-2', 0.25],
  ['0x_1.8p1', 3],
  ['-Inf', -Infinity],
  ['infinity', Infinity],
  ['nan', NaN],
  ['', undefined],
  ['+', undefined],
  ['-nan', undefined],
  ['1__0', undefined],
  ['_1', undefined],
  ['1_', undefined],
  ['1_e2', undefined],
  ['0x1', undefined],
  ['1e999', undefined],
  ['١', undefined],
])('reads %j as a float as Go does', (text, value) => {
  expect(parseFloat(text)).toBe(value)
})

test('reads whole numbers', () => {
  expect(['12', '-9223372036854775808', '9223372036854775808', '1.0'].map(parseInt)).toEqual([
    12n,
    -(1n << 63n),
    undefined,
    undefined,
  ])
  expect(['fF', 'ffffffffffffffff', '10000000000000000', 'g', ''].map(parseHex)).toEqual([
    255,
    2 ** 64,
    undefined,
    undefined,
    undefined,
  ])
})

test('makes whole numbers of floats as amd64 does', () => {
  expect([1.9, -1.9, 1e30, NaN].map(toInt64)).toEqual([1n, -1n, -(1n << 63n), -(1n << 63n)])
  expect([1.9, -1, 2 ** 63, 1e30].map(toUint64)).toEqual([
    1n,
    (1n << 64n) - 1n,
    1n << 63n,
    1n << 63n,
  ])
})
