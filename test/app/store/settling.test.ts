import { expect, test } from 'vitest'
import type { Later } from '../../../app/store/calm.ts'
import { settleInPauses } from '../../../app/store/settling.ts'
import { createDesigner } from '../../../app/store/index.ts'
import { EditorSession } from '../../../src/document/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { stepsManifest } from '../../support/generate.ts'

const text = stepsManifest(400)
const at = text.indexOf('template: ')
const broken = { changes: [{ from: at, to: at, insert: 'when\n' }], userEvent: 'input.type' }

test('a long text that does not parse is read in the first pause, once', () => {
  const session = new EditorSession(text)
  expect(session.state.tree.problems).toEqual([])
  const waiting = new Set<() => void>()
  const later: Later = (action) => {
    waiting.add(action)
    return () => waiting.delete(action)
  }
  settleInPauses(session, () => 0, later)
  session.dispatch({ ...broken, isHasty: true }, 0)
  session.dispatch({ ...broken, isHasty: true }, 0)
  expect(session.state.tree.isProvisional).toBe(true)
  expect(waiting.size).toBe(1)
  const heard: string[] = []
  session.subscribe(({ userEvent }) => heard.push(userEvent))
  for (const action of waiting) action()
  expect(heard).toEqual(['settle'])
  expect(session.state.tree).toEqual(parseTree(session.state.text))
  session.undo(0)
  session.undo(0)
  expect(session.state.text).toBe(text)
})

test('what is known of the syntax stays until the text is read, and commands wait for nothing', () => {
  const designer = createDesigner({ name: 'a.yaml' }, text, () => 0)
  designer.actions.edit({ ...broken, isHasty: true })
  expect(designer.scene().isStale).toBe(true)
  expect(designer.document.getState().syntax).toEqual([])
  const refused = designer.actions.execute('command', () => ({
    ok: true,
    value: { changes: [] },
  }))
  expect(refused.ok).toBe(false)
  const { syntax, state } = designer.document.getState()
  expect(syntax).toEqual(parseTree(state.text).problems)
  designer.actions.undo()
  expect(designer.scene().isStale).toBe(false)
  expect(designer.document.getState().syntax).toEqual([])
})

test('a session that is put aside is read first', () => {
  const session = new EditorSession(text)
  expect(session.state.tree.problems).toEqual([])
  session.dispatch({ ...broken, isHasty: true }, 0)
  expect(session.park(0).state.tree.isProvisional).toBeUndefined()
})
