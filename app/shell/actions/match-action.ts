import {
  matchesShortcut,
  parseShortcut,
  type KeyPress,
  type KeyTarget,
  type Os,
  type Shortcut,
} from '../../platform/index.ts'
import type { Action, ActionGroup } from './action.ts'

/** Where a key was pressed. */
export interface KeyPlace {
  readonly target: KeyTarget
  /** Whether the canvas has the keys: the focus is in it, or nowhere. */
  readonly onCanvas: boolean
}

const parsed = new Map<string, Shortcut>()

/** Reads a shortcut of the table; throws if it is misspelt, which is a bug. */
export function shortcutOf(notation: string): Shortcut {
  const known = parsed.get(notation)
  if (known) return known
  const result = parseShortcut(notation)
  if (!result.ok) throw new Error(result.error)
  parsed.set(notation, result.value)
  return result.value
}

/** The shortcuts of an action, the one that menus show first. */
export function shortcutsOf(action: Action): readonly string[] {
  const { shortcut, otherShortcuts = [] } = action
  return shortcut === undefined ? otherShortcuts : [shortcut, ...otherShortcuts]
}

/**
 * The action that a key press means at a place, enabled or not. In texts only those that act everywhere; single
 * keys only on the canvas, since elsewhere they belong to the control that has the focus (but `?` asks nobody, nor do
 * the function keys of what acts everywhere).
 */
export function matchAction(
  groups: readonly ActionGroup[],
  press: KeyPress,
  place: KeyPlace,
  os: Os,
): Action | undefined {
  for (const { actions } of groups) {
    for (const action of actions) {
      if (place.target !== 'other' && action.everywhere !== true) continue
      const hit = shortcutsOf(action).some((notation) => {
        const shortcut = shortcutOf(notation)
        const single = !shortcut.mod && !shortcut.ctrl && !shortcut.alt
        const isOurs = action.everywhere === true && /^F\d+$/i.test(shortcut.key)
        if (single && !isOurs && !place.onCanvas && shortcut.key !== '?') return false
        return matchesShortcut(shortcut, press, os)
      })
      if (hit) return action
    }
  }
  return undefined
}
