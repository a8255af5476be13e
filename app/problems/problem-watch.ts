import type { TemplateSource } from '../../src/argo/index.ts'
import { usualSettings, type CheckSettings, type Problem } from '../../src/validate/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import { otherSources, type Designer, type ProblemSettings } from '../store/index.ts'
import type { CheckAnswer } from './check-bench.ts'
import { CheckRequests } from './check-requests.ts'
import type { OpenProblems, Problems, Schedule, WatchMore } from './open-problems.ts'
import { startChecks, type CheckWorker, type StartChecks } from './start-checks.ts'

/** Finds what is wrong with a text. */
export type Check = (
  name: string,
  tree: YamlTree,
  others: readonly TemplateSource[],
  settings: CheckSettings,
) => readonly Problem[]

/** Checks the text after it changed. */
export interface ProblemWatch extends OpenProblems {
  /** Checks now what has not been checked yet, if the rules have come. */
  readonly flush: () => Problems
  readonly dispose: () => void
}

/** What a watch needs; tests give others. */
export interface WatchParts {
  /** How the text is to be looked at, and who tells when that changes. */
  readonly settings: ProblemSettings
  readonly start: StartChecks
  /** Fetches the rules into this thread: for whoever cannot wait, and where there are no workers. */
  readonly loadRules: () => Promise<Check>
  /** Fetches what looks for steps that never run, in workers; it begins once the rules have spoken. */
  readonly loadBranches: () => Promise<WatchMore>
  /** In the first short pause. */
  readonly soon: Schedule
  /** When nothing more urgent is to do. */
  readonly atRest: Schedule
}

/** While letters follow each other this fast nothing is checked, in milliseconds. */
const SOON = 125
/** Where it costs the page's own time, and there comes an idle moment on top. */
const AT_REST = 150

/**
 * Watches the text of a designer. It is checked in a worker, which is told what changed; an answer about a text that is no longer there
 * is dropped. Where there are no workers it is checked here, when there is time.
 */
