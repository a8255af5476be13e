import { lazy, Suspense, useEffect, useState } from 'react'
import type { ProblemWatch } from '../problems/index.ts'
import { Spinner } from '../ui/index.ts'
import styles from './LazyCode.module.css'
import { loadEditor } from './load-editor.ts'
import { whenIdle } from './when-idle.ts'

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
