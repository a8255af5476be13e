import { formatShortcut, osOf, parseShortcut } from '../platform/index.ts'

/** A notation such as `Mod+D` as this system writes it. */
export function shortcutWords(notation: string): string {
  const shortcut = parseShortcut(notation)
  return shortcut.ok ? formatShortcut(shortcut.value, osOf(navigator)) : notation
}
