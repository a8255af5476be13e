import { describe, expect, test } from 'vitest'
import { always, type Action } from '../../../../app/shell/actions/action.ts'
import { matchAction, type KeyPlace } from '../../../../app/shell/actions/match-action.ts'
import type { KeyPress } from '../../../../app/platform/index.ts'

const action = (id: string, shortcut: string, everywhere = false): Action => ({
  id,
  label: id,
  shortcut,
  everywhere,
  isEnabled: always,
  run: () => undefined,
})

const groups = [
  {
    name: 'All',
    actions: [
      { ...action('save', 'Mod+S', true), otherShortcuts: ['Mod+Shift+D'] },
      action('undo', 'Mod+Z'),
      action('delete', 'Delete'),
      action('keys', '?'),
      action('next', 'F8', true),
      action('rename', 'F2'),
    ],
  },
]

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
})

const at = (target: KeyPlace['target'], onCanvas = false): KeyPlace => ({ target, onCanvas })
const found = (key: KeyPress, place: KeyPlace) => matchAction(groups, key, place, 'other')?.id

describe('keys', () => {
  test('act in texts only if they act everywhere', () => {
    for (const target of ['text', 'editor'] as const) {
      expect(found(press('s', { ctrlKey: true }), at(target))).toBe('save')
      expect(found(press('z', { ctrlKey: true }), at(target))).toBeUndefined()
      expect(found(press('?', { shiftKey: true }), at(target))).toBeUndefined()
      expect(found(press('Delete'), at(target))).toBeUndefined()
    }
  })

  test('without a modifier act only on the canvas, but for the sheet of keys', () => {
    expect(found(press('Delete'), at('other', true))).toBe('delete')
    expect(found(press('Delete'), at('other', false))).toBeUndefined()
    expect(found(press('?', { shiftKey: true }), at('other', false))).toBe('keys')
  })

  test('that are function keys act wherever their action does', () => {
    for (const target of ['text', 'editor', 'other'] as const) {
      expect(found(press('F8'), at(target))).toBe('next')
      expect(found(press('F2'), at(target))).toBeUndefined()
    }
    expect(found(press('F2'), at('other', true))).toBe('rename')
  })

  test('leave input methods alone', () => {
    expect(found(press('s', { ctrlKey: true, isComposing: true }), at('other'))).toBeUndefined()
  })

  test('may have others that do the same', () => {
    expect(found(press('D', { ctrlKey: true, shiftKey: true }), at('text'))).toBe('save')
  })

  test('follow the system', () => {
    const mac = matchAction(groups, press('z', { metaKey: true }), at('other'), 'mac')
    expect(mac?.id).toBe('undo')
    expect(matchAction(groups, press('z', { ctrlKey: true }), at('other'), 'mac')).toBeUndefined()
  })

  test('that are misspelt are a bug', () => {
    const wrong = [{ name: 'All', actions: [action('wrong', 'Hyper+S')] }]
    expect(() => matchAction(wrong, press('s'), at('other'), 'other')).toThrow('Hyper')
  })
})
