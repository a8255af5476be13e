import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../../support/seeds.ts'
import {
  callName,
  displayName,
  fnv32,
  fnv64,
  nodeID,
  podName,
} from '../../../../src/simulate/engine/names.ts'

describe('names of nodes', () => {
  test('have the hashes of FNV', () => {
    expect(fnv32('')).toBe(0x811c9dc5)
    expect(fnv32('foobar')).toBe(0xbf9cf968)
    expect(fnv64('foobar')).toBe(0x85944171f73967e8n)
  })

  test('give ids, the wider ones where another name has the same', () => {
    expect(nodeID('w', 'w')).toBe('w')
    expect(nodeID('w', 'w[0]')).toBe(`w-${String(fnv32('w[0]'))}`)
    expect(nodeID('w', 'w[0]', () => true)).toBe(`w-${String(fnv64('w[0]'))}`)
  })

  test('give names of pods that Kubernetes takes', () => {
    expect(podName('w', 'w', 't', 'w')).toBe('w')
    expect(podName('w', 'w[0].a', 'work', 'w-12')).toBe('w-work-12')
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (template) => {
        const name = podName('w', 'w.x', template, nodeID('w', 'w.x'))
        expect(name.length).toBeLessThanOrEqual(253)
        expect(name.endsWith(`-${String(fnv32('w.x'))}`)).toBe(true)
      }),
    )
  })

  test.each([
    ['w[0].a', 'w', 'a'],
    ['w[0]', 'w', '[0]'],
    ['w.task', 'w', 'task'],
    ['w[0].a(1:x.y)', 'w', 'a(1:x.y)'],
    ['w.onExit', undefined, 'w.onExit'],
  ])('%s below %s is shown as %s', (name, boundary, shown) => {
    expect(displayName(name, boundary)).toBe(shown)
  })

  test.each([
    ['w[0].fan(0:1)(2)[1]', 'fan'],
    ['w.task', 'task'],
    ['w[0].a(0:x.y)', 'a'],
    ['w', 'w'],
  ])('%s is of the step %s', (name, step) => {
    expect(callName(name)).toBe(step)
  })
})
