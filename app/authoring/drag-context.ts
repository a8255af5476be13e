import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Drag, DragState } from './drag.ts'

export const DragContext = createContext<Drag | undefined>(undefined)

/** The drag of the designer around. Throws outside of a `DragProvider`, which is a bug. */
export function useDrag(): Drag {
  const drag = useContext(DragContext)
  if (drag === undefined) throw new Error('no DragProvider around this component')
  return drag
}

/** A part of what is going on; the selector gives a plain value, or the same object for the same state. */
export function useDragState<T>(selector: (state: DragState) => T): T {
  const drag = useDrag()
  return useSyncExternalStore(drag.subscribe, () => selector(drag.getSnapshot()))
}
