export { createDesigner, type Designer, type DesignerActions, type Planner } from './designer.ts'
export type { DocumentSlice, OpenFile } from './document-slice.ts'
export {
  DesignerContext,
  useActions,
  useDesigner,
  useDocument,
  useScene,
  useView,
} from './hooks.ts'
export type { Crumb, Scene } from './scene.ts'
export type { Notice, ScriptDraft, ViewState } from './view-state.ts'
