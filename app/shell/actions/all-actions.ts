import type { Runs } from '../../store/index.ts'
import type { Desk } from '../files/desk.ts'
import type { Workshop } from '../start/workshop.ts'
import type { ThemeControl } from '../theme.ts'
import type { Panes } from '../use-panes.ts'
import { always, type Action, type ActionGroup } from './action.ts'
import { historyActions } from './edit-actions.ts'
import { fileActions } from './file-actions.ts'
import { problemActions } from './problem-actions.ts'
import { runActions } from './run-actions.ts'
import { viewActions } from './view-actions.ts'

export interface ActionParts {
  readonly workshop: Workshop
  readonly desk: Desk
  readonly panes: Panes
  readonly theme: ThemeControl
  /** Those that the canvas brings. */
  readonly canvas: readonly Action[]
  readonly runs: Runs
  /** Those about the Argo Server. */
  readonly cluster: readonly Action[]
  readonly openPalette: () => void
  readonly openSheet: () => void
  readonly openProblemSettings: () => void
}

/** The one table of all actions, as of now. */
export function allActions(parts: ActionParts): readonly ActionGroup[] {
  const { workshop, desk, panes, theme, canvas, runs, cluster, openPalette, openSheet } = parts
  const { openProblemSettings } = parts
  const { designer, drafts } = workshop
  return [
    { name: 'File', actions: fileActions(desk, designer, drafts) },
    { name: 'Edit', actions: historyActions(designer) },
    { name: 'Canvas', actions: canvas },
    { name: 'Run', actions: runActions(runs) },
    { name: 'Argo', actions: cluster },
    { name: 'Problems', actions: problemActions(workshop, openProblemSettings) },
    { name: 'View', actions: viewActions(panes, theme, designer) },
    {
      name: 'Help',
      actions: [
        {
          id: 'help.commands',
          label: 'All commands…',
          shortcut: 'Mod+K',
          otherShortcuts: ['Mod+Shift+P'],
          everywhere: true,
          isEnabled: always,
          run: openPalette,
        },
        {
          id: 'help.shortcuts',
          label: 'Keyboard shortcuts',
          shortcut: '?',
          isEnabled: always,
          run: openSheet,
        },
      ],
    },
  ]
}
