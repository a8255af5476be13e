import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Path } from '../../src/base/index.ts'
import type { CheckSettings, Problem } from '../../src/validate/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'

/** How files are looked at, as the person wants it. The same object until something changes. */
export interface ProblemSettings {
  readonly getSnapshot: () => CheckSettings
  readonly subscribe: (listener: () => void) => () => void
  readonly change: (change: Partial<CheckSettings>) => void
}

/** Who knows what is wrong with the file. */
export interface ProblemSource {
  /** Ranges of the list count in the text of the tree. */
  readonly getSnapshot: () => { readonly list: readonly Problem[]; readonly tree: YamlTree }
  readonly subscribe: (listener: () => void) => () => void
  readonly settings: ProblemSettings
}

/** What is wrong with the file, for those who mark it. */
export const ProblemsContext = createContext<ProblemSource | undefined>(undefined)

/** How much is wrong with one thing. */
export interface ProblemCounts {
  readonly errors: number
  readonly warnings: number
  /** What is wrong, each once, the gravest first. */
  readonly messages: readonly string[]
}

/** What is wrong with a step, task, container of a set or lane, and in it; nothing when nothing is. `path` is asked for whenever the problems change. */
export function useProblemsOf(
  document: () => number,
  path: () => Path | undefined,
): ProblemCounts | undefined {
  const source = useContext(ProblemsContext)
  return useSyncExternalStore(source?.subscribe ?? never, () => {
    const at = path()
    return source === undefined || at === undefined
      ? undefined
      : countsIn(source.getSnapshot().list).get(keyOf(document(), at))
  })
}

const never = (): (() => void) => () => undefined

const known = new WeakMap<readonly Problem[], ReadonlyMap<string, ProblemCounts>>()

/** The counts of all steps, tasks, containers and lanes that have any. */
function countsIn(list: readonly Problem[]): ReadonlyMap<string, ProblemCounts> {
  const found = known.get(list)
  if (found !== undefined) return found
  const counts = new Map<string, ProblemCounts>()
  for (const problem of list) {
    if (problem.severity === 'info') continue
    for (const path of placesOf(problem.path)) {
      const key = keyOf(problem.document, path)
      counts.set(key, more(counts.get(key), problem))
    }
  }
  known.set(list, counts)
  return counts
}

function more(before: ProblemCounts | undefined, { severity, message }: Problem): ProblemCounts {
  const { errors = 0, warnings = 0, messages = [] } = before ?? {}
  const isError = severity === 'error'
  const isNew = !messages.includes(message) && messages.length < 6
  return {
    errors: errors + (isError ? 1 : 0),
    warnings: warnings + (isError ? 0 : 1),
    messages: !isNew ? messages : isError ? [message, ...messages] : [...messages, message],
  }
}

/** The lanes, steps, tasks and containers that a path leads into, those of templates given in place too. */
function placesOf(path: Path): readonly Path[] {
  const places: Path[] = []
  const top = path.indexOf('templates')
  if (top < 0) return places
  for (let at = top + 2; ; at += 4) {
    const list = path[at]
    const isList = list === 'steps' || list === 'dag' || list === 'containerSet'
    const depth = isList ? at + 3 : path.length + 1
    if (list === 'steps' && path.length >= depth - 1) places.push(path.slice(0, depth - 1))
    if (path.length < depth) return places
    places.push(path.slice(0, depth))
    if (path[depth] !== 'inline') return places
  }
}

function keyOf(document: number, path: Path): string {
  return `${String(document)} ${path.join('/')}`
}
