import { useCallback, useMemo, useState } from 'react'
import {
  defaultPanes,
  readPanes,
  type Dock,
  type PaneName,
  type PaneSizes,
  type PaneState,
} from './pane-state.ts'

export interface Panes extends PaneState {
  readonly show: (pane: PaneName, open: boolean) => void
  readonly toggle: (pane: PaneName) => void
  readonly setDock: (dock: Dock) => void
  readonly setSize: (size: keyof PaneSizes, pixels: number) => void
}

const KEY = 'stepwright.panes'

/** The panes of this window, remembered for the next one. Used once, above `Layout` and its toggles. */
export function usePanes(): Panes {
  const [state, setState] = useState(() =>
    readPanes(readStored(), defaultPanes(window.innerWidth, window.innerHeight)),
  )
  const update = useCallback((change: (state: PaneState) => PaneState) => {
    setState((before) => {
      const after = change(before)
      if (after !== before) store(after)
      return after
    })
  }, [])
  const actions = useMemo(
    () => ({
      show: (pane: PaneName, open: boolean) =>
        update((before) => (before[pane] === open ? before : { ...before, [pane]: open })),
      toggle: (pane: PaneName) => update((before) => ({ ...before, [pane]: !before[pane] })),
      setDock: (dock: Dock) =>
        update((before) => (before.dock === dock ? before : { ...before, dock })),
      setSize: (size: keyof PaneSizes, pixels: number) =>
        update((before) => ({ ...before, sizes: { ...before.sizes, [size]: Math.round(pixels) } })),
    }),
    [update],
  )
  return useMemo(() => ({ ...state, ...actions }), [state, actions])
}

function readStored(): string | null {
  try {
    return window.localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function store(state: PaneState): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(state))
  } catch {
    // Sizes that cannot be remembered are still in force.
  }
}
