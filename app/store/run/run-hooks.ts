import { useContext, useState, useSyncExternalStore } from 'react'
import type { Path } from '../../../src/base/index.ts'
import type { YamlTree } from '../../../src/yaml/index.ts'
import type { Designer } from '../designer.ts'
import { isFlatSame, useDesigner } from '../hooks.ts'
import type { Scene } from '../scene.ts'
import { callWithin } from './calls.ts'
import { placeKey } from './place-key.ts'
import { markOf, type CardPhase, type RunMark } from './run-mark.ts'
import { RunsContext, seenCount, type RunState, type ShownRun } from './run-store.ts'

/** Where cards are in a scene: the last one, behind those in which it stands, outermost first. */
export type CardPaths = (scene: Scene) => readonly Path[] | undefined

/**
 * What the shown run says of a card; nothing while none is shown of this file. It is asked for whenever the run goes on, and costs as much as
 * the nodes of one card.
 */
export function useRunMark(paths: CardPaths): RunMark | undefined {
  const [keysOf] = useState(() => perScene(keysIn))
  return useRunOf((state, run, designer) => markIn(state, run, keysOf(run, designer, paths)))
}

/** Something that the shown run says of what is drawn, all in one flat object. */
export function useRunOf<T extends object>(
  select: (state: RunState, run: ShownRun, designer: Designer) => T | undefined,
): T | undefined {
  const runs = useContext(RunsContext)
  const designer = useDesigner()
  const [keep] = useState(keeper<T>)
  return useSyncExternalStore(runs?.store.subscribe ?? never, () => {
    const state = runs?.store.getState()
    const run = state?.shown
    return state === undefined || run === undefined ? undefined : keep(select(state, run, designer))
  })
}

/** The phases of many cards at once, by what `paths` gives for each; those of which a run says nothing are undefined. */
export function useRunPhases(
  paths: (scene: Scene) => readonly (readonly Path[])[],
): readonly (CardPhase | undefined)[] | undefined {
  const [keysOf] = useState(() => perScene(keysOfAll))
  return useRunOf((state, run, designer) =>
    keysOf(run, designer, paths).map((keys) => markIn(state, run, keys)?.phase),
  )
}

/** What a run says of a lane. */
export interface LaneMark {
  /** Nothing before the lane has begun. */
  readonly phase: CardPhase | undefined
  /** That of the call in which it is. */
  readonly call: CardPhase | undefined
}

/** The mark of a lane. `paths` leads to a step of it, or to any of its template, as for a card. */
export function useRunLane(lane: number, paths: CardPaths): LaneMark | undefined {
  const [keysOf] = useState(() => perScene(keysIn))
  return useRunOf((state, run, designer) => {
    const { index } = run
    const count = seenCount(state)
    const id = callWithin(index, count, keysOf(run, designer, paths), state.chosen)
    const call = id === undefined ? undefined : index.nodeAt(id, count)
    if (call === undefined) return undefined
    const group = index.nodeNamed(`${call.name}[${String(lane)}]`, count)
    return { phase: group?.phase, call: call.phase }
  })
}

/** What runs at the moment that is looked at: nothing where that is in the past. */
export function workingIn({ working, cursor }: RunState): RunState['working'] {
  return cursor === undefined ? working : noneWorking
}

const noneWorking: RunState['working'] = new Map()

/** The mark of a card by the keys of its place and of those around it. */
export function markIn(
  state: RunState,
  { index }: ShownRun,
  keys: readonly string[],
): RunMark | undefined {
  const key = keys.at(-1)
  if (key === undefined) return undefined
  const count = seenCount(state)
  const call = callWithin(index, count, keys, state.chosen)
  const mark =
    call === undefined
      ? undefined
      : markOf(index, count, call, key, state.critical, workingIn(state))
  if (mark !== undefined) return mark
  // What a run that is over has not come to, it never will.
  return state.cursor === undefined && state.progress.kind === 'ended' ? unreached : undefined
}

const unreached: RunMark = {
  phase: 'Unreached',
  node: undefined,
  items: 0,
  done: 0,
  failed: 0,
  attempts: 0,
  verdict: '',
  message: '',
  isInvented: false,
  isCritical: false,
}

/** Which of the run's sources is drawn; nothing if none is. What the cluster has is known by its text, which nobody changes here. */
export function sourceOf({ files }: ShownRun, designer: Designer): number | undefined {
  const { active } = designer.workspace.store.getState()
  const own = files.findIndex(({ id }) => id === active)
  const isFixed = designer.document.getState().file.origin !== undefined
  if (own >= 0 || !isFixed) return own < 0 ? undefined : own
  const { text } = designer.scene().tree
  const same = files.findIndex((file) => file.id === undefined && file.text === text)
  return same < 0 ? undefined : same
}

/** The keys of places that are drawn, as the index of the run has them; none when it is not of this file. */
export function keysIn(run: ShownRun, designer: Designer, paths: CardPaths): readonly string[] {
  const source = sourceOf(run, designer)
  if (source === undefined) return []
  const scene = designer.scene()
  return (paths(scene) ?? []).map((path) => sourceKey(source, scene.tree, scene.document, path))
}

function keysOfAll(
  run: ShownRun,
  designer: Designer,
  paths: (scene: Scene) => readonly (readonly Path[])[],
): readonly (readonly string[])[] {
  return paths(designer.scene()).map((each) => keysIn(run, designer, () => each))
}

/** Finds something once for each picture and run. */
function perScene<P, T>(
  find: (run: ShownRun, designer: Designer, paths: P) => T,
): (run: ShownRun, designer: Designer, paths: P) => T {
  let last: { readonly scene: Scene; readonly run: number; readonly found: T } | undefined
  return (run, designer, paths) => {
    const scene = designer.scene()
    if (last?.scene !== scene || last.run !== run.id)
      last = { scene, run: run.id, found: find(run, designer, paths) }
    return last.found
  }
}

/** The key of a place in one of the sources of a run. */
export function sourceKey(source: number, tree: YamlTree, document: number, path: Path): string {
  return `${String(source)}:${placeKey(tree, document, path)}`
}

function never(): () => void {
  return () => undefined
}

function keeper<T extends object>(): (next: T | undefined) => T | undefined {
  let last: T | undefined
  return (next) => {
    const isSame = last !== undefined && next !== undefined && isFlatSame(last, next)
    if (!isSame) last = next
    return last
  }
}
