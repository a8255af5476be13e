import { expect, test } from 'vitest'
import { printInteger } from '../../../../src/expression/go/print-integer.ts'

test.each([
  ['%d', 7, '7'],
  ['%03d', 7, '007'],
  ['%03d', -7, '-07'],
  ['%-4d|', 7, '7   |'],
  ['%+d', 7, '+7'],
  ['%x', 255, 'ff'],
  ['%#X', 255, '0XFF'],
  ['item-%04b', 5, 'item-0101'],
  ['%c', 65, 'A'],
  ['100%% %d', 1, '100% 1'],
  ['%s', 5, '%!s(int=5)'],
  ['none', 5, 'none%!(EXTRA int=5)'],
  ['%d %d', 5, '5 %!d(MISSING)'],
])('%s of %i is %s, as Go writes it', (format, value, text) => {
  expect(printInteger(format, value)).toBe(text)
})
