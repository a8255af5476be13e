import { keysToDepth } from '../../../src/graph/index.ts'
import { drawnKey, type Designer } from '../../store/index.ts'
import { canvasUi } from '../canvas-ui.ts'
import { rectOfKey } from './nested-edits.ts'

/** Unfolds a card, or folds it again. Its corner stays where it is on the screen. */
export function toggleUnfolded(designer: Designer, key: string): void {
  const open = new Set(openKeys(designer))
  if (!open.delete(key)) open.add(key)
  setOpen(designer, open, key)
}

/** Unfolds all steps down to a depth; 0 folds all. The card of a key stays where it is on the screen. */
export function unfoldToDepth(designer: Designer, depth: number, key?: string): void {
  const { manifest, address } = designer.scene()
  if (address === undefined) return
  const keys = depth === 0 ? [] : keysToDepth(manifest, address, depth)
  setOpen(designer, new Set(keys), key)
}

/** The keys of the unfolded cards of the drawn template. */
export function openKeys(designer: Designer): ReadonlySet<string> {
  const { manifest, address } = designer.scene()
  return designer.view.getState().unfolded.get(drawnKey(manifest, address)) ?? none
}

const none: ReadonlySet<string> = new Set()

function setOpen(designer: Designer, open: ReadonlySet<string>, key: string | undefined): void {
  const { manifest, address } = designer.scene()
  const before = key === undefined ? undefined : rectOfKey(designer.scene(), key)
  const unfolded = new Map(designer.view.getState().unfolded)
  if (open.size === 0) unfolded.delete(drawnKey(manifest, address))
  else unfolded.set(drawnKey(manifest, address), open)
  designer.actions.setView({ unfolded })
  const after = key === undefined ? undefined : rectOfKey(designer.scene(), key)
  if (before && after)
    canvasUi(designer)
      .view()
      ?.shift({ x: before.x - after.x, y: before.y - after.y })
}
