import type { Direction } from '../../src/layout/index.ts'
import {
  keyTargetOf,
  matchesShortcut,
  osOf,
  parseShortcut,
  type KeyPress,
} from '../platform/index.ts'
import type { Designer } from '../store/index.ts'
import { canvasActions, type CanvasAction } from './actions.ts'
import { canvasUi } from './canvas-ui.ts'
import { selectedPlaces } from './cards.ts'
import { selectPlaces, walk } from './edits.ts'
import { goIntoFrame } from './unfold/nested-edits.ts'

const WALKS: Readonly<Partial<Record<string, Direction | 'first' | 'last'>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/**
 * Does what a key means while the focus is on a card; says whether it means anything. Tab is never taken, so the keys can always leave
 * the canvas.
 */
export function handleKey(
  designer: Designer,
  event: KeyPress & { readonly target: EventTarget | null },
): boolean {
  const element = event.target instanceof HTMLElement ? event.target : null
  if (event.isComposing || keyTargetOf(element) !== 'other') return false
  const direction = WALKS[event.key]
  if (direction === 'down' && !event.altKey && !event.shiftKey && goIntoFrame(designer)) return true
  if (direction !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
    walk(designer, direction, event.shiftKey)
    return true
  }
  const hasEdge = canvasUi(designer).getSnapshot().edge !== undefined
  if (event.key === 'Escape' && (hasEdge || selectedPlaces(designer.scene()).length > 0)) {
    selectPlaces(designer, [])
    return true
  }
  const action = actionOf(designer, event)
  if (action === undefined) return false
  const reason = action.isEnabled() ? undefined : action.whyNot?.()
  if (action.isEnabled()) action.run()
  else if (reason !== undefined) designer.actions.notify({ tone: 'warning', text: reason })
  return true
}

/** The action of the canvas that a key press means. */
export function actionOf(designer: Designer, event: KeyPress): CanvasAction | undefined {
  const os = osOf(navigator)
  return canvasActions(designer).find(({ shortcut, otherShortcuts = [] }) =>
    [...(shortcut === undefined ? [] : [shortcut]), ...otherShortcuts].some((notation) => {
      const parsed = parseShortcut(notation)
      return parsed.ok && matchesShortcut(parsed.value, event, os)
    }),
  )
}
