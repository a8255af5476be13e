import { describe, expect, test } from 'vitest'
import {
  ariaShortcut,
  formatShortcut,
  keyTargetOf,
  matchesShortcut,
  osOf,
  parseShortcut,
  shortcutWords,
  type KeyElement,
  type KeyPress,
  type Os,
  type Shortcut,
} from '../../../app/platform/index.ts'

function shortcut(notation: string): Shortcut {
  const result = parseShortcut(notation)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

/** A press in one line: modifiers as `c`, `m`, `a`, `s`, then the key that is typed. */
function press(modifiers: string, key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: modifiers.includes('c'),
    metaKey: modifiers.includes('m'),
    altKey: modifiers.includes('a'),
    shiftKey: modifiers.includes('s'),
    isComposing: false,
    ...more,
  }
}

const matches = (notation: string, event: KeyPress, os: Os = 'other') =>
  matchesShortcut(shortcut(notation), event, os)

describe('parseShortcut', () => {
  test.each(['Mod+Foo', 'Hyper+A', '', 'Mod+', 'F25'])('refuses %j', (notation) => {
    expect(parseShortcut(notation).ok).toBe(false)
  })
  test('does not care for case or order', () => {
    expect(shortcut('shift+mod+z')).toEqual(shortcut('Mod+Shift+Z'))
  })
})

describe('matchesShortcut', () => {
  test('takes Mod as Control, and as Command on a Mac', () => {
    expect(matches('Mod+Z', press('c', 'z'))).toBe(true)
    expect(matches('Mod+Z', press('m', 'z'))).toBe(false)
    expect(matches('Mod+Z', press('m', 'z'), 'mac')).toBe(true)
    expect(matches('Mod+Z', press('c', 'z'), 'mac')).toBe(false)
  })
  test('wants exactly the modifiers', () => {
    expect(matches('Mod+Z', press('cs', 'Z'))).toBe(false)
    expect(matches('Mod+Shift+Z', press('cs', 'Z'))).toBe(true)
    expect(matches('Mod+Shift+Z', press('c', 'z'))).toBe(false)
    expect(matches('Delete', press('s', 'Delete'))).toBe(false)
  })
  test('goes by the letter that is typed, so that other Latin keyboards work', () => {
    expect(matches('Mod+Z', press('c', 'z', { code: 'KeyY' }))).toBe(true)
    expect(matches('Mod+Y', press('c', 'z', { code: 'KeyY' }))).toBe(false)
  })
  test('goes by the place of the key where no Latin letter is typed', () => {
    expect(matches('Mod+Z', press('c', 'я', { code: 'KeyZ' }))).toBe(true)
    expect(matches('Alt+P', press('a', 'π', { code: 'KeyP' }), 'mac')).toBe(true)
  })
  test('takes a sign with or without Shift', () => {
    expect(matches('?', press('s', '?', { code: 'Slash' }))).toBe(true)
    expect(matches('?', press('', '?', { code: 'Minus' }))).toBe(true)
    expect(matches('Mod+Plus', press('cs', '+', { code: 'Equal' }))).toBe(true)
  })
  test('leaves an input method alone', () => {
    expect(matches('Enter', press('', 'Enter', { isComposing: true }))).toBe(false)
    expect(matches('Enter', press('', 'Enter', { keyCode: 229 }))).toBe(false)
  })
  test('leaves alone what AltGr types', () => {
    const altGr = { getModifierState: (key: string) => key === 'AltGraph' }
    expect(matches('Ctrl+Alt+Q', press('ca', 'q', altGr))).toBe(false)
    expect(matches('Ctrl+Alt+Q', press('ca', 'q'))).toBe(true)
  })
})

describe('how a shortcut is shown', () => {
  test.each([
    ['Mod+Shift+Z', 'Ctrl+Shift+Z', '⇧⌘Z', 'Control+Shift+Z'],
    ['F2', 'F2', 'F2', 'F2'],
    ['Mod+Enter', 'Ctrl+Enter', '⌘↩', 'Control+Enter'],
    ['Shift+Up', 'Shift+↑', '⇧↑', 'Shift+ArrowUp'],
    ['Mod+Plus', 'Ctrl++', '⌘+', 'Control+Plus'],
    ['Space', 'Space', 'Space', 'Space'],
  ])('%s', (notation, other, mac, aria) => {
    expect(formatShortcut(shortcut(notation), 'other')).toBe(other)
    expect(formatShortcut(shortcut(notation), 'mac')).toBe(mac)
    expect(shortcutWords(notation, 'mac')).toBe(mac)
    expect(ariaShortcut(shortcut(notation), 'other')).toBe(aria)
  })
  test('as it is written where it cannot be read', () => {
    expect(shortcutWords('Mod+Nothing', 'other')).toBe('Mod+Nothing')
  })
  test('depends on the system', () => {
    expect(osOf({ platform: 'MacIntel', userAgent: '' })).toBe('mac')
    expect(osOf({ platform: 'Linux x86_64', userAgent: '' })).toBe('other')
  })
})

describe('keyTargetOf', () => {
  const element = (tagName: string, more: Partial<KeyElement> = {}): KeyElement => ({
    tagName,
    closest: () => null,
    ...more,
  })
  const inside = (selector: string) => ({
    closest: (wanted: string) => (wanted === selector ? {} : null),
  })

  test.each([
    ['text', element('INPUT', { type: 'text' })],
    ['text', element('textarea')],
    ['text', element('DIV', { isContentEditable: true })],
    ['other', element('INPUT', { type: 'checkbox' })],
    ['other', element('BUTTON')],
    ['other', null],
    ['editor', element('TEXTAREA', inside('.monaco-editor'))],
    ['text', element('DIV', inside('[role="combobox"]'))],
  ])('%s', (target, from) => {
    expect(keyTargetOf(from)).toBe(target)
  })
})
