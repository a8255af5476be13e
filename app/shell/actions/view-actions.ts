import type { Designer } from '../../store/index.ts'
import type { ThemeChoice, ThemeControl } from '../theme.ts'
import type { Panes } from '../use-panes.ts'
import { always, type Action } from './action.ts'

const THEMES: readonly (readonly [ThemeChoice, string])[] = [
  ['system', 'Theme: as the system'],
  ['light', 'Theme: light'],
  ['dark', 'Theme: dark'],
]

/** What is shown, and how. */
export function viewActions(
  panes: Panes,
  theme: ThemeControl,
  { view, actions }: Pick<Designer, 'view' | 'actions'>,
): Action[] {
  const hasProblems = panes.problems && view.getState().bottomTab === 'problems'
  const pane = (name: 'palette' | 'code' | 'inspector' | 'problems', shortcut: string): Action => ({
    id: `view.${name}`,
    label: `${panes[name] ? 'Hide' : 'Show'} ${name}`,
    shortcut,
    isEnabled: always,
    run: () => panes.toggle(name),
  })
  return [
    pane('palette', 'Mod+B'),
    pane('code', 'Mod+J'),
    pane('inspector', 'Mod+I'),
    {
      ...pane('problems', 'Mod+Shift+M'),
      // The pane may be open with the references in it: then the problems take their place.
      label: `${hasProblems ? 'Hide' : 'Show'} problems`,
      everywhere: true,
      run: () => {
        if (hasProblems) panes.show('problems', false)
        else actions.openBottom('problems')
      },
    },
    {
      id: 'view.dock',
      label: panes.dock === 'below' ? 'Move code to the right' : 'Move code below',
      isEnabled: () => panes.code,
      run: () => panes.setDock(panes.dock === 'below' ? 'right' : 'below'),
    },
    ...THEMES.map(([choice, label]) => ({
      id: `view.theme.${choice}`,
      label,
      isEnabled: () => theme.getSnapshot().choice !== choice,
      run: () => theme.choose(choice),
    })),
  ]
}
