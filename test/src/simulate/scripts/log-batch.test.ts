import { describe, expect, test } from 'vitest'
import type { ScriptLog } from '../../../../src/simulate/index.ts'
import { LogBatch } from '../../../../src/simulate/scripts/log-batch.ts'

describe('a batch of log', () => {
  const clock = { now: 0 }
  const open = (): { sent: ScriptLog[][]; log: LogBatch } => {
    const sent: ScriptLog[][] = []
    return {
      sent,
      log: new LogBatch(
        (pieces) => sent.push([...pieces]),
        () => clock.now,
      ),
    }
  }

  test('sends at once what is little', () => {
    const { sent, log } = open()
    log.add('stdout', 'a\n')
    log.add('stderr', 'b\n')
    log.add('stdout', '')
    expect(sent).toEqual([[{ source: 'stdout', text: 'a\n' }], [{ source: 'stderr', text: 'b\n' }]])
    log.flush()
    expect(sent).toHaveLength(2)
  })

  test('puts much together, in order, and loses nothing', () => {
    const { sent, log } = open()
    let all = ''
    for (let i = 0; i < 10_000; i++) {
      log.add(i % 1000 === 999 ? 'stderr' : 'stdout', `${i}\n`)
      all += `${i}\n`
    }
    log.flush()
    expect(sent.length).toBeLessThan(80)
    const pieces = sent.flat()
    expect(pieces.map(({ text }) => text).join('')).toBe(all)
    expect(pieces.filter(({ source }) => source === 'stderr')).toHaveLength(10)
  })

  test('sends at once again after a pause', () => {
    const { sent, log } = open()
    for (let i = 0; i < 100; i++) log.add('stdout', '.')
    const before = sent.length
    clock.now += 100
    log.add('stdout', '!')
    expect(sent).toHaveLength(before + 1)
  })

  test('ends with a word where it grows too long', () => {
    const { sent, log } = open()
    for (let i = 0; i < 50; i++) log.add('stdout', 'x'.repeat(100_000))
    log.flush()
    const text = sent.flat().map((piece) => piece.text)
    expect(text.join('').length).toBeLessThan(4_000_100)
    expect(text.at(-1)).toContain('The log is too long')
  })
})
