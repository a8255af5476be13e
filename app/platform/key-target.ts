/** Who has the keys: someone typing a text, the code editor, or nobody who would miss them. */
export type KeyTarget = 'text' | 'editor' | 'other'

/** What is read of an element. */
export interface KeyElement {
  readonly tagName: string
  readonly type?: unknown
  readonly isContentEditable?: boolean
  readonly closest: (selectors: string) => unknown
}

const NOT_TYPED_IN = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
])

/** Shortcuts without Mod must leave texts and the editor alone; those that the editor has itself, too. */
export function keyTargetOf(element: KeyElement | null): KeyTarget {
  if (!element) return 'other'
  if (element.closest('.monaco-editor') !== null) return 'editor'
  const tag = element.tagName.toUpperCase()
  if (tag === 'TEXTAREA' || tag === 'SELECT' || element.isContentEditable === true) return 'text'
  if (tag === 'INPUT') return NOT_TYPED_IN.has(String(element.type)) ? 'other' : 'text'
  return element.closest('[role="combobox"]') === null ? 'other' : 'text'
}
