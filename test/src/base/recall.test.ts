import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RecallEach } from '../../../src/base/index.ts'

interface Item {
  readonly id: number
}

let count = 0
const fresh = (): Item => ({ id: (count += 1) })
const list = (length: number): Item[] => Array.from({ length }, fresh)

describe('what is made of each item of a list', () => {
  test('is what it would be without remembering, whatever was edited', () => {
    const edit = fc.record({ at: fc.nat(60), remove: fc.nat(4), add: fc.nat(4) })
    fc.assert(
      fc.property(fc.nat(60), fc.array(edit, { maxLength: 12 }), (length, edits) => {
        const each = new RecallEach<Item, number>(({ id }) => -id)
        let items = list(length)
        each.of(items)
        for (const { at, remove, add } of edits) {
          items = items.toSpliced(at, remove, ...list(add))
          expect(each.of(items)).toEqual(items.map(({ id }) => -id))
        }
      }),
    )
  })

  test('is made once of what stays in a long list, and is the same list for the same items', () => {
    let made = 0
    const each = new RecallEach<Item, number>(({ id }) => {
      made += 1
      return -id
    })
    const items = list(100)
    const first = each.of(items)
    expect(each.of([...items])).toBe(first)
    each.of(items.toSpliced(40, 1, fresh(), fresh()))
    expect(made).toBe(102)
  })
})
