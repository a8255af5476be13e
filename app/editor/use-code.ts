import { useEffect, useState, type RefObject } from 'react'
import type { Designer, ProblemSource } from '../store/index.ts'
import { YamlBridge } from './bridge.ts'
import { loadMonaco } from './monaco.ts'
import type { Monaco } from './monaco-types.ts'
import { ScriptBridge } from './script-bridge.ts'
import type { ScriptDesk } from './script-desk.ts'

/** Monaco, and what holds its models and the document together. */
export interface Code {
  readonly monaco: Monaco
  readonly yaml: YamlBridge
  readonly script: ScriptBridge
}

export interface CodeState {
  readonly code: Code | undefined
  /** Why there is none, if loading it failed. */
  readonly failure: string | undefined
  readonly retry: () => void
}

/** Loads Monaco when `pane` is in sight for the first time. */
export function useCode(
  pane: RefObject<HTMLElement | null>,
  designer: Designer,
  desk: ScriptDesk,
  source: ProblemSource,
): CodeState {
  const [code, setCode] = useState<Code>()
  const [failure, setFailure] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const seen = useSeen(pane)

  useEffect(() => {
    if (!seen) return
    let made: Code | undefined
    let isOver = false
    loadMonaco().then(
      (monaco) => {
        if (isOver) return
        made = {
          monaco,
          yaml: new YamlBridge(monaco, designer, source),
          script: new ScriptBridge(monaco, designer, desk, source),
        }
        setCode(made)
      },
      (error: unknown) => {
        if (!isOver) setFailure(error instanceof Error ? error.message : String(error))
      },
    )
    return () => {
      isOver = true
      made?.yaml.dispose()
      made?.script.dispose()
    }
  }, [seen, designer, desk, source, attempt])

  return {
    code,
    failure,
    retry: () => {
      setFailure(undefined)
      setAttempt(attempt + 1)
    },
  }
}

/** Whether an element has been in sight. */
function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const target = element.current
    if (target === null || seen) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element, seen])
  return seen
}
