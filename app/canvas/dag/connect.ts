import {
  dependencyClosure,
  mapOf,
  taskDependencies,
  type DependencyMap,
} from '../../../src/argo/index.ts'
import { circleMessage } from '../../../src/edit/index.ts'
import type { DagGraph } from '../../../src/graph/index.ts'
import type { Point } from '../../../src/layout/index.ts'
import { execute, templateKey } from '../../authoring/index.ts'
import type { Designer, Scene } from '../../store/index.ts'
import { canvasUi, type Connecting } from '../canvas-ui.ts'
import { shownGraph } from '../cards.ts'

/*
 * Drawing an edge of a graph, by pointer or keys: from a card to what waits for it, or to what it waits for. It is a state of the canvas;
 * nothing is edited before it ends.
 */

/** Begins to draw an edge; says whether that is possible. */
export function startConnect(
  designer: Designer,
  begin: Pick<Connecting, 'from' | 'end' | 'by' | 'point'> & Partial<Connecting>,
): boolean {
  const scene = designer.scene()
  const graph = shownGraph(scene)?.graph
  if (graph?.cards[begin.from] === undefined || scene.lock !== undefined) return false
  const connecting: Connecting = {
    moved: undefined,
    target: undefined,
    refusal: undefined,
    isJoined: false,
    ...begin,
  }
  canvasUi(designer).set({ connecting: judged(scene, connecting) })
  return true
}

/** Follows the pointer or the keys. */
export function aimConnect(
  designer: Designer,
  change: { readonly point?: Point; readonly target: number | undefined },
): void {
  const { connecting } = canvasUi(designer).getSnapshot()
  if (connecting === undefined) return
  canvasUi(designer).set({ connecting: judged(designer.scene(), { ...connecting, ...change }) })
}

export function cancelConnect(designer: Designer): void {
  if (canvasUi(designer).getSnapshot().connecting !== undefined)
    canvasUi(designer).set({ connecting: undefined })
}

/** Makes the edge that was drawn, as one step of the history; by keys, an edge that is there already is taken away. */
export function finishConnect(designer: Designer): void {
  const ui = canvasUi(designer)
  const { connecting } = ui.getSnapshot()
  ui.set({ connecting: undefined })
  if (connecting?.target === undefined) return
  const template = templateKey(designer.scene())
  const ends = endsOf(connecting, connecting.target)
  if (connecting.refusal !== undefined) {
    designer.actions.notify({ tone: 'warning', text: connecting.refusal })
    return
  }
  const { moved } = connecting
  if (moved !== undefined) {
    if (ends.from === moved.from && ends.to === moved.to) return
    const change = ends.from === moved.from ? { newTo: ends.to } : { newFrom: ends.from }
    execute(designer.actions, 'moveDependency', { template, ...moved, ...change })
  } else if (connecting.isJoined)
    execute(designer.actions, 'disconnectTasks', { template, ...ends })
  else execute(designer.actions, 'connectTasks', { template, ...ends })
  if (connecting.by === 'keys') ui.set({ wantsFocus: true })
}

/** What an edge would join: what comes first, and what waits. */
export function endsOf(
  { from, end }: Pick<Connecting, 'from' | 'end'>,
  target: number,
): { readonly from: number; readonly to: number } {
  return end === 'after' ? { from, to: target } : { from: target, to: from }
}

/** How each card looks while an edge is drawn: whether it can be joined. */
export function connectMarks(
  scene: Scene,
  graph: DagGraph,
  { from, end, moved }: Connecting,
): readonly ('source' | 'free' | 'joined' | 'circle')[] {
  const map = dependenciesOf(scene)
  const own = graph.cards[from]?.name ?? ''
  // What comes after a card cannot come before it, and the other way round.
  const barred = dependencyClosure(end === 'after' ? map : reversed(map), own)
  const joined = new Set(
    graph.edges.flatMap((edge) => {
      if (moved?.from === edge.from && moved.to === edge.to) return []
      const [near, far] = end === 'after' ? [edge.from, edge.to] : [edge.to, edge.from]
      return near === from ? [far] : []
    }),
  )
  return graph.cards.map(({ name }, index) => {
    if (index === from) return 'source'
    if (name === undefined || name === '' || barred.has(name)) return 'circle'
    return joined.has(index) ? 'joined' : 'free'
  })
}

function judged(scene: Scene, connecting: Connecting): Connecting {
  const graph = shownGraph(scene)?.graph
  const { target } = connecting
  if (target === undefined || graph === undefined || target === connecting.from)
    return { ...connecting, target: undefined, refusal: undefined, isJoined: false }
  const { from, to } = endsOf(connecting, target)
  const [first, second] = [graph.cards[from]?.name ?? '', graph.cards[to]?.name ?? '']
  const isJoined =
    connecting.moved === undefined &&
    graph.edges.some((edge) => edge.from === from && edge.to === to)
  const refusal =
    first === '' || second === ''
      ? 'A card without a name cannot be joined. Name it first.'
      : isJoined && connecting.by === 'pointer'
        ? `${second} waits for ${first} already.`
        : circleMessage({ dependencies: dependenciesOf(scene) }, first, second)
  return { ...connecting, refusal, isJoined }
}

function dependenciesOf({ template }: Scene): DependencyMap {
  if (template?.type === 'containerSet') return mapOf(template.containers)
  return taskDependencies(template?.tasks ?? [])
}

function reversed(map: DependencyMap): DependencyMap {
  const result = new Map<string, string[]>()
  for (const name of map.keys()) result.set(name, [])
  for (const [name, dependencies] of map)
    for (const dependency of dependencies) result.get(dependency)?.push(name)
  return result
}

/** What is going on, for those who cannot see it. */
export function connectWords(graph: DagGraph, connecting: Connecting | undefined): string {
  if (connecting?.by !== 'keys') return ''
  const own = graph.cards[connecting.from]?.title ?? ''
  const { target, refusal, isJoined, end } = connecting
  const other = target === undefined ? undefined : graph.cards[target]?.title
  if (other === undefined)
    return `Drawing an edge from ${own}. Arrow keys choose the card that ${end === 'after' ? 'waits for it' : 'it waits for'}, Enter joins, Escape cancels.`
  if (refusal !== undefined) return refusal
  return isJoined
    ? `${own} to ${other} are joined. Enter parts them.`
    : `${own} to ${other}. Enter joins them.`
}
