import { describe, expect, test } from 'vitest'
import {
  createDrag,
  newEntries,
  type Drag,
  type DragItem,
  type DropSurface,
} from '../../../app/authoring/index.ts'
import { dropSurface } from '../../../app/canvas/surface.ts'
import type { Designer } from '../../../app/store/index.ts'
import { designerOf, lanesText, openDesigner, pictureFor } from '../canvas/open-designer.ts'

const suspend = newEntries.find(({ id }) => id === 'new:suspend')
if (suspend === undefined) throw new Error('no entry')
const item: DragItem = { type: 'new', entry: suspend, label: 'Suspend', kind: 'suspend' }

describe('by keys', () => {
  test('goes through the places in reading order, and says them', () => {
    const { drag } = setUp('a | b c')
    drag.lift(item, 'keys')
    expect(drag.getSnapshot().message).toMatch(/^Lifted Suspend. After lane 2. /)
    const said = (['first', 'next', 'next', 'next', 'previous', 'last'] as const).map((to) => {
      drag.step(to)
      return drag.getSnapshot().message
    })
    expect(said).toEqual([
      'Before lane 1',
      'In lane 1, before a',
      'In lane 1, after a',
      'Between lane 1 and lane 2',
      'In lane 1, after a',
      'After lane 2',
    ])
  })

  test('drops as one step', () => {
    const { drag, designer } = setUp('a | b c')
    const { text } = designer.session.state
    drag.lift(item, 'keys')
    drag.step('previous')
    drag.drop()
    expect(lanesText(designer)).toBe('a | b c suspend')
    expect(drag.getSnapshot()).toMatchObject({
      item: undefined,
      message: 'Dropped Suspend. In lane 2, after c.',
    })
    designer.actions.undo()
    expect(designer.session.state.text).toBe(text)
  })
})

describe('by pointer', () => {
  test('lights up the target under it, and drops there', () => {
    const { drag, designer } = setUp('a | b c')
    const { gaps } = pictureFor(designer).layout
    const gap = gaps[1]
    if (gap === undefined) throw new Error('no gap')
    drag.lift(item, 'pointer', { x: 0, y: 0 })
    drag.moveTo({ x: 0, y: gap.y + gap.height / 2 })
    expect(drag.getSnapshot().target?.place).toEqual({ newLane: 1 })
    drag.drop()
    expect(lanesText(designer)).toBe('a | suspend | b c')
  })

  test('outside of the canvas nothing is dropped', () => {
    const { drag, designer } = setUp('a')
    drag.lift(item, 'pointer', { x: 0, y: 0 })
    drag.moveTo({ x: 9000, y: 0 })
    expect(drag.getSnapshot().target).toBeUndefined()
    drag.drop()
    expect(lanesText(designer)).toBe('a')
  })

  test('cancelling changes nothing', () => {
    const { drag, designer } = setUp('a | b')
    drag.lift(item, 'pointer', { x: 0, y: 0 })
    drag.cancel()
    expect(drag.getSnapshot().item).toBeUndefined()
    expect(lanesText(designer)).toBe('a | b')
  })
})

describe('steps and lanes', () => {
  test('a step that is dropped where it is makes no edit', () => {
    const { drag, designer } = setUp('a | b c')
    const places = [{ template: 0, lane: 1, step: 0 }]
    drag.lift({ type: 'steps', places, label: 'b', kind: 'suspend' }, 'keys')
    expect(drag.getSnapshot().target?.place).toEqual({ lane: 1, index: 0 })
    drag.drop()
    expect(designer.session.history.canUndo).toBe(false)
    expect(designer.view.getState().notice).toBeUndefined()
  })

  test('a lane goes only between lanes', () => {
    const { drag, designer } = setUp('a | b c | d')
    drag.lift({ type: 'lane', lane: 2, label: 'Lane 3', kind: 'steps' }, 'keys')
    drag.step('first')
    drag.drop()
    expect(lanesText(designer)).toBe('d | a | b c')
  })
})

test('nothing is lifted while the text does not parse, nor twice, nor without a canvas', () => {
  const { drag, designer, end } = setUp('a')
  expect(drag.lift(item, 'keys')).toBe(true)
  expect(drag.lift(item, 'keys')).toBe(false)
  drag.cancel()
  designer.session.dispatch({ changes: [{ from: 0, to: 0, insert: '{[' }], userEvent: 'input' }, 0)
  expect(drag.lift(item, 'keys')).toBe(false)
  expect(designer.view.getState().notice?.text).toMatch(/does not parse/)
  end()
  expect(drag.lift(item, 'keys')).toBe(false)
})

test('an empty file takes a first step', () => {
  const designer = openDesigner('')
  const drag = createDrag()
  drag.setSurface(surfaceOf(designer))
  drag.lift(item, 'keys')
  expect(drag.getSnapshot().message).toContain('As the first step')
  drag.drop()
  expect(lanesText(designer)).toBe('suspend')
})

function setUp(lanes: string): { drag: Drag; designer: Designer; end: () => void } {
  const designer = designerOf(lanes)
  const drag = createDrag()
  return { drag, designer, end: drag.setSurface(surfaceOf(designer)) }
}

function surfaceOf(designer: Designer): DropSurface {
  return dropSurface(designer, {
    pane: () => ({ x: -1000, y: -1000, width: 2000, height: 3000 }),
    toLayout: (point) => point,
    reveal: () => undefined,
    autoPan: () => false,
  })
}
