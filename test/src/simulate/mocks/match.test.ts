import { describe, expect, test } from 'vitest'
import {
  bestFor,
  fitsText,
  isFor,
  mayBeFor,
  runNameOf,
  stepNameOf,
} from '../../../../src/simulate/mocks/match.ts'
import { node } from '../../../support/fake-run.ts'

test.each([
  ['flip', 'flip'],
  ['flip(0:heads)', 'flip'],
  ['flip(0:a(b))(1)', 'flip'],
  ['flip.onExit', 'flip.onExit'],
  ['flip(0:a.b).onExit', 'flip.onExit'],
  ['flip(0:a.b)', 'flip'],
  ['flip(1:x).hooks.running', 'flip.hooks.running'],
])('the step of %s is %s', (displayName, step) => {
  expect(stepNameOf({ displayName })).toBe(step)
})

test('the name of the run is in all ids', () => {
  expect(runNameOf({ id: 'my.run', name: 'my.run' })).toBe('my.run')
  expect(runNameOf({ id: 'my.run-12345', name: 'my.run[0].a' })).toBe('my.run')
})

test.each([
  ['flip', 'flip', true],
  ['flip', 'flips', false],
  ['*', '', true],
  ['flip*', 'flip(0:a)', true],
  ['*flip', 'my-flip', true],
  ['a*b*c', 'a-b-c', true],
  ['a*b*c', 'ac', false],
  ['a*a', 'a', false],
  ['*aa*', 'aba', false],
  ['a*b*b', 'ab', false],
  ['flip(*:a.b)', 'flip(10:a.b)', true],
  ['[0]*', '[0].x', true],
])('%j and %j', (pattern, text, fits) => {
  expect(fitsText(pattern, text)).toBe(fits)
})

describe('whom a mock is for', () => {
  const item = node({
    name: 'run[1].flip(2:os:debian)',
    displayName: 'flip(2:os:debian)',
    item: { index: 2, value: { os: 'debian', version: 9 } },
    attempt: 1,
  })
  test.each([
    [{}, true],
    [{ template: 'flip' }, true],
    [{ template: 'other' }, false],
    [{ step: 'flip' }, true],
    [{ step: 'flip(2:os:debian)' }, false],
    [{ node: 'flip(2:os:debian)' }, true],
    [{ node: 'run[1].flip*' }, true],
    [{ node: '[1].flip*' }, true],
    [{ node: '[0].flip*' }, false],
    [{ item: { os: 'debian' } }, true],
    [{ item: { os: 'alpine' } }, false],
    [{ item: 'debian' }, false],
    [{ index: 2 }, true],
    [{ index: 0 }, false],
    [{ attempt: 1 }, true],
    [{ attempt: 0 }, false],
    [{ step: 'flip', item: { version: 9 }, attempt: 1 }, true],
  ])('%j', (target, fits) => {
    expect(isFor(target, item)).toBe(fits)
  })

  test('numbers fit texts that read alike, and what is no item fits none', () => {
    expect(isFor({ item: '5' }, node({ item: { index: 0, value: 5 } }))).toBe(true)
    expect(isFor({ item: 5 }, node({ item: { index: 0, value: '5' } }))).toBe(true)
    expect(isFor({ item: [1, 2] }, node({ item: { index: 0, value: [1, 2] } }))).toBe(true)
    expect(isFor({ item: [1] }, node({ item: { index: 0, value: [1, 2] } }))).toBe(false)
    expect(isFor({ index: 0 }, node())).toBe(false)
    expect(isFor({ attempt: 0 }, node())).toBe(true)
  })

  test('the one that says most wins, of several alike the first', () => {
    const order = [
      { template: 'flip' },
      { template: 'flip', attempt: 1 },
      { template: 'flip', index: 2 },
      { step: 'flip' },
      { step: 'flip', attempt: 1 },
      { step: 'flip', item: { os: 'debian' } },
      { node: 'flip*' },
      { node: 'flip(2:os:debian)' },
    ]
    for (const [index, target] of order.entries()) {
      const others = order.slice(0, index)
      expect(bestFor([...others, target, { ...target }], item)).toBe(target)
      expect(bestFor([target, ...others], item)).toBe(target)
    }
    expect(bestFor([{ step: 'other' }], item)).toBeUndefined()
  })
})

describe('mocks that may be for a step', () => {
  test.each([
    [{ step: 'a' }, true],
    [{ step: 'b' }, false],
    [{ template: 't' }, true],
    [{ step: 'a', template: 'u' }, false],
    [{ step: 'a.onExit' }, false],
    [{ node: '[0].a' }, true],
    [{ node: 'run[1].x[0].a(1:q.r)' }, true],
    [{ node: '.b' }, false],
    [{ node: '*' }, true],
    [{}, true],
  ])('%j', (target, is) => expect(mayBeFor(target, { step: 'a', template: 't' })).toBe(is))

  test('of a template those that are for all that run it', () => {
    const who = { template: 't' }
    expect(mayBeFor({ template: 't' }, who)).toBe(true)
    expect(mayBeFor({ template: 't', step: 'a' }, who)).toBe(false)
    expect(mayBeFor({ node: '*' }, who)).toBe(false)
    expect(mayBeFor({}, who)).toBe(false)
  })
})
