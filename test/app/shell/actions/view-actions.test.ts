import { expect, test } from 'vitest'
import { viewActions } from '../../../../app/shell/actions/view-actions.ts'
import { openDesigner } from '../../canvas/open-designer.ts'
import { defaultPanes } from '../../../../app/shell/pane-state.ts'
import type { Panes } from '../../../../app/shell/use-panes.ts'

const theme = {
  subscribe: () => () => undefined,
  getSnapshot: () => ({ choice: 'system', theme: 'light' }) as const,
  choose: () => undefined,
}

function problemsWith(open: boolean, tab: 'problems' | 'references') {
  const designer = openDesigner('a: 1\n')
  designer.actions.setView({ bottomTab: tab })
  const shown: boolean[] = []
  const panes: Panes = {
    ...defaultPanes(1440, 900),
    problems: open,
    show: (_, isOpen) => shown.push(isOpen),
    toggle: () => undefined,
    setDock: () => undefined,
    setSize: () => undefined,
  }
  const action = viewActions(panes, theme, designer).find(({ id }) => id === 'view.problems')
  if (action === undefined) throw new Error('no such action')
  return { designer, action, shown }
}

test('showing the problems shows their tab, whether the pane is open or not', () => {
  for (const open of [true, false]) {
    const { designer, action, shown } = problemsWith(open, 'references')
    expect(action.label).toBe('Show problems')
    action.run()
    expect(designer.view.getState()).toMatchObject({ bottomTab: 'problems', bottomCalls: 1 })
    expect(shown).toEqual([])
  }
})

test('problems that are shown are hidden', () => {
  const { designer, action, shown } = problemsWith(true, 'problems')
  expect(action.label).toBe('Hide problems')
  action.run()
  expect(shown).toEqual([false])
  expect(designer.view.getState().bottomCalls).toBe(0)
})
