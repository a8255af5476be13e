import { useEffect, useRef } from 'react'
import styles from './editor.module.css'
import { editorOptions, optionsForRoom } from './editor-options.ts'
import type { Monaco, MonacoEditor, MonacoModel } from './monaco-types.ts'
import { addTabToggle } from './tab-focus.ts'

export interface MonacoHostProps {
  readonly monaco: Monaco
  readonly model: MonacoModel
  readonly label: string
  /** Why the text cannot be changed, if it cannot. */
  readonly lock: string | undefined
  /** Called with the new editor; what it gives back is called before the editor goes. */
  readonly onEditor: (editor: MonacoEditor) => () => void
}

/** A Monaco editor on a model that outlives it. */
export function MonacoHost({ monaco, model, label, lock, onEditor }: MonacoHostProps) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<MonacoEditor>(undefined)

  useEffect(() => {
    const element = host.current
    if (element === null) return
    const created = monaco.editor.create(element, {
      ...editorOptions(model.getLanguageId(), label),
      ...optionsForRoom(element.clientWidth, model.getLineCount()),
      model,
    })
    editor.current = created
    addTabToggle(monaco, created)
    const layout = created.onDidLayoutChange(({ width }) => {
      created.updateOptions(optionsForRoom(width, model.getLineCount()))
    })
    const end = onEditor(created)
    return () => {
      end()
      layout.dispose()
      editor.current = undefined
      created.dispose()
    }
    // The label is changed below, without a new editor.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [monaco, model, onEditor])

  // Another language indents in another way.
  const language = model.getLanguageId()
  useEffect(() => {
    editor.current?.updateOptions(editorOptions(language, label))
  }, [language, label])

  useEffect(() => {
    editor.current?.updateOptions({
      readOnly: lock !== undefined,
      readOnlyMessage: { value: lock ?? '' },
    })
  }, [lock, monaco, model, onEditor])

  return <div ref={host} className={styles.host} />
}
