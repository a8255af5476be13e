import { expect, test } from 'vitest'
import { checkExpr } from '../../../../src/expression/index.ts'

const names = { variables: ['item', 'steps.a.status'], open: false }

function findings(text: string, open = false): string[] {
  return checkExpr(text, { ...names, open }).map(
    ({ code, message, range }) => `${code} ${text.slice(range.from, range.to)}: ${message}`,
  )
}

test('finds nothing in what is right', () => {
  expect(findings('asInt(item) > 2 && steps.a.status == "Succeeded"')).toEqual([])
  expect(findings('sprig.trunc(5, item) | upper()')).toEqual([])
  expect(findings('let f = 1; f + 1')).toEqual([])
})

test('finds all that is wrong, in order', () => {
  expect(findings('item > 2 && nowhere + sprig.trunc(item) == foo(1)')).toEqual([
    'types item > 2: invalid operation: > (mismatched types string and int)',
    'unknown-name nowhere: unknown name nowhere',
    'wrong-arguments sprig.trunc(item): sprig.trunc takes 2 arguments, not 1.',
    'unknown-function foo: There is no function foo.',
  ])
})

test('finds what cannot be read, and nothing else then', () => {
  expect(findings('foo( +')).toEqual(['syntax : unexpected token EOF'])
})

test('finds functions that Sprig does not have, or Argo takes from it', () => {
  expect(findings('sprig.env("X")')).toEqual([
    'unknown-function env: Sprig has no function env, or Argo does not offer it.',
  ])
  expect(findings('sprig.cat()')).toEqual([])
})

test('finds a division by zero and patterns that are none, wherever they stand', () => {
  expect(findings('true ? 1 : 5 % 0')).toEqual(['types 5 % 0: integer divide by zero'])
  expect(findings('sprig.cat(item matches "(")')).toEqual([
    'types "(": error parsing regexp: missing closing ): `(`',
  ])
})

test('takes unknown names for right where there may be others', () => {
  expect(findings('inputs.parameters.x == "a"', true)).toEqual([])
  expect(findings('bar(1)', true)).toEqual(['unknown-function bar: There is no function bar.'])
})
