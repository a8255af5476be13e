import { createContext, useContext, useMemo, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Shown, ShownSource } from './calm.ts'
import type { Designer, DesignerActions } from './designer.ts'
import type { DocumentSlice } from './document-slice.ts'
import type { Scene } from './scene.ts'
import { entriesOf, type FileEntry } from './workspace.ts'
import type { ViewState } from './view-state.ts'

/** Holds the designer for the tree of components below it. */
export const DesignerContext = createContext<Designer | undefined>(undefined)

/** The designer. Throws outside of its context, which is a bug. */
export function useDesigner(): Designer {
  const designer = useContext(DesignerContext)
  if (designer === undefined) throw new Error('no designer around this component')
  return designer
}

/** The designer's actions; always the same object. */
export function useActions(): DesignerActions {
  return useDesigner().actions
}

/** A part of what is known of the open file. The selector must give the same object for the same slice. */
export function useDocument<T>(selector: (slice: DocumentSlice) => T): T {
  return useStore(useDesigner().document, selector)
}

/** A part of what is shown. */
export function useView<T>(selector: (view: ViewState) => T): T {
  return useStore(useDesigner().view, selector)
}

/** The open files, in their order. */
export function useFiles(): readonly FileEntry[] {
  const state = useStore(useDesigner().workspace.store)
  const { slice } = useShown()
  return useMemo(() => entriesOf(state, slice), [state, slice])
}

/** The document as the canvas shows it; in panes that are calm, as it was before somebody began to type. */
export function useScene(): Scene {
  return useShown().scene
}

/** A part of the scene. For as long as `isSame` finds it the same, it is the same object, and nothing is drawn again. */
export function useSceneOf<T>(
  select: (scene: Scene) => T,
  isSame: (a: T, b: T) => boolean = Object.is,
): T {
  const { subscribe, get } = useSource()
  const [keep] = useState(() => keeper<T>())
  return useSyncExternalStore(subscribe, () => keep(select(get().scene), isSame))
}

/** Gives back what it was given before when that is the same. */
function keeper<T>(): (next: T, isSame: (a: T, b: T) => boolean) => T {
  let last: { readonly value: T } | undefined
  return (next, isSame) => {
    if (last === undefined || !isSame(last.value, next)) last = { value: next }
    return last.value
  }
}

/** Whether two flat objects, or lists, have the same parts. */
export function isFlatSame<T extends object>(a: T, b: T): boolean {
  const old = new Map<string, unknown>(Object.entries(a))
  const entries = Object.entries(b)
  return (
    entries.length === old.size && entries.every(([key, part]) => Object.is(old.get(key), part))
  )
}

/** Whether what is below keeps what it shows while somebody types into the code. */
export const CalmContext = createContext(false)

function useShown(): Shown {
  const { subscribe, get } = useSource()
  return useSyncExternalStore(subscribe, get)
}

function useSource(): ShownSource {
  const { calm, live } = useDesigner()
  return useContext(CalmContext) ? calm : live
}
