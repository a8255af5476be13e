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

/**
 * What is wrong with a template, step, task, container of a set or lane, and in it; with an empty path in the document. Nothing when nothing
 * is. `path` is asked for whenever the problems change.
 */
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

/** What is wrong in several places of a document, by whatever is asked of it: as `useProblemsOf` for one. */
export function useProblemCounts(): (document: number, path: Path) => ProblemCounts | undefined {
  const source = useContext(ProblemsContext)
  const list = useSyncExternalStore(
    source?.subscribe ?? never,
    () => source?.getSnapshot().list ?? nothing,
  )
  return (document, path) => countsIn(list).get(keyOf(document, path))
}

const nothing: readonly Problem[] = []

/** Who knows what is wrong. Throws outside of its context, which is a bug. */
export function useProblemSource(): ProblemSource {
  const source = useContext(ProblemsContext)
  if (source === undefined) throw new Error('no problems around this component')
  return source
}

/** How many errors and warnings, in words: “1 error, 2 warnings”. */
export function problemWords({
  errors,
  warnings,
}: Pick<ProblemCounts, 'errors' | 'warnings'>): string {
  return [
    ...(errors > 0 ? [`${String(errors)} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${String(warnings)} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ].join(', ')
}

/** The problems of a place and in it, in the order of the text. */
export function problemsWithin(
  list: readonly Problem[],
  document: number,
  path: Path,
): readonly Problem[] {
  return list.filter(
    (problem) =>
      problem.document === document && path.every((part, at) => part === problem.path[at]),
  )
}

const never = (): (() => void) => () => undefined

const known = new WeakMap<readonly Problem[], ReadonlyMap<string, ProblemCounts>>()

/** The counts of all documents, templates, steps, tasks, containers and lanes that have any. */
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
  keepSame(counts)
  known.set(list, counts)
  return counts
}

let last: ReadonlyMap<string, ProblemCounts> = new Map()

/** What is counted as before is the same object, so that nothing is drawn again for it. */
function keepSame(counts: Map<string, ProblemCounts>): void {
  for (const [key, now] of counts) {
    const before = last.get(key)
    const isSame =
      before?.errors === now.errors &&
      before.warnings === now.warnings &&
      before.messages.join('\n') === now.messages.join('\n')
    if (before !== undefined && isSame) counts.set(key, before)
  }
  last = counts
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

/** The document, template, lanes, steps, tasks and containers that a path leads into, those of templates given in place too. */
function placesOf(path: Path): readonly Path[] {
  const places: Path[] = [[]]
  const top = path.indexOf('templates')
  if (top < 0) return places
  if (path.length > top + 1) places.push(path.slice(0, top + 2))
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
