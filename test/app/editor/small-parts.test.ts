import { describe, expect, test } from 'vitest'
import { selectedAfterMove } from '../../../app/editor/cursor-place.ts'
import { renamedTemplate } from '../../../app/editor/script-target.ts'
import { themeData, toHex } from '../../../app/editor/theme.ts'
import { createUndoService, routeUndo } from '../../../app/editor/undo-service.ts'
import { userEventOf } from '../../../app/editor/user-event.ts'
import { ChangeSet } from '../../../src/document/index.ts'

describe('userEventOf', () => {
  const event = (text: string, rangeLength: number, kind?: string) => ({
    changes: [{ text, rangeLength }],
    ...(kind !== undefined && { detailedReasons: [{ metadata: { source: 'cursor', kind } }] }),
  })

  test('goes by what Monaco says', () => {
    expect(userEventOf(event('abc', 0, 'type'), false)).toBe('input.type')
    expect(userEventOf(event('a', 0, 'paste'), false)).toBe('input.paste')
    expect(userEventOf(event('', 4, 'cut'), false)).toBe('input.cut')
    expect(userEventOf(event('', 1, 'executeCommands'), false)).toBe('input.delete')
    expect(userEventOf(event('abc', 2, 'executeCommands'), false)).toBe('input.edit')
    expect(userEventOf(event('か', 2, 'compositionType'), false)).toBe('input.compose')
    expect(userEventOf(event('a', 0, 'type'), true)).toBe('input.compose')
  })

  test('goes by the shape of the change where Monaco says nothing', () => {
    expect(userEventOf(event('a', 0), false)).toBe('input.type')
    expect(userEventOf(event('', 3), false)).toBe('input.delete')
    expect(userEventOf(event('abc', 3), false)).toBe('input.edit')
  })
})

describe('the cursor after undo', () => {
  const changes = ChangeSet.of([{ from: 10, to: 10, insert: 'abc' }], 20)
  const move = { changes, userEvent: 'undo', time: 0 }

  test('is where it was, if that is at the change', () => {
    const selection = { steps: [], ranges: [{ from: 13, to: 13 }] }
    expect(selectedAfterMove({ ...move, selection })).toEqual([{ from: 13, to: 13 }])
  })

  test('is at the change, if it was elsewhere or nowhere', () => {
    const selection = { steps: [], ranges: [{ from: 2, to: 3 }] }
    expect(selectedAfterMove({ ...move, selection })).toEqual([{ from: 13, to: 13 }])
    expect(selectedAfterMove(move)).toEqual([{ from: 13, to: 13 }])
  })
})

describe('a renamed template', () => {
  test('is one name that became another', () => {
    expect(renamedTemplate(['a', 'b'], ['a', 'c'])).toEqual({ from: 'b', to: 'c' })
  })

  test('is not a new, removed, moved or doubled one', () => {
    expect(renamedTemplate(['a'], ['a', 'b'])).toBeUndefined()
    expect(renamedTemplate(['a', 'b'], ['b', 'a'])).toBeUndefined()
    expect(renamedTemplate(['a', 'b'], ['a', 'a'])).toBeUndefined()
    expect(renamedTemplate(['a', 'a'], ['a', 'b'])).toBeUndefined()
    expect(renamedTemplate(['a', undefined], ['a', 'b'])).toBeUndefined()
  })
})

describe('the theme', () => {
  test('reads every form of colour that the tokens have', () => {
    expect(toHex(' #03657d')).toBe('#03657d')
    expect(toHex('#fff')).toBe('#ffffff')
    expect(toHex('rgb(80 94 106 / 0.34)')).toBe('#505e6a57')
    expect(toHex('rgb(80, 94, 106)')).toBe('#505e6aff')
    expect(toHex('')).toBe('#000000')
  })

  test('has no colour that Monaco would refuse', () => {
    const { rules, colors } = themeData(true, () => '#12345678')
    for (const { foreground } of rules) expect(foreground).toBe('123456')
    expect(new Set(Object.values(colors))).toEqual(new Set(['#12345678']))
  })
})

test('undo goes to the route of its model, and to none that has ended', () => {
  const done: string[] = []
  const end = routeUndo('one', {
    undo: () => done.push('undo'),
    redo: () => done.push('redo'),
    canUndo: () => true,
    canRedo: () => false,
  })
  const service = createUndoService()
  service.undo('one')
  service.redo('one')
  service.undo('two')
  expect(service.canUndo('one')).toBe(true)
  expect(service.canUndo('two')).toBe(false)
  end()
  service.undo('one')
  expect(service.canUndo('one')).toBe(false)
  expect(done).toEqual(['undo', 'redo'])
})
