export { addEntries, newEntries, type AddEntry } from './add-entries.ts'
export { addStep, afterSelection, templateKey } from './add-step.ts'
export { execute } from './commands.ts'
export {
  createDrag,
  isSamePlace,
  type Drag,
  type DragItem,
  type DragState,
  type DropSurface,
} from './drag.ts'
export { DragContext, useDrag, useDragState } from './drag-context.ts'
export { DragProvider } from './DragProvider.tsx'
export { Glyph } from './Glyph.tsx'
export { KindIcon } from './KindIcon.tsx'
export { phaseTone, phaseWords } from './phase-words.ts'
export { PhaseIcon } from './PhaseIcon.tsx'
export { liftByKeys, press, swallowClick } from './press.ts'
export { switchKind } from './switch-kind.ts'
