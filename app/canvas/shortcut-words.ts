import { osOf, shortcutWords as wordsOn } from '../platform/index.ts'

/** A notation such as `Mod+D` as this system writes it. */
export function shortcutWords(notation: string): string {
  return wordsOn(notation, osOf(navigator))
}
