import type { ReactNode } from 'react'

/** A line of a menu, as data: menus of buttons and context menus show the same. */
export type MenuEntry =
  | MenuAction
  | MenuCheck
  | MenuChoice
  | MenuSubmenu
  | { readonly type: 'separator' }
  | { readonly type: 'heading'; readonly label: string }

interface MenuLine {
  readonly label: string
  readonly icon?: ReactNode
  /** As text in the user's notation. */
  readonly shortcut?: string | undefined
  readonly disabled?: boolean
  /** A second line: what it does, or why it is disabled. */
  readonly hint?: string | undefined
}

export interface MenuAction extends MenuLine {
  readonly type: 'action'
  readonly danger?: boolean
  readonly onSelect: () => void
}

export interface MenuCheck extends MenuLine {
  readonly type: 'check'
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export interface MenuChoice {
  readonly type: 'choice'
  readonly value: string
  readonly options: readonly (MenuLine & { readonly value: string })[]
  readonly onChange: (value: string) => void
}

export interface MenuSubmenu extends MenuLine {
  readonly type: 'submenu'
  readonly entries: readonly MenuEntry[]
}
