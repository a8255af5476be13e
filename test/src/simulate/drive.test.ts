import { describe, expect, test } from 'vitest'
import { driveRun, type Provide } from '../../../src/simulate/index.ts'
import { FakeRun, success } from '../../support/fake-run.ts'

const atOnce: Provide = () => success

/** Answers a few turns of the event loop later, the sooner the longer the name is. */
const later: Provide = async ({ node }) => {
  for (let turn = node.name.length; turn < 8; turn++) await Promise.resolve()
  return success
}

describe('driving a run', () => {
  test.each([
    ['what answers at once', atOnce],
    ['what takes its time', later],
  ])('answers all of a round before time goes on, with %s', async (_, provide) => {
    const run = new FakeRun([['a', 'bb', 'ccc'], [], ['d']])
    let progress = 0
    const driven = await driveRun(run, provide, { onProgress: () => progress++ })
    expect(driven).toEqual({ ended: 'idle', problems: [] })
    // The one with the longest name answers first, and its answer waits for the others'.
    expect(run.done).toEqual(['a Succeeded', 'bb Succeeded', 'ccc Succeeded', 'd Succeeded'])
    expect({ now: run.now, progress }).toEqual({ now: 3000, progress: 4 + 3 })
  })

  test('asks for no more at once than it may', async () => {
    const run = new FakeRun([Array.from({ length: 20 }, (_, index) => `n${String(index)}`)])
    let open = 0
    let most = 0
    const provide: Provide = async () => {
      most = Math.max(most, ++open)
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
      open--
      return success
    }
    await driveRun(run, provide, { atOnce: 3 })
    expect(run.done).toHaveLength(20)
    expect(most).toBe(3)
  })

  test('pauses between many answers', async () => {
    const run = new FakeRun([Array.from({ length: 1000 }, (_, index) => `n${String(index)}`)])
    let pauses = 0
    await driveRun(run, atOnce, {
      pause: () => {
        pauses++
        return Promise.resolve()
      },
    })
    expect(pauses).toBe(1 + 10)
  })

  test('approves and rejects suspended nodes as it is told', async () => {
    const run = new FakeRun([[], ['after']], ['ask', 'no', 'else'])
    const driven = await driveRun(run, atOnce, {
      decide: ({ name }) =>
        name === 'ask'
          ? { kind: 'resume', parameters: { ok: 'yes' } }
          : name === 'no'
            ? { kind: 'reject', message: 'Not now.' }
            : undefined,
    })
    expect(driven).toEqual({ ended: 'idle', problems: [] })
    expect(run.done).toEqual([
      'ask resumed {"ok":"yes"}',
      'no rejected Not now.',
      'after Succeeded',
    ])
    expect(run.waiting.map(({ name }) => name)).toEqual(['else'])
  })

  test('leaves a node waiting whose values are refused, and says so', async () => {
    const run = new FakeRun([], ['ask'])
    run.refusal = 'there is no parameter ok.'
    const driven = await driveRun(run, atOnce, {
      decide: () => ({ kind: 'resume', parameters: { ok: 'yes' } }),
    })
    expect(driven).toEqual({ ended: 'idle', problems: ['ask: there is no parameter ok.'] })
    expect(run.waiting).toHaveLength(1)
  })

  test('stops in the middle of what does not end', async () => {
    const run = new FakeRun([['a', 'hangs'], ['never']])
    const stop = new AbortController()
    let isTold = false
    const provide: Provide = ({ node }, signal) => {
      if (node.name !== 'hangs') return success
      signal.addEventListener('abort', () => (isTold = true))
      queueMicrotask(() => {
        stop.abort()
      })
      return new Promise(() => undefined)
    }
    const driven = await driveRun(run, provide, { signal: stop.signal })
    expect(driven.ended).toBe('stopped')
    expect(isTold).toBe(true)
    expect(run.done).toEqual(['a Succeeded', 'Terminate', 'hangs Failed hangs was stopped.'])
    expect(run.isIdle).toBe(true)
  })

  test('a signal that was given before asks for nothing', async () => {
    const run = new FakeRun([['a']])
    await driveRun(run, atOnce, { signal: AbortSignal.abort() })
    expect(run.done).toEqual(['Terminate'])
  })

  test('throws what a provider throws, and stops the others', async () => {
    const run = new FakeRun([['a', 'b']])
    let isStopped = false
    const provide: Provide = ({ node }, signal) => {
      if (node.name === 'b') return Promise.reject(new Error('broken'))
      signal.addEventListener('abort', () => (isStopped = true))
      return new Promise(() => undefined)
    }
    await expect(driveRun(run, provide)).rejects.toThrow('broken')
    expect(isStopped).toBe(true)
  })
})
