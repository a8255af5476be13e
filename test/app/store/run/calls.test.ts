import { describe, expect, it } from 'vitest'
import { callWithin, shownCall } from '../../../../app/store/run/calls.ts'
import { event, indexOf } from './trace.ts'

/** `main` calls `inner` by x and by y; `inner` has a step. */
const x = 't/main/steps/-/=x'
const y = 't/main/steps/-/=y'
const step = 't/inner/steps/-/=s'
const index = indexOf([
  event(0, 'run', { type: 'Steps' }),
  event(0, 'run.x', { type: 'Steps', in: 'run', path: x }),
  event(0, 'run.x.s', { in: 'run.x', path: step }),
  event(1, 'run.y', { type: 'Steps', in: 'run', path: y }),
  event(1, 'run.y.s', { in: 'run.y', path: step }),
])

describe('which call of a template is shown', () => {
  it('is the latest that had begun', () => {
    expect(shownCall(index, 5, 't/inner', undefined)).toBe('run.y')
    expect(shownCall(index, 3, 't/inner', undefined)).toBe('run.x')
    expect(shownCall(index, 1, 't/inner', undefined)).toBeUndefined()
  })

  it('is the one that is chosen, or in which the chosen node is', () => {
    expect(shownCall(index, 5, 't/inner', 'run.x')).toBe('run.x')
    expect(shownCall(index, 5, 't/inner', 'run.x.s')).toBe('run.x')
  })

  it('is one within the chosen node', () => {
    expect(shownCall(index, 5, 't/inner', 'run')).toBe('run.x')
  })
})

describe('a step that ran alone', () => {
  it('is a part of the whole run, in the template in which it stands', () => {
    const alone = indexOf([event(0, 'run', { path: step })])
    expect(shownCall(alone, 1, 't/inner', undefined)).toBe('')
    expect(alone.inPlace('', step)).toEqual(['run'])
    expect(shownCall(alone, 1, 't/main', undefined)).toBeUndefined()
  })
})

describe('the call in a card that is unfolded', () => {
  it('is that of the card, whichever is chosen', () => {
    expect(callWithin(index, 5, [x, step], undefined)).toBe('run.x')
    expect(callWithin(index, 5, [y, step], 'run.x')).toBe('run.y')
  })

  it('is none while the card has not begun', () => {
    expect(callWithin(index, 3, [y, step], undefined)).toBeUndefined()
  })
})
