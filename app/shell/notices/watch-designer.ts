import { eventWords } from '../actions/event-words.ts'
import type { Designer } from '../../store/index.ts'
import type { Toaster } from '../../ui/index.ts'
import type { Announcer } from './announcer.ts'

/** Shows the designer's notices as toasts, and says what changes out of sight. Gives back what ends that. */
export function watchDesigner(
  designer: Designer,
  toaster: Toaster,
  announcer: Announcer,
): () => void {
  const stopNotices = designer.view.subscribe((view, before) => {
    const { notice } = view
    if (notice && notice !== before.notice) {
      toaster.show({
        ...notice,
        key: `notice:${notice.text}`,
        // What was refused is told once; only what is broken waits to be dismissed.
        sticky: notice.tone === 'danger',
      })
    }
  })
  let wasBroken = isBroken(designer.session.state.tree)
  const stopDocument = designer.document.subscribe((slice, before) => {
    if (slice.state === before.state || slice.state.tree.isProvisional === true) return
    const isNow = isBroken(slice.state.tree)
    if (isNow === wasBroken) return
    wasBroken = isNow
    announcer.say(isNow ? 'The YAML does not parse; the canvas waits.' : 'The YAML parses again.')
  })
  const stopSession = designer.session.subscribe(({ userEvent }) => {
    const { history } = designer.session
    if (userEvent === 'undo') announcer.say(`Undid ${eventWords(history.redoLabel ?? '')}.`)
    if (userEvent === 'redo') announcer.say(`Redid ${eventWords(history.undoLabel ?? '')}.`)
    if (userEvent === 'open' || userEvent === 'open.resume')
      announcer.say(`Opened ${designer.document.getState().file.name}.`)
  })
  return () => {
    stopNotices()
    stopDocument()
    stopSession()
  }
}

function isBroken({ problems }: Designer['session']['state']['tree']): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
