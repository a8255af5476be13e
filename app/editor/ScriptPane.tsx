import { FileCode2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Banner, Button, EmptyState } from '../ui/index.ts'
import styles from './editor.module.css'
import { Footer } from './Footer.tsx'
import { MessageLine } from './MessageLine.tsx'
import { MonacoHost } from './MonacoHost.tsx'
import type { MonacoEditor } from './monaco-types.ts'
import { Placeholder } from './Placeholder.tsx'
import { useReadOnly } from './read-only.ts'
import type { ScriptDesk, ScriptState } from './script-desk.ts'
import { scriptMessage } from './script-message.ts'
import type { Code } from './use-code.ts'

export interface ScriptPaneProps {
  readonly code: Code | undefined
  readonly desk: ScriptDesk
  readonly state: ScriptState
}

/** The script tab: one script, as its source or as a function, and what keeps it from the manifest. */
export function ScriptPane({ code, desk, state }: ScriptPaneProps) {
  const [editor, setEditor] = useState<MonacoEditor>()
  const onEditor = useCallback(
    (created: MonacoEditor) => {
      const end = code?.script.attach(created)
      setEditor(created)
      return () => {
        end?.()
        setEditor(undefined)
      }
    },
    [code],
  )
  const lock = useReadOnly()
  const { target, hindrance } = state
  if (target === undefined) {
    return (
      <div className={styles.pane}>
        <EmptyState icon={<FileCode2 />} title="No script here">
          Select a step that runs a script, or open a script template, to write its code.
        </EmptyState>
      </div>
    )
  }
  const label = `Script of ${target.name}`
  const message = scriptMessage(state, desk.text)
  const at = message?.at
  return (
    <div className={styles.pane}>
      <Offer desk={desk} state={state} />
      {code ? (
        <MonacoHost
          monaco={code.monaco}
          model={code.script.link.model}
          label={label}
          lock={lock}
          onEditor={onEditor}
        />
      ) : (
        <Placeholder text={desk.text} label={label} />
      )}
      <Footer monaco={code?.monaco} editor={editor} facts={[languageNames[target.language]]}>
        {message && (
          <MessageLine
            tone={message.tone}
            text={message.text}
            line={at?.line}
            onGo={
              at &&
              (() => {
                if (!editor || !code) return
                const range = code.script.link.sync.rangeAt(at.range.from, at.range.to)
                editor.setSelection(range)
                editor.revealRangeInCenterIfOutsideViewport(range)
                editor.focus()
              })
            }
          />
        )}
        {hindrance?.kind === 'shared' && (
          <Button size="sm" variant="ghost" onClick={() => desk.ask()}>
            Choose…
          </Button>
        )}
        {(hindrance?.kind === 'conflict' || hindrance?.kind === 'shared') && (
          <Button size="sm" variant="ghost" onClick={() => desk.discard()}>
            Discard draft
          </Button>
        )}
      </Footer>
    </div>
  )
}

const languageNames = {
  python: 'Python',
  shell: 'Shell',
  javascript: 'JavaScript',
  plaintext: 'Plain text',
} as const

/** What becoming a function would mean, or why it is not possible. */
function Offer({
  desk,
  state: { offer },
}: {
  readonly desk: ScriptDesk
  readonly state: ScriptState
}) {
  if (offer === undefined) return null
  return (
    <Banner
      tone={offer.ok ? 'info' : 'warning'}
      onDismiss={() => desk.decline()}
      actions={
        offer.ok && (
          <Button size="sm" variant="primary" onClick={() => desk.accept()}>
            Make it a function
          </Button>
        )
      }
    >
      {offer.ok
        ? 'As a function, the script gets a few lines before its body that read each input into a variable of its name; the editor then hides them.'
        : `This script cannot become a function yet. ${offer.error}`}
    </Banner>
  )
}
