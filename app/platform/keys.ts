import { err, ok, type Result } from '../../src/base/index.ts'

export type Os = 'mac' | 'other'

/** A key with its modifiers. `mod` is Command on a Mac and Control elsewhere. */
export interface Shortcut {
  readonly mod: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
  /** As `KeyboardEvent.key` names it; letters in lower case. */
  readonly key: string
}

/** What is read of a `KeyboardEvent`. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
> & {
  readonly keyCode?: number
  readonly getModifierState?: (key: string) => boolean
}

const NAMES: Readonly<Partial<Record<string, string>>> = {
  esc: 'Escape',
  escape: 'Escape',
  enter: 'Enter',
  return: 'Enter',
  tab: 'Tab',
  space: ' ',
  delete: 'Delete',
  del: 'Delete',
  backspace: 'Backspace',
  insert: 'Insert',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  plus: '+',
}

/** Reads a notation such as `Mod+Shift+Z`, `F2`, `?` or `Ctrl+Plus`; says what it does not understand. */
export function parseShortcut(notation: string): Result<Shortcut, string> {
  const shortcut = { mod: false, ctrl: false, alt: false, shift: false }
  const parts = notation.split('+')
  const last = parts.pop() ?? ''
  for (const part of parts) {
    const modifier = part.trim().toLowerCase()
    if (modifier === 'mod') shortcut.mod = true
    else if (modifier === 'ctrl' || modifier === 'control') shortcut.ctrl = true
    else if (modifier === 'alt' || modifier === 'option') shortcut.alt = true
    else if (modifier === 'shift') shortcut.shift = true
    else return err(`“${part}” in “${notation}” is no modifier: use Mod, Ctrl, Alt or Shift.`)
  }
  const key = keyNamed(last.trim())
  if (key === undefined) return err(`“${last}” in “${notation}” is no key.`)
  return ok({ ...shortcut, key })
}

function keyNamed(name: string): string | undefined {
  if (name.length === 1) return name.toLowerCase()
  if (/^f([1-9]|1[0-9]|2[0-4])$/i.test(name)) return name.toUpperCase()
  return NAMES[name.toLowerCase()]
}

/**
 * Whether a key press is the shortcut. Never while an input method composes, nor for what AltGr types. A sign such
 * as `?` may need Shift on one keyboard and not on another, so Shift counts only for letters and named keys. On a
 * keyboard that types no Latin letters, or with Alt, which changes letters on a Mac, the place of the key decides.
 */
export function matchesShortcut(shortcut: Shortcut, press: KeyPress, os: Os): boolean {
  if (press.isComposing || press.keyCode === 229) return false
  if (press.getModifierState?.('AltGraph') && !press.metaKey) return false
  const ctrl = shortcut.ctrl || (shortcut.mod && os === 'other')
  const meta = shortcut.mod && os === 'mac'
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== shortcut.alt)
    return false
  if (!isSign(shortcut.key) && press.shiftKey !== shortcut.shift) return false
  if (isSign(shortcut.key) && shortcut.shift && !press.shiftKey) return false
  return keyOf(press) === shortcut.key || press.key.toLowerCase() === shortcut.key.toLowerCase()
}

/** The letter or digit that stands on the key, if what the key types is not itself one to go by. */
function keyOf(press: KeyPress): string | undefined {
  const typesLatin = /^[\x20-\x7e]$/.test(press.key)
  if (typesLatin && !press.altKey) return press.key.toLowerCase()
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(press.code)
  return place ? (place[1] ?? place[2])?.toLowerCase() : undefined
}

function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9 ]/.test(key)
}

const SHOWN: Readonly<Partial<Record<string, string>>> = {
  ' ': 'Space',
  Escape: 'Esc',
  Delete: 'Del',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

const SHOWN_ON_MAC: Readonly<Partial<Record<string, string>>> = {
  Escape: 'esc',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
  Tab: '⇥',
}

/** A shortcut as the system's menus write it: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function formatShortcut(shortcut: Shortcut, os: Os): string {
  const { mod, ctrl, alt, shift, key } = shortcut
  const onMac = os === 'mac'
  const name = (onMac ? SHOWN_ON_MAC[key] : undefined) ?? SHOWN[key] ?? upper(key)
  if (onMac)
    return [ctrl && '⌃', alt && '⌥', shift && '⇧', mod && '⌘', name].filter(Boolean).join('')
  return [(ctrl || mod) && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+')
}

/** A notation such as `Mod+D` as the system's menus write it; as it is where it cannot be read. */
export function shortcutWords(notation: string, os: Os): string {
  const shortcut = parseShortcut(notation)
  return shortcut.ok ? formatShortcut(shortcut.value, os) : notation
}

/** A shortcut as the attribute `aria-keyshortcuts` wants it. */
export function ariaShortcut(shortcut: Shortcut, os: Os): string {
  const { mod, ctrl, alt, shift, key } = shortcut
  const control = ctrl || (mod && os === 'other')
  const name = key === ' ' ? 'Space' : key === '+' ? 'Plus' : upper(key)
  return [control && 'Control', mod && os === 'mac' && 'Meta', alt && 'Alt', shift && 'Shift', name]
    .filter(Boolean)
    .join('+')
}

function upper(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key
}

/** The system as far as keys go, from what the browser says of itself. */
export function osOf(navigator: { readonly platform: string; readonly userAgent: string }): Os {
  return /mac|iphone|ipad/i.test(navigator.platform || navigator.userAgent) ? 'mac' : 'other'
}
