import { expect, test } from 'vitest'
import { filterOptions } from '../../../app/ui/filter-options.ts'

const options = ['print-message', 'message', 'remessage', 'a-message', 'messages'].map((value) => ({
  value,
}))
const found = (typed: string) => filterOptions(options, typed).map(({ value }) => value)

test('best first: whole, start, start of a word, anywhere', () => {
  expect(found('message')).toEqual([
    'message',
    'messages',
    'print-message',
    'a-message',
    'remessage',
  ])
})
test('all for nothing typed, none for what is nowhere', () => {
  expect(found(' ')).toHaveLength(5)
  expect(found('xyz')).toEqual([])
})
test('descriptions count last', () => {
  const described = [{ value: 'a', description: 'says b' }, { value: 'b' }]
  expect(filterOptions(described, 'B').map(({ value }) => value)).toEqual(['b', 'a'])
})
