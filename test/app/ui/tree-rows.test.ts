import { describe, expect, test } from 'vitest'
import { flattenTree, moveInTree } from '../../../app/ui/tree-rows.ts'

const items = [
  {
    id: 'a',
    label: 'alpha',
    children: [
      { id: 'a1', label: 'one' },
      { id: 'a2', label: 'two' },
    ],
  },
  { id: 'b', label: 'beta' },
]
const open = flattenTree(items, new Set())
const folded = flattenTree(items, new Set(['a']))

describe('flattenTree', () => {
  test('lists what is in sight', () => {
    expect(open.map(({ item, depth }) => `${depth} ${item.id}`)).toEqual([
      '0 a',
      '1 a1',
      '1 a2',
      '0 b',
    ])
    expect(folded.map(({ item }) => item.id)).toEqual(['a', 'b'])
  })
})

describe('moveInTree', () => {
  const focus = (id: string) => ({ type: 'focus', id })
  test.each([
    ['a', 'ArrowDown', focus('a1')],
    ['b', 'ArrowDown', undefined],
    ['a1', 'ArrowUp', focus('a')],
    ['a1', 'Home', focus('a')],
    ['a', 'End', focus('b')],
    ['a', 'ArrowRight', focus('a1')],
    ['b', 'ArrowRight', undefined],
    ['a', 'ArrowLeft', { type: 'fold', id: 'a' }],
    ['a2', 'ArrowLeft', focus('a')],
    ['a', 't', focus('a2')],
    ['b', 'o', focus('a1')],
    ['a', 'x', undefined],
  ])('from %s by %s', (id, key, move) => {
    expect(moveInTree(open, id, key)).toEqual(move)
  })
  test('opens what is folded', () => {
    expect(moveInTree(folded, 'a', 'ArrowRight')).toEqual({ type: 'unfold', id: 'a' })
  })
})
