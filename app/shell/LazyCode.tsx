import { lazy, Suspense, useEffect, useState } from 'react'
import { Spinner } from '../ui/index.ts'
import styles from './LazyCode.module.css'
import { loadEditor } from './load-editor.ts'
import { whenIdle } from './when-idle.ts'

const CodePane = lazy(() => loadEditor().then((editor) => ({ default: editor.CodePane })))

/** The code editor, fetched once the rest of the page stands still. */
export function LazyCode() {
  const [ready, setReady] = useState(false)
  useEffect(() => whenIdle(() => setReady(true)), [])
  return <Suspense fallback={<Loading />}>{ready ? <CodePane /> : <Loading />}</Suspense>
}

function Loading() {
  return (
    <div className={styles.loading}>
      <Spinner label="The code editor is loading" />
    </div>
  )
}
