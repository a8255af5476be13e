import type { RefactorCommandId } from '../../src/edit/index.ts'
import type { DropPlace, Point, Rect } from '../../src/layout/index.ts'
import type { Designer } from '../store/index.ts'

/** What the mounted canvas can do for those who do not know it. Rectangles are in coordinates of the layout. */
export interface CanvasView {
  readonly fit: () => void
  readonly zoomBy: (factor: number) => void
  readonly zoomToFullSize: () => void
  /** Moves the picture as little as it takes to show a rectangle. */
  readonly reveal: (rect: Rect) => void
  /** Moves the picture at once, by a distance of the layout. */
  readonly shift: (by: Point) => void
  /** A point of the layout as a point of the window. */
  readonly toWindow: (point: Point) => Point
  /** The middle of what is in sight, as a point of the window. */
  readonly middle: () => Point
  /** Brings the keys to the inspector. */
  readonly inspect: () => void
}

/** A menu of things to add, where it opens and where the chosen one goes. */
export interface AddRequest {
  readonly to: DropPlace
  readonly at: Point
}

/** An edge that is being drawn, from a card by its index. */
export interface Connecting {
  readonly from: number
  /** Whether the other end comes after that card, or before it. */
  readonly end: 'after' | 'before'
  /** The edge whose other end is being moved, by what it joins. */
  readonly moved: { readonly from: number; readonly to: number } | undefined
  readonly by: 'pointer' | 'keys'
  /** Where the pointer is, in the layout. */
  readonly point: Point
  /** Index of the card that it would join. */
  readonly target: number | undefined
  /** Why it cannot join that one. */
  readonly refusal: string | undefined
  /** Whether the two are joined already, so that the keys part them. */
  readonly isJoined: boolean
}

export interface CanvasUiState {
  /** Id of the card that has, or last had, the focus. */
  readonly cursor: string | undefined
  /** Id of the card whose name is being edited. */
  readonly renaming: string | undefined
  readonly adding: AddRequest | undefined
  /** The refactoring that asks something. */
  readonly refactoring: RefactorCommandId | undefined
  /** Id of the edge of a graph that is selected. */
  readonly edge: string | undefined
  readonly connecting: Connecting | undefined
  /** Whether the current card is to get the focus once it is drawn. */
  readonly wantsFocus: boolean
}

/** What goes on at the canvas of one designer, and is neither in the file nor of interest to other panes. */
export interface CanvasUi {
  readonly getSnapshot: () => CanvasUiState
  readonly subscribe: (listener: () => void) => () => void
  readonly set: (change: Partial<CanvasUiState>) => void
  readonly view: () => CanvasView | undefined
  /** Says which canvas is mounted; gives back what ends that. */
  readonly setView: (view: CanvasView) => () => void
}

const uis = new WeakMap<Designer, CanvasUi>()

/** The canvas of a designer; always the same object. */
export function canvasUi(designer: Designer): CanvasUi {
  const known = uis.get(designer)
  if (known !== undefined) return known
  const made = create()
  uis.set(designer, made)
  return made
}

function create(): CanvasUi {
  let state: CanvasUiState = {
    cursor: undefined,
    renaming: undefined,
    adding: undefined,
    refactoring: undefined,
    edge: undefined,
    connecting: undefined,
    wantsFocus: false,
  }
  let view: CanvasView | undefined
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (change) => {
      state = { ...state, ...change }
      listeners.forEach((listener) => listener())
    },
    view: () => view,
    setView: (next) => {
      view = next
      return () => {
        if (view === next) view = undefined
      }
    },
  }
}
