import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import styles from './editor.module.css'
import type { Monaco, MonacoEditor } from './monaco-types.ts'
import { toggleTabFocus } from './tab-focus.ts'

export interface FooterProps {
  readonly monaco: Monaco | undefined
  readonly editor: MonacoEditor | undefined
  /** What to know about the text; takes the room that there is, and never more. */
  readonly children?: ReactNode
  /** Short facts before the position. */
  readonly facts?: readonly string[]
}

/** The line under an editor. It is always there, so that a message moves nothing. */
export function Footer({ monaco, editor, children, facts = [] }: FooterProps) {
  const position = usePosition(editor)
  const tabMoves = useTabMoves(monaco, editor)
  return (
    <div className={styles.footer}>
      <div className={styles.message} role="status">
        {children}
      </div>
      <div className={styles.facts}>
        <span role="status">
          {tabMoves && editor && (
            <button
              type="button"
              className={styles.fact}
              onClick={() => {
                toggleTabFocus(editor)
                editor.focus()
              }}
            >
              Tab moves the focus (Ctrl+M)
            </button>
          )}
        </span>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {position !== undefined && <span className={styles.position}>{position}</span>}
      </div>
    </div>
  )
}

function usePosition(editor: MonacoEditor | undefined): string | undefined {
  return useEditorFact(
    editor,
    useCallback((shown: MonacoEditor, changed: () => void) => {
      const listener = shown.onDidChangeCursorPosition(changed)
      return () => listener.dispose()
    }, []),
    useCallback((shown: MonacoEditor) => {
      const position = shown.getPosition()
      return position ? `Ln ${position.lineNumber}, Col ${position.column}` : undefined
    }, []),
  )
}

function useTabMoves(monaco: Monaco | undefined, editor: MonacoEditor | undefined): boolean {
  const moves = useEditorFact(
    editor,
    useCallback((shown: MonacoEditor, changed: () => void) => {
      const listener = shown.onDidChangeConfiguration(changed)
      return () => listener.dispose()
    }, []),
    useCallback(
      (shown: MonacoEditor) =>
        monaco && shown.getOption(monaco.editor.EditorOption.tabFocusMode) ? 'yes' : 'no',
      [monaco],
    ),
  )
  return moves === 'yes'
}

function useEditorFact(
  editor: MonacoEditor | undefined,
  listen: (editor: MonacoEditor, changed: () => void) => () => void,
  read: (editor: MonacoEditor) => string | undefined,
): string | undefined {
  const subscribe = useCallback(
    (changed: () => void) => (editor ? listen(editor, changed) : () => undefined),
    [editor, listen],
  )
  return useSyncExternalStore(subscribe, () => (editor ? read(editor) : undefined))
}
