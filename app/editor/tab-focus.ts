import type { Monaco, MonacoEditor } from './monaco-types.ts'

/** Whether Tab moves the focus instead of indenting; one choice for both editors. */
let moves = false

/**
 * Gives an editor the key that toggles what Tab does. Monaco's own command does the same, but does not say which of the two it is:
 * here the editor's option says it.
 */
export function addTabToggle(monaco: Monaco, editor: MonacoEditor): void {
  editor.updateOptions({ tabFocusMode: moves })
  editor.addAction({
    id: 'stepwright.toggleTabFocus',
    label: 'Toggle Tab Key Moves Focus',
    keybindings: [
      monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyM,
      monaco.KeyMod.WinCtrl | monaco.KeyMod.Shift | monaco.KeyCode.KeyM,
    ],
    run: toggleTabFocus,
  })
}

export function toggleTabFocus(editor: Pick<MonacoEditor, 'updateOptions'>): void {
  moves = !moves
  editor.updateOptions({ tabFocusMode: moves })
}
