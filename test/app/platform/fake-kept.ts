import { keptText, type KeptText } from '../../../app/platform/kept-text.ts'

/** A storage as a browser has it, and what is in it. */
export function fakeKept(
  content?: string,
): KeptText & { readonly content: () => string | undefined } {
  const items = new Map<string, string>(content === undefined ? [] : [['key', content]])
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
  return { ...keptText(() => storage, 'key'), content: () => items.get('key') }
}

/** A storage that a browser forbids. */
export const forbiddenKept: KeptText = keptText(() => {
  throw new DOMException('no', 'SecurityError')
}, 'key')
