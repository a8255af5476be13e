import type { Designer } from '../../store/index.ts'
import type { Action } from './action.ts'
import { eventWords } from './event-words.ts'

/** Undo and redo over all panes. The code editor has the same keys and hands them to the same history. */
export function historyActions(designer: Designer): Action[] {
  const { history } = designer.session
  return [
    {
      id: 'edit.undo',
      label: labelled('Undo', history.undoLabel),
      shortcut: 'Mod+Z',
      isEnabled: () => designer.session.history.canUndo,
      run: () => designer.actions.undo(),
    },
    {
      id: 'edit.redo',
      label: labelled('Redo', history.redoLabel),
      shortcut: 'Mod+Shift+Z',
      otherShortcuts: ['Mod+Y'],
      isEnabled: () => designer.session.history.canRedo,
      run: () => designer.actions.redo(),
    },
  ]
}

function labelled(verb: string, userEvent: string | undefined): string {
  return userEvent === undefined ? verb : `${verb} ${eventWords(userEvent)}`
}
