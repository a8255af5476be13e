import { expect, test } from 'vitest'
import { freeCorner } from '../../../app/cluster/free-corner.ts'

const area = { left: 0, top: 0, right: 500, bottom: 400 }
const size = { width: 300, height: 150 }
const at = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 50 })

test('a message goes to the first corner in which it covers nothing selected', () => {
  expect(freeCorner(area, size, [])).toBe('top-right')
  expect(freeCorner(area, size, [at(0, 0)])).toBe('top-right')
  expect(freeCorner(area, size, [at(400, 10)])).toBe('top-left')
  expect(freeCorner(area, size, [at(200, 10)])).toBe('bottom-left')
  expect(freeCorner(area, size, [at(200, 10), at(0, 300)])).toBe('bottom-right')
  expect(freeCorner(area, size, [at(200, 10), at(200, 300)])).toBe('top-right')
  // Where it must hide something, it hides as little as it can.
  expect(freeCorner(area, size, [at(250, 10), at(220, 300)])).toBe('top-left')
  // Edges that touch hide nothing.
  expect(freeCorner(area, size, [at(100, 0)])).toBe('top-right')
})
