import { describe, expect, test } from 'vitest'
import { newEntries } from '../../../app/authoring/index.ts'
import { canvasActions } from '../../../app/canvas/actions.ts'
import {
  add,
  copied,
  current,
  deleteLane,
  deleteSelected,
  duplicateSelected,
  finishRename,
  goInside,
  moveLane,
  moveSelected,
  paste,
  selectAll,
  selectPlaces,
  selectTo,
  togglePlace,
  walk,
} from '../../../app/canvas/edits.ts'
import { templateText, writeTemplate } from '../../../app/canvas/template-text.ts'
import type { Designer } from '../../../app/store/index.ts'
import { designerOf, lanesText, openDesigner, selectedText } from './open-designer.ts'

describe('selecting', () => {
  test('one, more, a range, all, none', () => {
    const designer = designerOf('a | b c | d')
    selectPlaces(designer, [{ lane: 0, step: 0 }])
    togglePlace(designer, { lane: 2, step: 0 })
    expect(selectedText(designer)).toBe('a d')
    togglePlace(designer, { lane: 0, step: 0 })
    expect(selectedText(designer)).toBe('d')
    selectTo(designer, { lane: 1, step: 0 })
    expect(selectedText(designer)).toBe('d c b')
    selectAll(designer)
    expect(selectedText(designer)).toBe('a b c d')
    selectPlaces(designer, [])
    expect(selectedText(designer)).toBe('')
  })

  test('arrows walk, and with Shift take along what they pass', () => {
    const designer = designerOf('a | b c | d')
    walk(designer, 'down', false)
    expect(selectedText(designer)).toBe('b')
    walk(designer, 'right', true)
    expect(selectedText(designer)).toBe('b c')
    walk(designer, 'left', true)
    expect(selectedText(designer)).toBe('b')
    walk(designer, 'last', false)
    walk(designer, 'down', false)
    expect(selectedText(designer)).toBe('d')
  })

  test('a step without selection around is where the keys begin', () => {
    const designer = designerOf('a | b')
    expect(current(designer)).toEqual({ lane: 0, step: 0 })
  })
})

describe('edits are one step of the history each', () => {
  const cases: readonly (readonly [string, (designer: Designer) => void, string])[] = [
    ['delete', deleteSelected, 'a | c | d'],
    ['duplicate', duplicateSelected, 'a | b b-2 c | d'],
    ['move left is not possible', (d) => moveSelected(d, 'left', false), 'a | b c | d'],
    ['move right', (d) => moveSelected(d, 'right', false), 'a | c b | d'],
    ['move up', (d) => moveSelected(d, 'up', false), 'b a | c | d'],
    ['move down', (d) => moveSelected(d, 'down', false), 'a | c | b d'],
    ['move out up', (d) => moveSelected(d, 'up', true), 'a | b | c | d'],
    ['move out down', (d) => moveSelected(d, 'down', true), 'a | c | b | d'],
    ['move a lane', (d) => void moveLane(d, 1, 0), 'b c | a | d'],
    ['delete a lane', (d) => deleteLane(d, 1), 'a | d'],
    ['copy and paste', (d) => paste(d, copied(d) ?? ''), 'a | b c | b-2 | d'],
    ['rename', (d) => void finishRename(d, { lane: 1, step: 0 }, 'x'), 'a | x c | d'],
    ['add', (d) => void add(d, { ...entryOf('new:suspend') }), 'a | b c | suspend | d'],
  ]

  test.each(cases)('%s', (_, act, lanes) => {
    const designer = designerOf('a | b c | d')
    selectPlaces(designer, [{ lane: 1, step: 0 }])
    const { text } = designer.session.state
    act(designer)
    expect(lanesText(designer)).toBe(lanes)
    if (lanes === 'a | b c | d') return
    designer.actions.undo()
    expect(designer.session.state.text).toBe(text)
  })

  test('the keys go on beside what was deleted, and nothing is selected', () => {
    const designer = designerOf('a | b c | d')
    selectPlaces(designer, [
      { lane: 1, step: 1 },
      { lane: 2, step: 0 },
    ])
    deleteSelected(designer)
    expect(lanesText(designer)).toBe('a | b')
    expect(selectedText(designer)).toBe('')
    expect(current(designer)).toEqual({ lane: 1, step: 0 })
  })

  test('steps that are alone in their lanes keep their order when they go into one lane in turn', () => {
    const designer = designerOf('a | b | c | d')
    for (let turn = 0; turn < 3; turn++) {
      selectPlaces(designer, [{ lane: 1, step: 0 }])
      moveSelected(designer, 'up', false)
    }
    expect(lanesText(designer)).toBe('a b c d')
  })

  test('several steps go together, and a whole lane of them comes last', () => {
    const designer = designerOf('a | b c | d')
    selectPlaces(designer, [
      { lane: 1, step: 0 },
      { lane: 1, step: 1 },
    ])
    moveSelected(designer, 'down', false)
    expect(lanesText(designer)).toBe('a | d b c')
    expect(selectedText(designer)).toBe('b c')
  })
})

