import { describe, expect, test } from 'vitest'
import { FlowNodes, type CanvasNode, type FlowInput } from '../../../app/canvas/to-flow.ts'
import type { Band } from '../../../app/canvas/viewport.ts'
import type { Designer } from '../../../app/store/index.ts'
import { stepsManifest } from '../../support/generate.ts'
import { designerOf, openDesigner, pictureFor } from './open-designer.ts'

const all: Band = { x: -1e6, y: -1e6, width: 2e6, height: 2e6, isFar: false }

describe('nodes', () => {
  test('are the same objects after an edit, but for what it changed', () => {
    const designer = openDesigner(stepsManifest(60))
    const flow = new FlowNodes()
    const before = new Set(flow.nodes(input(designer)))
    const text = designer.session.state.text
    const from = text.indexOf('template: measure', text.indexOf('step-00020'))
    designer.session.dispatch(
      { changes: [{ from, to: from + 17, insert: 'template: report' }], userEvent: 'input' },
      0,
    )
    const fresh = flow.nodes(input(designer)).filter((node) => !before.has(node))
    expect(fresh.map(({ id }) => id)).toEqual(['step:step-00020'])
  })

  test('selecting changes only the cards concerned', () => {
    const designer = designerOf('a | b c | d')
    const flow = new FlowNodes()
    const before = new Set(flow.nodes(input(designer)))
    const selected = [{ template: 0, lane: 1, step: 1 }]
    const after = flow.nodes({ ...input(designer), selected })
    expect(after.filter((node) => !before.has(node)).map(({ id }) => id)).toEqual(['step:c'])
  })

  test('outside of what is in sight there are none, but for the card that the tab key stops at', () => {
    const designer = openDesigner(stepsManifest(1000))
    const band = { x: -400, y: 20_000, width: 800, height: 800, isFar: false }
    const nodes = new FlowNodes().nodes({
      ...input(designer),
      band,
      current: { lane: 0, step: 0 },
    })
    const cards = nodes.filter((node) => node.type === 'card')
    expect(cards.length).toBeLessThan(25)
    expect(cards.filter(({ data }) => data.isStop).map(({ id }) => id)).toEqual(['step:step-00000'])
  })

  test('from afar a lane is one node', () => {
    const designer = openDesigner(stepsManifest(200))
    const nodes = new FlowNodes().nodes({ ...input(designer), band: { ...all, isFar: true } })
    expect(new Set(nodes.map(({ type }) => type))).toEqual(new Set(['farLane', 'marker']))
  })

  test('have ids of their own', () => {
    for (const lanes of ['a | b c | d', 'a a | a']) {
      const ids = new FlowNodes().nodes(input(designerOf(lanes))).map(({ id }: CanvasNode) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('a file without lanes has one gap that takes the first step', () => {
    const nodes = new FlowNodes().nodes(input(openDesigner('')))
    expect(nodes.filter(({ type }) => type === 'gap')).toMatchObject([{ data: { isEmpty: true } }])
  })
})

function input(designer: Designer): FlowInput {
  return {
    manifest: designer.scene().manifest,
    picture: pictureFor(designer),
    band: all,
    selected: [],
    nested: { template: undefined, places: [] },
    current: undefined,
    renaming: undefined,
  }
}
