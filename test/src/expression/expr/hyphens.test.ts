import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkExpr,
  findExpressionReferences,
  findHyphens,
} from '../../../../src/expression/index.ts'

const roots = ['steps', 'inputs', 'workflow', 'item']

/** The text with all that is found written as it is to be. */
function mended(text: string): string {
  return findHyphens(text, new Set(roots)).reduceRight(
    (all, { range, insert }) => all.slice(0, range.from) + insert + all.slice(range.to),
    text,
  )
}

test.each([
  ['steps.my-step.status', "steps['my-step'].status"],
  ['steps.step-1.status', "steps['step-1'].status"],
  [
    "steps['a b'].outputs.parameters.my-p == 'x-y'",
    "steps['a b'].outputs.parameters['my-p'] == 'x-y'",
  ],
  ["steps?.my-step?.status ?? 'a'", "steps?.['my-step']?.status ?? 'a'"],
  ['asInt(inputs.parameters.a-b) + item.c-d', "asInt(inputs.parameters['a-b']) + item['c-d']"],
])('writes brackets in %s', (text, expected) => {
  expect(mended(text)).toBe(expected)
})

test.each([
  'asInt(item)-1',
  'item.a-1',
  'item.a - b',
  'item.a-inputs.parameters.b',
  'item.a-asInt(item)',
  "'steps.my-step.status'",
  "steps['my-step'].status",
  '1 // steps.my-step',
  'other.my-step',
])('leaves %s as it is', (text) => {
  expect(mended(text)).toBe(text)
})

test('makes a reference to the name that was meant', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), (words) => {
      const name = words.map((one) => `x${one}`).join('-')
      const text = mended(`steps.${name}.status`)
      const [found] = findExpressionReferences(text)
      expect(found?.reference).toMatchObject({ kind: 'step', step: { name } })
      expect(checkExpr(text, { variables: [], roots, open: false })).toEqual([])
    }),
  )
})