export function createProblemWatch(
  {
    session,
    workspace,
    document,
  }: Pick<Designer, 'session'> & Partial<Pick<Designer, 'workspace' | 'document'>>,
  parts: Partial<WatchParts> = {},
): ProblemWatch {
  const { settings, start, loadRules, loadBranches, soon, atRest } = { ...usualParts, ...parts }
  const requests = new CheckRequests()
  const listeners = new Set<() => void>()
  let check: Check | undefined
  let isLoading = false
  let worker: CheckWorker | 'none' | undefined
  /** What the worker has been asked and has not answered. */
  let asked: Question | undefined
  let cancel: (() => void) | undefined
  let shownFor: Question | undefined
  /** What the rules found, without what was added. */
  let own: readonly Problem[] = []
  let branches: 'none' | 'loading' | 'ended' | (() => void) = 'none'
  let problems: Problems = {
    tree: session.state.tree,
    list: [],
    errors: 0,
    warnings: 0,
    isChecked: false,
  }

  const sources = (): readonly TemplateSource[] => {
    const files = workspace?.store.getState()
    return files === undefined ? noSources : otherSources(files)
  }
  const question = (): Question => ({
    name: document?.getState().file.name ?? '',
    text: session.state.text,
    sources: sources(),
    settings: settings.getSnapshot(),
  })
  const show = (what: Question, tree: YamlTree, list: readonly Problem[]): void => {
    shownFor = what
    own = list
    problems = counted(tree, list)
    listeners.forEach((listener) => listener())
  }
  const add = (tree: YamlTree, more: readonly Problem[]): void => {
    if (tree !== problems.tree || (more.length === 0 && problems.list === own)) return
    const both = [...own, ...more].sort((a, b) => a.range.from - b.range.from)
    problems = counted(tree, more.length === 0 ? own : both)
    listeners.forEach((listener) => listener())
  }
  const later = (schedule: Schedule): void => {
    cancel?.()
    cancel = schedule(run)
  }
  const source = {
    settings,
    getSnapshot: () => problems,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add,
  }
  const flush = (): Problems => {
    const what = question()
    if (isSame(shownFor, what)) return problems
    if (check === undefined) {
      load()
      return problems
    }
    cancel?.()
    cancel = undefined
    const { tree } = session.state.settled
    show(what, tree, check(what.name, tree, what.sources, what.settings))
    return problems
  }
  const load = (): void => {
    if (check !== undefined || isLoading) return
    isLoading = true
    loadRules().then(
      (loaded) => {
        check = loaded
        if (worker === 'none') later(atRest)
      },
      () => {
        // As when the network is away: whoever needs them next asks again.
        isLoading = false
      },
    )
  }
  const answered = ({ version, list }: CheckAnswer): void => {
    const about = asked?.version === version ? asked : undefined
    asked = undefined
    if (about === undefined || !isSame(about, question())) return later(soon)
    if (!isSame(shownFor, about)) show(about, session.state.tree, list)
    // Whoever cannot wait for an answer needs them here as well.
    if (!isLoading) atRest(load)
    if (branches === 'none') atRest(watchThem)
  }
  const watchThem = (): void => {
    if (branches !== 'none') return
    branches = 'loading'
    loadBranches().then(
      (watchIn) => {
        if (branches === 'loading') branches = watchIn(source, sources)
      },
      // As when the network is away: the next answer asks again.
      () => {
        if (branches === 'loading') branches = 'none'
      },
    )
  }
  const failed = (): void => {
    worker = 'none'
    asked = undefined
    load()
    later(atRest)
  }
  const run = (): void => {
    cancel = undefined
    worker ??= start(answered, failed) ?? 'none'
    const what = question()
    if (isSame(shownFor, what)) return
    if (worker === 'none') flush()
    else if (asked === undefined) {
      const request = requests.next(what.name, what.text, what.sources, what.settings)
      asked = { ...what, version: request.version }
      worker.post(request)
    }
  }
  const changed = (): void => later(worker === undefined || worker === 'none' ? atRest : soon)

  changed()
  const ends = [
    session.subscribe(({ changes }) => {
      if (changes.isEmpty) return
      requests.note(changes)
      changed()
    }),
    settings.subscribe(changed),
    workspace?.store.subscribe(changed),
    document?.subscribe(({ file }, before) => {
      if (file.name !== before.file.name) changed()
    }),
  ]

  return {
    ...source,
    flush,
    dispose: () => {
      cancel?.()
      for (const end of ends) end?.()
      if (typeof branches === 'function') branches()
      branches = 'ended'
      if (worker !== undefined && worker !== 'none') worker.end()
    },
  }
}

/** What is asked: a text, seen in a way. */
interface Question {
  readonly name: string
  readonly text: string
  readonly sources: readonly TemplateSource[]
  readonly settings: CheckSettings
  readonly version?: number
}

const noSources: readonly TemplateSource[] = []

function isSame(a: Question | undefined, b: Question): boolean {
  const isSameWay = a?.sources === b.sources && a.settings === b.settings
  return isSameWay && a.name === b.name && a.text === b.text
}

function counted(tree: YamlTree, list: readonly Problem[]): Problems {
  const count = (wanted: Problem['severity']) =>
    list.filter(({ severity }) => severity === wanted).length
  return { tree, list, errors: count('error'), warnings: count('warning'), isChecked: true }
}

const usualParts: WatchParts = {
  settings: {
    getSnapshot: () => usualSettings,
    subscribe: () => () => undefined,
    change: () => undefined,
  },
  start: startChecks,
  loadRules: async () => (await import('./rules.ts')).checkOpenFile,
  loadBranches: async () => (await import('./branch-watch.ts')).watchBranches,
  soon: (action) => {
    const timer = setTimeout(action, SOON)
    return () => clearTimeout(timer)
  },
  atRest: whenIdle,
}

function whenIdle(action: () => void): () => void {
  let idle: number | undefined
  const timer = setTimeout(() => {
    // Missing in Safari.
    if ('requestIdleCallback' in window) idle = requestIdleCallback(action, { timeout: 500 })
    else action()
  }, AT_REST)
  return () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