test('a first step makes a workflow of an empty file', () => {
  const designer = openDesigner('')
  expect(add(designer, entryOf('new:python'))).toBe(true)
  expect(lanesText(designer)).toBe('script')
  expect(designer.scene().manifest).toMatchObject({ kind: 'Workflow' })
})

test('going inside the template that a step calls, whatever its type, and back', () => {
  const trail = (): string[] => designer.scene().trail.map(({ name }) => name)
  const designer = designerOf('a | b')
  add(designer, entryOf('new:steps'))
  goInside(designer, { lane: 0, step: 0 })
  expect(trail()).toEqual(['main', 'run'])
  designer.actions.leaveTo(0)
  goInside(designer, { lane: 2, step: 0 })
  expect(trail()).toEqual(['main', 'steps'])
})

test('the YAML of a template is edited in its card, and nothing else changes', () => {
  const designer = designerOf('a | b')
  const before = designer.session.state.text
  const index = designer.scene().manifest.spec.templates.findIndex(({ name }) => name === 'run')
  const source = templateText(designer.scene(), index)?.source ?? ''
  expect(source).toContain('name: run')
  expect(
    writeTemplate(designer, index, `${source}\nmetadata: {labels: {a: b}} # mine`),
  ).toBeUndefined()
  expect(designer.session.state.text).toContain('metadata: {labels: {a: b}} # mine')
  designer.actions.undo()
  expect(designer.session.state.text).toBe(before)
  expect(writeTemplate(designer, index, 'name: [')).toMatch(/^Line 2/)
})

describe('actions', () => {
  const enabled = (designer: Designer): string[] =>
    canvasActions(designer)
      .filter(({ isEnabled }) => isEnabled())
      .map(({ id }) => id)

  test('have ids of their own, and need what they act on', () => {
    const designer = designerOf('a | b c')
    const ids = canvasActions(designer).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(enabled(designer)).not.toContain('canvas.delete')
    selectPlaces(designer, [{ lane: 0, step: 0 }])
    expect(enabled(designer)).toEqual(
      expect.arrayContaining(['canvas.delete', 'canvas.duplicate', 'canvas.moveDown']),
    )
    expect(enabled(designer)).not.toContain('canvas.moveUp')
  })

  test('edit nothing while the text does not parse', () => {
    const designer = designerOf('a | b c')
    selectPlaces(designer, [{ lane: 0, step: 0 }])
    designer.session.dispatch(
      { changes: [{ from: 0, to: 0, insert: '{[' }], userEvent: 'input' },
      0,
    )
    expect(designer.scene().isStale).toBe(true)
    const edits = [
      'canvas.delete',
      'canvas.duplicate',
      'canvas.cut',
      'canvas.moveDown',
      'canvas.addStep',
    ]
    expect(enabled(designer).filter((id) => edits.includes(id))).toEqual([])
    const { text } = designer.session.state
    deleteSelected(designer)
    expect(designer.session.state.text).toBe(text)
  })
})

function entryOf(id: string) {
  const entry = newEntries.find((candidate) => candidate.id === id)
  if (entry === undefined) throw new Error(`no entry ${id}`)
  return entry
}
