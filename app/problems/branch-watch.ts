import type { TemplateSource } from '../../src/argo/index.ts'
import { mayBeDead } from '../../src/branches/index.ts'
import type { CheckSettings, Problem } from '../../src/validate/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import { carried } from './carried.ts'
import type { OpenProblems, Schedule } from './open-problems.ts'
import { startBranches, type BranchWorker, type StartBranches } from './start-branches.ts'

/** So long nothing must have changed after the rules have spoken, in milliseconds. */
const PAUSE = 1000

/** Files beside it with more letters than these together are not sent along, and nothing is looked for. */
const MOST_OTHERS = 1_000_000

/** What a watch of branches needs; tests give others. */
export interface BranchParts {
  readonly start: StartBranches
  /** After a long pause, when the page has nothing to do. */
  readonly later: Schedule
}

/** What was asked. */
interface Question {
  readonly tree: YamlTree
  readonly sources: readonly TemplateSource[]
  readonly settings: CheckSettings
}

/**
 * Looks for steps that never run, a good while after the rules have spoken of a text, and adds them to its problems. It happens in a
 * worker of its own, which is ended when the text changes meanwhile. Until it has been found out again, problems stay whose
 * condition is still there. Gives what ends it.
 */
export function watchBranches(
  watch: OpenProblems,
  sources: () => readonly TemplateSource[],
  parts: Partial<BranchParts> = {},
): () => void {
  const { start, later } = { ...usualParts, ...parts }
  let worker: BranchWorker | undefined
  let hasFailed = false
  let version = 0
  let asked: Question | undefined
  let answered: Question | undefined
  /** What was found, and where its places count. */
  let found: readonly Problem[] = []
  let foundIn: Question | undefined
  let cancel: (() => void) | undefined
  let isAdding = false

  const question = (): Question => ({
    tree: watch.getSnapshot().tree,
    sources: sources(),
    settings: watch.settings.getSnapshot(),
  })
  const show = (about: Question, list: readonly Problem[]): void => {
    found = list
    foundIn = about
    // The list is another by that, which is no news to this.
    isAdding = true
    watch.add(about.tree, list)
    isAdding = false
  }
  const conclude = (about: Question, list: readonly Problem[]): void => {
    const now = question()
    asked = undefined
    if (!isSame(about, now)) return
    answered = now
    show(now, list)
  }
  const stop = (): void => {
    cancel?.()
    cancel = undefined
    if (asked === undefined) return
    // It may have seconds to go with what nobody wants to know any more.
    worker?.end()
    worker = undefined
    asked = undefined
  }
  const ask = (): void => {
    cancel = undefined
    const about = question()
    const { text } = about.tree
    const others = about.sources.map(({ tree }) => tree.text)
    const isLarge = others.reduce((sum, { length }) => sum + length, 0) > MOST_OTHERS
    if (isLarge || !mayBeDead(text)) {
      conclude(about, [])
      return
    }
    worker ??= start(
      (came) => {
        if (asked !== undefined && came.version === version) conclude(asked, came.list)
      },
      () => {
        hasFailed = true
        asked = undefined
      },
    )
    if (worker === undefined) return
    version++
    asked = about
    worker.post({ version, text, others, settings: about.settings })
  }
  const changed = (): void => {
    if (isAdding || hasFailed || !watch.getSnapshot().isChecked) return
    const now = question()
    if (asked !== undefined && isSame(asked, now)) return
    stop()
    if (answered !== undefined && isSame(answered, now)) {
      show(now, found)
      return
    }
    answered = undefined
    const isAlike = foundIn?.settings === now.settings
    show(now, isAlike && foundIn ? carried(found, foundIn.tree, now.tree) : [])
    cancel = later(ask)
  }

  changed()
  const unsubscribe = watch.subscribe(changed)
  return () => {
    unsubscribe()
    stop()
    worker?.end()
  }
}

function isSame(a: Question, b: Question): boolean {
  return a.sources === b.sources && a.settings === b.settings && a.tree.text === b.tree.text
}

const usualParts: BranchParts = {
  start: startBranches,
  later: (action) => {
    let idle: number | undefined
    const timer = setTimeout(() => {
      // Missing in Safari.
      if ('requestIdleCallback' in window) idle = requestIdleCallback(action, { timeout: 2000 })
      else action()
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      if (idle !== undefined) cancelIdleCallback(idle)
    }
  },
}
