import { Command, Monitor, Moon, Redo2, Sun, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDocument } from '../../store/index.ts'
import { Divider, IconButton, Menu } from '../../ui/index.ts'
import { actionOf, type Action, type ActionGroup } from '../actions/action.ts'
import type { Desk } from '../files/desk.ts'
import { PaneToggles } from '../PaneToggles.tsx'
import type { Workshop } from '../start/workshop.ts'
import type { ThemeControl } from '../theme.ts'
import type { Panes } from '../use-panes.ts'
import { useTheme } from '../use-theme.ts'
import { ActionMenu } from './ActionMenu.tsx'
import { FileName } from './FileName.tsx'
import { Mark } from './Mark.tsx'
import { editMenu, fileMenu, helpMenu, shortcutText, viewMenu } from './menu-entries.ts'
import styles from './Toolbar.module.css'

export interface ToolbarProps {
  readonly workshop: Workshop
  readonly desk: Desk
  readonly panes: Panes
  readonly theme: ThemeControl
  readonly groups: () => readonly ActionGroup[]
  readonly canvasActions: () => readonly Action[]
  readonly run: ReactNode
  /** Where the workflow is submitted, at the far end. */
  readonly submit?: ReactNode
}

const THEME_ICON = { system: <Monitor />, light: <Sun />, dark: <Moon /> } as const

export function Toolbar({
  workshop,
  desk,
  panes,
  theme,
  groups,
  canvasActions,
  run,
  submit,
}: ToolbarProps) {
  const { drafts, os } = workshop
  const { choice } = useTheme(theme)
  // The labels of undo and redo follow the history.
  useDocument((slice) => slice.undoLabel)
  useDocument((slice) => slice.redoLabel)
  const now = groups()
  const undo = actionOf(now, 'edit.undo')
  const redo = actionOf(now, 'edit.redo')
  const commands = actionOf(now, 'help.commands')
  const keysOf = (id: string) => shortcutText(actionOf(now, id), os)

  const theMenu = () => viewMenu(groups(), os, choice, theme.choose)
  return (
    <>
      <Mark />
      <div className={styles.menus}>
        <ActionMenu
          label="File"
          entries={() =>
            fileMenu(groups(), os, drafts.getSnapshot().previous, (draft) => {
              desk.recover(draft)
            })
          }
        />
        <ActionMenu label="Edit" entries={() => editMenu(groups(), canvasActions(), os)} />
        <ActionMenu label="View" entries={theMenu} />
        <ActionMenu label="Help" entries={() => helpMenu(groups(), os)} />
      </div>
      <Divider vertical />
      <div className={styles.group}>
        <IconButton
          icon={<Undo2 />}
          label={undo.label}
          shortcut={shortcutText(undo, os)}
          disabled={!undo.isEnabled()}
          onClick={undo.run}
        />
        <IconButton
          icon={<Redo2 />}
          label={redo.label}
          shortcut={shortcutText(redo, os)}
          disabled={!redo.isEnabled()}
          onClick={redo.run}
        />
      </div>
      <Divider vertical />
      <FileName onRename={desk.rename} />
      <div className={styles.space} />
      <IconButton
        icon={<Command />}
        label="All commands"
        shortcut={shortcutText(commands, os)}
        onClick={commands.run}
      />
      <Menu
        align="end"
        trigger={<IconButton icon={THEME_ICON[choice]} label={`Theme: ${choice}`} />}
        entries={viewMenu(now, os, choice, theme.choose).slice(-1)}
      />
      <PaneToggles
        panes={panes}
        shortcuts={{
          palette: keysOf('view.palette'),
          code: keysOf('view.code'),
          inspector: keysOf('view.inspector'),
        }}
      />
      <Divider vertical />
      {run}
      {submit !== undefined && <Divider vertical />}
      {submit}
    </>
  )
}
