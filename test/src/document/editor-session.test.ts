import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EditorSession, emptySelection, type Transaction } from '../../../src/document/index.ts'
import { planned, somePlan, someText } from './arbitraries.ts'

function insertion(at: number, insert: string): { from: number; to: number; insert: string } {
  return { from: at, to: at, insert }
}

it('dispatches, undoes and redoes, and knows whether it is saved', () => {
  const session = new EditorSession('ab')
  expect(session.isDirty).toBe(false)
  session.dispatch({ changes: [insertion(1, 'X')], userEvent: 'command.x' }, 1)
  expect([session.state.text, session.isDirty]).toEqual(['aXb', true])
  expect(session.undo(2)).toBe(true)
  expect([session.state.text, session.isDirty]).toEqual(['ab', false])
  expect(session.undo(3)).toBe(false)
  expect(session.redo(4)).toBe(true)
  session.markSaved(5)
  expect(session.isDirty).toBe(false)
  session.undo(6)
  expect(session.isDirty).toBe(true)
})

it('stays dirty when the text went on while it was being saved', () => {
  const session = new EditorSession('a')
  session.dispatch({ changes: [insertion(1, 'b')], userEvent: 'input.type' }, 0)
  const saving = session.state.text
  session.dispatch({ changes: [insertion(2, 'c')], userEvent: 'input.type' }, 1)
  session.markSaved(2, saving)
  expect(session.isDirty).toBe(true)
})

it('tells the listeners enough to follow the text', () => {
  const action = fc.oneof(
    somePlan,
    fc.constantFrom('undo' as const, 'redo' as const, 'begin' as const, 'commit' as const),
    fc.constantFrom('cancel' as const, 'open' as const, 'save' as const),
  )
  fc.assert(
    fc.property(someText, fc.array(action, { maxLength: 15 }), (text, actions) => {
      const session = new EditorSession(text)
      let mirror = text
      let state = session.state
      session.subscribe((transaction, next, previous) => {
        expect(previous).toBe(state)
        state = next
        mirror = transaction.changes.apply(mirror)
        expect(next.text).toBe(mirror)
      })
      actions.forEach((what, time) => {
        if (typeof what === 'object') {
          const changes = planned(what, session.state.text.length)
          session.dispatch({ changes, userEvent: 'command.x' }, time)
        } else if (what === 'begin') session.begin('command.moveStep', time)
        else if (what === 'open') session.replaceAll(`${text}: new`, time)
        else if (what === 'save') session.markSaved(time)
        else session[what](time)
        expect(mirror).toBe(session.state.text)
      })
      expect(state).toBe(session.state)
    }),
  )
})

it('lets a listener dispatch: the text is changed at once, everyone hears in order', () => {
  const session = new EditorSession('')
  const heard: string[][] = [[], []]
  session.subscribe(({ userEvent }, next) => {
    heard[0]?.push(`${userEvent} ${next.text}`)
    if (userEvent !== 'input.type') return
    const at = session.state.text.length
    session.dispatch({ changes: [insertion(at, '!')], userEvent: 'command.x' }, 0)
    expect(session.state.text).toHaveLength(at + 1)
  })
  session.subscribe(({ userEvent }, next) => heard[1]?.push(`${userEvent} ${next.text}`))
  session.dispatch({ changes: [insertion(0, 'a')], userEvent: 'input.type' }, 0)
  const expected = ['input.type a', 'command.x a!']
  expect(heard).toEqual([expected, expected])
})

it('tells the other listeners when one throws, and goes on working', () => {
  const session = new EditorSession('')
  let heard = 0
  const stop = session.subscribe(() => {
    throw new Error('broken pane')
  })
  session.subscribe(() => heard++)
  const dispatch = (): void =>
    session.dispatch({ changes: [insertion(0, 'a')], userEvent: 'input.type' }, 0)
  expect(dispatch).toThrow('broken pane')
  stop()
  dispatch()
  expect([heard, session.state.text]).toEqual([2, 'aa'])
})

it('does not call a listener that has gone, even in the middle of a notice', () => {
  const session = new EditorSession('')
  let heard = 0
  const stops = [session.subscribe(() => stops.at(1)?.()), session.subscribe(() => heard++)]
  session.dispatch({ changes: [insertion(0, 'a')], userEvent: 'input.type' }, 0)
  expect(heard).toBe(0)
})

it('makes a gesture one step, and Escape or undo takes it back', () => {
  const session = new EditorSession('ab')
  session.dispatch({ changes: [insertion(0, '1')], userEvent: 'command.x' }, 0)
  session.undo(0)
  for (const end of ['cancel', 'undo'] as const) {
    session.begin('command.moveStep', 0)
    session.dispatch({ changes: [insertion(1, 'x')], userEvent: 'drag' }, 0)
    expect(session.redo(0)).toBe(false)
    expect(session[end](0)).toBe(true)
    expect([session.state.text, session.history.canUndo]).toEqual(['ab', false])
    expect(session.history.redoLabel).toBe('command.x')
  }
  session.begin('command.moveStep', 0)
  for (const at of [0, 1]) session.dispatch({ changes: [insertion(at, 'x')], userEvent: 'drag' }, 0)
  session.commit(0)
  expect([session.history.undoLabel, session.history.canRedo]).toEqual(['command.moveStep', false])
  session.undo(0)
  expect(session.state.text).toBe('ab')
  expect(session.cancel(0)).toBe(false)
})

it('commits a gesture that was never ended when the next begins', () => {
  const session = new EditorSession('ab')
  session.begin('command.moveStep', 0)
  session.dispatch({ changes: [insertion(0, 'x')], userEvent: 'drag' }, 0)
  session.begin('command.resize', 1)
  session.cancel(2)
  expect([session.state.text, session.history.undoLabel]).toEqual(['xab', 'command.moveStep'])
})

it('opens another text with nothing to undo', () => {
  const session = new EditorSession('a: [1', { steps: 1, characters: 100 })
  session.dispatch({ changes: [insertion(0, ' ')], userEvent: 'input.paste' }, 0)
  session.begin('command.x', 0)
  const heard: Transaction[] = []
  session.subscribe((transaction) => heard.push(transaction))
  session.replaceAll('a: [1, 2]', 1)
  expect(heard.map((transaction) => transaction.userEvent)).toEqual(['open'])
  expect(session.state).toMatchObject({ text: 'a: [1, 2]', selection: emptySelection })
  expect([session.isDirty, session.history.canUndo, session.history.isMarked]).toEqual([
    false,
    false,
    false,
  ])
})

it('fills in the part of the selection that is missing', () => {
  const session = new EditorSession('abc')
  const steps = [{ document: 0, path: ['a'] }]
  session.dispatch({ userEvent: 'select', selection: { ranges: [{ from: 2, to: 2 }] } }, 0)
  session.dispatch(
    { changes: [insertion(0, '_')], userEvent: 'command.x', selection: { steps } },
    0,
  )
  expect(session.state.selection).toEqual({ steps, ranges: [{ from: 3, to: 3 }] })
})

it('does nothing for changes that do not fit, and tells nobody of nothing', () => {
  const session = new EditorSession('abc')
  const { state, history } = session
  let heard = 0
  session.subscribe(() => heard++)
  const dispatch = (): void =>
    session.dispatch({ changes: [insertion(9, 'x')], userEvent: 'command.x' }, 0)
  expect(dispatch).toThrow(RangeError)
  session.dispatch({ changes: [], userEvent: 'command.x' }, 0)
  session.commit(0)
  expect([session.state, session.history, heard]).toEqual([state, history, 0])
})
