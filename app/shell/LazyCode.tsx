import { lazy, Suspense, useEffect, useState } from 'react'
import type { ProblemWatch } from '../problems/index.ts'
import { Spinner } from '../ui/index.ts'
import styles from './LazyCode.module.css'
import { loadEditor } from './load-editor.ts'

const CodePane = lazy(() => loadEditor().then((editor) => ({ default: editor.CodePane })))

/** The code editor, fetched once the rest of the page stands still. It marks what is wrong. */
export function LazyCode({ problems }: { readonly problems: ProblemWatch }) {
  const [ready, setReady] = useState(false)
  useEffect(() => whenIdle(() => setReady(true)), [])
  useEffect(() => {
    if (!ready) return
    let stop: (() => void) | undefined
    let over = false
    void loadEditor().then(({ setProblems }) => {
      if (over) return
      // The editor itself knows what does not parse, and sooner.
      const mark = () =>
        setProblems(problems.getSnapshot().list.filter(({ code }) => !code.startsWith('yaml-')))
      mark()
      stop = problems.subscribe(mark)
    })
    return () => {
      over = true
      stop?.()
    }
  }, [ready, problems])
  return <Suspense fallback={<Loading />}>{ready ? <CodePane /> : <Loading />}</Suspense>
}

function Loading() {
  return (
    <div className={styles.loading}>
      <Spinner label="The code editor is loading" />
    </div>
  )
}

/** Calls back at a moment of rest; gives back what calls it off. */
function whenIdle(action: () => void): () => void {
  // Missing in Safari.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(action, 200)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(action, { timeout: 1000 })
  return () => cancelIdleCallback(idle)
}
