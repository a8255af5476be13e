import { expect, it } from 'vitest'
import { Tally } from './tally.ts'

it('gathers what is of one kind, the most frequent first, each with its shortest case', () => {
  const tally = new Tally('manifests')
  tally.agreed = 3
  tally.disagree('other rule', 'a', 'x', { name: '1', text: 'long', message: 'a1' })
  tally.disagree('only we refuse', '', 'x', { name: '2', text: 't', message: '' })
  tally.disagree('other rule', 'a', 'y', { name: '3', text: 's', message: 'a2' })
  tally.disagree('only we refuse', '', 'y', { name: '4', text: 't', message: '' })
  expect(tally.disagreements.map(({ pattern, ours, count }) => [pattern, ours, count])).toEqual([
    ['a', 'y', 2],
    ['', 'x', 1],
    ['', 'y', 1],
  ])
  expect(tally.disagreements[0]?.example.name).toBe('3')
  expect(tally.summary).toBe('manifests: 7 cases, 3 agree, 0 explained, 4 DISAGREE')
})
