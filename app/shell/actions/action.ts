/** Something that can be done, wherever it is offered: menus, buttons, the list of commands, keys. */
export interface Action {
  readonly id: string
  readonly label: string
  /** As `parseShortcut` of platform reads it. */
  readonly shortcut?: string | undefined
  /** Other keys that do the same, and are shown nowhere but in the list of keys. */
  readonly otherShortcuts?: readonly string[] | undefined
  /** Keys that reach it by another way, such as the browser's own for the clipboard: shown, and never listened to. */
  readonly shownShortcut?: string | undefined
  /** Keys act even while a text is typed, the code editor's included. */
  readonly everywhere?: boolean | undefined
  /** Of those: a field of a form has the key first, and what it does not take comes here. */
  readonly yieldsToFields?: boolean | undefined
  /** What it is about, in a few more words. */
  readonly hint?: string | undefined
  readonly isEnabled: () => boolean
  readonly run: () => void
}

/** Actions under the heading that menus and lists give them. */
export interface ActionGroup {
  readonly name: string
  readonly actions: readonly Action[]
}

/** The action of an id. Throws if there is none, which is a bug. */
export function actionOf(groups: readonly ActionGroup[], id: string): Action {
  for (const { actions } of groups) {
    const found = actions.find((action) => action.id === id)
    if (found) return found
  }
  throw new Error(`no action ${id}`)
}

/** Always enabled: what most actions of menus are. */
export const always = (): boolean => true
