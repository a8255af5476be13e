import { expect, test } from 'vitest'
import { groupBy } from '../../../src/base/index.ts'

test('groups items by their keys, in the order in which they come', () => {
  const groups = groupBy(['bb', 'a', 'cc', 'd'], ({ length }) => length)
  expect([...groups]).toEqual([
    [2, ['bb', 'cc']],
    [1, ['a', 'd']],
  ])
  expect([...groupBy([], String)]).toEqual([])
})
