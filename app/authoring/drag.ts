import type { StepPlace } from '../../src/argo/index.ts'
import type { CardKind } from '../../src/graph/index.ts'
import type { DropPlace, DropTarget, Point } from '../../src/layout/index.ts'
import type { AddEntry } from './add-entries.ts'

/** What is dragged. */
export type DragItem = (
  | { readonly type: 'new'; readonly entry: AddEntry }
  | { readonly type: 'steps'; readonly places: readonly StepPlace[] }
  | { readonly type: 'lane'; readonly lane: number }
) & {
  /** What to call it. */
  readonly label: string
  readonly kind: CardKind
}

/** Where things are dropped: the canvas, while it shows lanes. */
export interface DropSurface {
  /** Whether anything can be dropped just now; says the reason itself when not. */
  readonly accepts: (item: DragItem) => boolean
  /** The target under a point of the window; nothing outside of the surface. */
  readonly targetAt: (item: DragItem, point: Point) => DropTarget | undefined
  /** All targets in reading order. */
  readonly targets: (item: DragItem) => readonly DropTarget[]
  /** Where a drag by keys begins. */
  readonly home: (item: DragItem) => DropPlace
  /** Tells why something that was let go over the surface has no place there. */
  readonly missed?: (item: DragItem, point: Point) => void
  /** A place in words. */
  readonly describe: (place: DropPlace, item: DragItem) => string
  /** Brings a target into sight. */
  readonly reveal: (target: DropTarget) => void
  /** Moves the picture a little when the point is near an edge; says whether it did. */
  readonly autoPan: (point: Point) => boolean
  /** Makes the edit; says whether it was made. */
  readonly drop: (item: DragItem, place: DropPlace) => boolean
}

/** A drag at one moment. */
export interface DragState {
  readonly item: DragItem | undefined
  readonly by: 'pointer' | 'keys'
  readonly target: DropTarget | undefined
  /** Where the pointer is in the window. */
  readonly point: Point
  /** What to tell those who cannot see; stays when the drag is over. */
  readonly message: string
}

/** The one drag that can go on at a time, from any pane onto the surface. It knows no event: see `press` and `liftByKeys`. */
export interface Drag {
  readonly getSnapshot: () => DragState
  readonly subscribe: (listener: () => void) => () => void
  /** Says which surface takes drops; gives back what ends that. */
  readonly setSurface: (surface: DropSurface) => () => void
  /** Begins a drag; says whether there is anywhere to drop it. */
  readonly lift: (item: DragItem, by: 'pointer' | 'keys', point?: Point) => boolean
  /** Follows the pointer. */
  readonly moveTo: (point: Point) => void
  /** Moves the picture when the pointer is near its edge. */
  readonly autoPan: () => void
  /** Goes on through the targets in reading order. */
  readonly step: (to: 'next' | 'previous' | 'first' | 'last') => void
  readonly drop: () => void
  readonly cancel: () => void
}

const idle: DragState = {
  item: undefined,
  by: 'pointer',
  target: undefined,
  point: { x: 0, y: 0 },
  message: '',
}

/** Makes a drag that is not going on yet. */
export function createDrag(): Drag {
  let state = idle
  let surface: DropSurface | undefined
  let targets: readonly DropTarget[] = []
  const listeners = new Set<() => void>()
  const set = (change: Partial<DragState>): void => {
    state = { ...state, ...change }
    listeners.forEach((listener) => listener())
  }
  const finish = (message: string): void => {
    targets = []
    set({ item: undefined, target: undefined, message })
  }
  const aim = (target: DropTarget | undefined): void => {
    const { item } = state
    if (target === undefined || surface === undefined || item === undefined) return
    surface.reveal(target)
    set({ target, message: surface.describe(target.place, item) })
  }
  const indexOf = (place: DropPlace | undefined): number =>
    targets.findIndex((target) => place !== undefined && isSamePlace(target.place, place))

  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setSurface: (next) => {
      surface = next
      return () => {
        if (surface !== next) return
        surface = undefined
        if (state.item !== undefined) finish('')
      }
    },
    lift: (item, by, point = idle.point) => {
      if (state.item !== undefined || surface?.accepts(item) !== true) return false
      if (by === 'pointer') {
        set({ item, by, point, target: surface.targetAt(item, point), message: '' })
        return true
      }
      targets = surface.targets(item)
      const target = targets[indexOf(surface.home(item))] ?? targets[0]
      if (target === undefined) return false
      surface.reveal(target)
      const place = surface.describe(target.place, item)
      const message = `Lifted ${item.label}. ${place}. Arrow keys choose another place, Space drops, Escape cancels.`
      set({ item, by, point, target, message })
      return true
    },
    moveTo: (point) => {
      if (state.item === undefined) return
      set({ point, target: surface?.targetAt(state.item, point) })
    },
    autoPan: () => {
      const { item, point, by } = state
      if (item === undefined || by !== 'pointer' || surface?.autoPan(point) !== true) return
      set({ target: surface.targetAt(item, point) })
    },
    step: (to) => {
      if (state.item === undefined) return
      const last = targets.length - 1
      const now = indexOf(state.target?.place)
      const wanted = { next: now + 1, previous: now - 1, first: 0, last }[to]
      aim(targets[Math.max(0, Math.min(last, wanted))])
    },
    drop: () => {
      const { item, target } = state
      if (item === undefined) return
      if (target === undefined || surface === undefined) {
        surface?.missed?.(item, state.point)
        finish(`${item.label} was not dropped.`)
        return
      }
      const place = surface.describe(target.place, item)
      const wasMade = surface.drop(item, target.place)
      finish(wasMade ? `Dropped ${item.label}. ${place}.` : `${item.label} was not dropped.`)
    },
    cancel: () => {
      if (state.item !== undefined) finish(`Cancelled. ${state.item.label} is where it was.`)
    },
  }
}

/** Whether two places are the same. */
export function isSamePlace(a: DropPlace, b: DropPlace): boolean {
  if ('after' in a)
    return 'after' in b && a.after.join() === b.after.join() && a.before.join() === b.before.join()
  if ('after' in b) return false
  if ('newLane' in a) return 'newLane' in b && a.newLane === b.newLane
  return !('newLane' in b) && a.lane === b.lane && a.index === b.index
}
