import { problemBeside } from '../../store/index.ts'
import type { Workshop } from '../start/workshop.ts'
import { always, type Action } from './action.ts'

/** All about problems: the way from one to the next, and how they are looked for. */
export function problemActions(
  { designer, problems, announcer }: Workshop,
  openSettings: () => void,
): Action[] {
  const show = (by: 1 | -1): void => {
    const { list, errors, warnings } = problems.flush()
    const { session, view, actions } = designer
    const cursor = session.state.selection.ranges[0]
    const next = problemBeside(list, by, view.getState().problem, cursor)
    if (next === undefined) return actions.notify({ tone: 'success', text: 'No problems found.' })
    // Whoever types in the code stays there; on the canvas the card is shown, and the code goes along.
    const isInCode = document.activeElement?.closest('[data-region="code"]') instanceof Element
    actions.goToProblem(next, { focus: isInCode, explain: isInCode })
    const place = `${String(list.indexOf(next) + 1)} of ${String(list.length)}`
    const counts = errors + warnings === 0 ? '' : `, ${next.severity}`
    announcer.say(`Problem ${place}${counts}: ${next.message}`)
  }
  return [
    {
      id: 'problems.next',
      label: 'Next problem',
      shortcut: 'F8',
      everywhere: true,
      isEnabled: always,
      run: () => show(1),
    },
    {
      id: 'problems.previous',
      label: 'Previous problem',
      shortcut: 'Shift+F8',
      everywhere: true,
      isEnabled: always,
      run: () => show(-1),
    },
    {
      id: 'problems.settings',
      label: 'Problem settings…',
      hint: 'the version of Argo, and which rules hold',
      isEnabled: always,
      run: openSettings,
    },
  ]
}
