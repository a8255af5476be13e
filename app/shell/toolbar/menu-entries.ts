import { formatShortcut, type Draft, type Os } from '../../platform/index.ts'
import type { MenuAction, MenuEntry } from '../../ui/index.ts'
import { actionOf, type Action, type ActionGroup } from '../actions/action.ts'
import { shortcutOf } from '../actions/match-action.ts'
import { EXAMPLES } from '../files/examples.ts'
import { shortened } from '../files/file-names.ts'
import { clockTime } from '../start/clock-time.ts'
import type { ThemeChoice } from '../theme.ts'

/** The keys of an action in the user's notation. */
export function shortcutText(action: Action, os: Os): string | undefined {
  const shown = action.shortcut ?? action.shownShortcut
  return shown === undefined ? undefined : formatShortcut(shortcutOf(shown), os)
}

/** An action as a line of a menu. */
export function menuEntry(action: Action, os: Os, label = action.label): MenuAction {
  return {
    type: 'action',
    label,
    shortcut: shortcutText(action, os),
    hint: action.hint,
    disabled: !action.isEnabled(),
    onSelect: action.run,
  }
}

const LINE: MenuEntry = { type: 'separator' }

export function fileMenu(
  groups: readonly ActionGroup[],
  os: Os,
  previous: readonly Draft[],
  recover: (draft: Draft) => void,
): readonly MenuEntry[] {
  const entry = (id: string, label?: string) => menuEntry(actionOf(groups, id), os, label)
  const discard = actionOf(groups, 'file.discard-recovered')
  return [
    entry('file.new'),
    entry('file.open'),
    {
      type: 'submenu',
      label: 'Open example',
      entries: EXAMPLES.map(({ name, label }) => entry(`file.example.${name}`, label)),
    },
    {
      type: 'submenu',
      label: 'Recover previous',
      disabled: previous.length === 0,
      entries: previous.slice(0, 10).map((draft) => ({
        type: 'action',
        label: shortened(draft.fileName),
        hint: `Unsaved work from ${clockTime(draft.time, Date.now())}`,
        onSelect: () => recover(draft),
      })),
    },
    LINE,
    entry('file.save'),
    entry('file.save-as'),
    entry('file.revert'),
    entry('file.close'),
    ...(discard.isEnabled() ? [menuEntry(discard, os)] : []),
    LINE,
    {
      type: 'submenu',
      label: 'Export',
      entries: [
        entry('file.download-yaml'),
        entry('file.download-json'),
        LINE,
        entry('file.copy-yaml'),
        entry('file.copy-json'),
      ],
    },
  ]
}

export function editMenu(
  groups: readonly ActionGroup[],
  canvas: readonly Action[],
  os: Os,
): readonly MenuEntry[] {
  return [
    menuEntry(actionOf(groups, 'edit.undo'), os),
    menuEntry(actionOf(groups, 'edit.redo'), os),
    ...(canvas.length > 0 ? [LINE] : []),
    ...canvas.map((action) => menuEntry(action, os)),
  ]
}

export function viewMenu(
  groups: readonly ActionGroup[],
  os: Os,
  theme: ThemeChoice,
  chooseTheme: (choice: ThemeChoice) => void,
): readonly MenuEntry[] {
  const entry = (id: string) => menuEntry(actionOf(groups, id), os)
  return [
    entry('view.palette'),
    entry('view.code'),
    entry('view.inspector'),
    entry('view.problems'),
    LINE,
    entry('view.dock'),
    LINE,
    { type: 'heading', label: 'Theme' },
    {
      type: 'choice',
      value: theme,
      options: [
        { value: 'system', label: 'As the system' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ],
      onChange: (value) => {
        if (value === 'system' || value === 'light' || value === 'dark') chooseTheme(value)
      },
    },
  ]
}

export function helpMenu(groups: readonly ActionGroup[], os: Os): readonly MenuEntry[] {
  return [
    menuEntry(actionOf(groups, 'help.commands'), os),
    menuEntry(actionOf(groups, 'help.shortcuts'), os),
  ]
}
