import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Designer, DesignerActions } from './designer.ts'
import type { DocumentSlice } from './document-slice.ts'
import { sceneOf, type Scene } from './scene.ts'
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
  const { workspace, document } = useDesigner()
  const state = useStore(workspace.store)
  const slice = useStore(document)
  return useMemo(() => entriesOf(state, slice), [state, slice])
}

/** The document as the canvas shows it. */
export function useScene(): Scene {
  const designer = useDesigner()
  const slice = useStore(designer.document)
  const view = useStore(designer.view)
  const files = useStore(designer.workspace.store)
  return useMemo(() => sceneOf(slice, view, files), [slice, view, files])
}
