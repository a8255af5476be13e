import type { TemplateSource } from '../../src/argo/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import { otherSources, type Designer } from '../store/index.ts'

/** What is wrong with a text. */
export interface Problems {
  /** The tree that was checked: ranges count in its text. */
  readonly tree: YamlTree
  readonly list: readonly Problem[]
  readonly errors: number
  readonly warnings: number
  /** Whether anything was checked yet: the rules come after the picture. */
  readonly isChecked: boolean
}

/** Finds what is wrong with a text. */
export type Check = (tree: YamlTree, others: readonly TemplateSource[]) => readonly Problem[]

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
  designer: Pick<Designer, 'session'> & Partial<Pick<Designer, 'workspace'>>,
  rules: Promise<Check> = loadRules(),
  schedule: Schedule = whenIdle,
): ProblemWatch {
  const { session, workspace } = designer
  let checkedWith: unknown
  let check: Check | undefined
  let problems: Problems = {
    tree: session.state.tree,
    list: [],
    errors: 0,
    warnings: 0,
    isChecked: false,
  }
  let cancel: (() => void) | undefined
  const listeners = new Set<() => void>()

  const flush = (): Problems => {
    cancel?.()
    cancel = undefined
    const { tree } = session.state
    const files = workspace?.store.getState()
    const isDone = problems.isChecked && tree === problems.tree && checkedWith === files
    if (!check || isDone) return problems
    checkedWith = files
    problems = counted(tree, check(tree, files ? otherSources(files) : []))
    listeners.forEach((listener) => listener())
    return problems
  }

  void rules.then((loaded) => {
    check = loaded
    cancel?.()
    cancel = schedule(flush)
  })

  const stop = session.subscribe((_, next, previous) => {
    if (next.text === previous.text) return
    cancel?.()
    cancel = schedule(flush)
  })

  const stopFiles = workspace?.store.subscribe(() => {
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
      stopFiles?.()
    },
  }
}

async function loadRules(): Promise<Check> {
  const { checkTree } = await import('../../src/validate/index.ts')
  return checkTree
}

function counted(tree: YamlTree, list: readonly Problem[]): Problems {
  const count = (wanted: Problem['severity']) =>
    list.filter(({ severity }) => severity === wanted).length
  return { tree, list, errors: count('error'), warnings: count('warning'), isChecked: true }
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
