import { checkTree, type Problem } from '../../src/validate/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import type { Designer } from '../store/index.ts'

/** What is wrong with a text. */
export interface Problems {
  /** The tree that was checked: ranges count in its text. */
  readonly tree: YamlTree
  readonly list: readonly Problem[]
  readonly errors: number
  readonly warnings: number
}

/** Checks the text after it changed, when there is time. */
export interface ProblemWatch {
  readonly getSnapshot: () => Problems
  readonly subscribe: (listener: () => void) => () => void
  /** Checks now what has not been checked yet. */
  readonly flush: () => Problems
  readonly dispose: () => void
}

/** Runs an action when nothing more urgent is to do; gives back what calls it off. */
export type Schedule = (action: () => void) => () => void

/** While a person types nothing is checked; then comes a pause of this length, and then an idle moment. */
const DELAY = 150

export function createProblemWatch(
  designer: Pick<Designer, 'session'>,
  schedule: Schedule = whenIdle,
): ProblemWatch {
  const { session } = designer
  let problems = check(session.state.tree)
  let cancel: (() => void) | undefined
  const listeners = new Set<() => void>()

  const flush = (): Problems => {
    cancel?.()
    cancel = undefined
    const { tree } = session.state
    if (tree === problems.tree) return problems
    problems = check(tree)
    listeners.forEach((listener) => listener())
    return problems
  }

  const stop = session.subscribe((_, next, previous) => {
    if (next.text === previous.text) return
    cancel?.()
    cancel = schedule(flush)
  })

  return {
    getSnapshot: () => problems,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flush,
    dispose: () => {
      cancel?.()
      stop()
    },
  }
}

function check(tree: YamlTree): Problems {
  const list = checkTree(tree)
  const count = (wanted: Problem['severity']) =>
    list.filter(({ severity }) => severity === wanted).length
  return { tree, list, errors: count('error'), warnings: count('warning') }
}

function whenIdle(action: () => void): () => void {
  let idle: number | undefined
  const timer = setTimeout(() => {
    // Missing in Safari.
    if ('requestIdleCallback' in window) idle = requestIdleCallback(action, { timeout: 500 })
    else action()
  }, DELAY)
  return () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
