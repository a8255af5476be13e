import { useCallback, useMemo, useState } from 'react'
import { LineIndex } from '../../src/base/index.ts'
import { lineBreakOf } from '../../src/yaml/index.ts'
import { useDocument } from '../store/index.ts'
import styles from './editor.module.css'
import { Footer } from './Footer.tsx'
import { MessageLine } from './MessageLine.tsx'
import { MonacoHost } from './MonacoHost.tsx'
import type { MonacoEditor } from './monaco-types.ts'
import { Placeholder } from './Placeholder.tsx'
import { useReadOnly } from './read-only.ts'
import type { Code } from './use-code.ts'

const LABEL = 'YAML of the workflow'

export interface YamlPaneProps {
  readonly code: Code | undefined
  /** Called when the editor is there, to go to a place that was asked for before. */
  readonly onReady: () => void
}

/** The YAML tab: the whole text, and what keeps it from being read. */
export function YamlPane({ code, onReady }: YamlPaneProps) {
  const [editor, setEditor] = useState<MonacoEditor>()
  const state = useDocument((slice) => slice.state)
  const syntax = useDocument((slice) => slice.syntax)
  const lock = useReadOnly()
  const error = syntax.find(({ severity }) => severity === 'error')
  const line = useMemo(
    () => error && new LineIndex(state.text).at(error.range.from).line,
    [error, state.text],
  )
  const onEditor = useCallback(
    (created: MonacoEditor) => {
      const end = code?.yaml.attach(created)
      setEditor(created)
      onReady()
      return () => {
        end?.()
        setEditor(undefined)
      }
    },
    [code, onReady],
  )
  const lineBreak = lineBreakNames.get(lineBreakOf(state.text))
  return (
    <div className={styles.pane}>
      {code ? (
        <MonacoHost
          monaco={code.monaco}
          model={code.yaml.link.model}
          label={LABEL}
          lock={lock}
          onEditor={onEditor}
        />
      ) : (
        <Placeholder text={state.text} label={LABEL} />
      )}
      <Footer
        monaco={code?.monaco}
        editor={editor}
        facts={lineBreak === undefined ? [] : [lineBreak]}
      >
        {error && line !== undefined && (
          <MessageLine
            tone="danger"
            line={line}
            text={error.message}
            onGo={() => void code?.yaml.revealRange(error.range)}
          />
        )}
      </Footer>
    </div>
  )
}

const lineBreakNames = new Map([
  ['\n', 'LF'],
  ['\r\n', 'CRLF'],
  ['\r', 'CR'],
])
