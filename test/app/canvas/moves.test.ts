import { describe, expect, test } from 'vitest'
import { staysPut } from '../../../app/canvas/moves.ts'
import { placeWords } from '../../../app/canvas/place-words.ts'
import { designerOf, openDesigner, pictureFor } from './open-designer.ts'

const { graph, layout } = pictureFor(designerOf('a | b c | d'))
const at = (lane: number, step: number) => ({ template: 0, lane, step })

describe('a drop that changes nothing', () => {
  test('is one at the own place', () => {
    expect(staysPut(layout, [at(1, 0)], { lane: 1, index: 1 })).toBe(true)
    expect(staysPut(layout, [at(1, 0)], { lane: 1, index: 2 })).toBe(false)
    expect(staysPut(layout, [at(1, 0)], { newLane: 1 })).toBe(false)
    expect(staysPut(layout, [at(0, 0)], { newLane: 1 })).toBe(true)
    expect(staysPut(layout, [at(0, 0)], { newLane: 2 })).toBe(false)
    expect(staysPut(layout, [at(1, 0), at(1, 1)], { lane: 1, index: 1 })).toBe(true)
    expect(staysPut(layout, [at(0, 0), at(1, 1)], { lane: 1, index: 1 })).toBe(false)
  })
})

test('places in words', () => {
  expect(placeWords(graph, { newLane: 0 })).toBe('Before lane 1')
  expect(placeWords(graph, { newLane: 1 })).toBe('Between lane 1 and lane 2')
  expect(placeWords(graph, { newLane: 3 })).toBe('After lane 3')
  expect(placeWords(graph, { lane: 1, index: 0 })).toBe('In lane 2, before b')
  expect(placeWords(graph, { lane: 1, index: 2 })).toBe('In lane 2, after c')
  expect(placeWords(pictureFor(openDesigner('')).graph, { newLane: 0 })).toBe('As the first step')
})
