import { describe, expect, it } from 'vitest'
import { ask, type Question } from './ask.ts'

/** A program in place of the real one: answers with the text, ends at `die`, and says nothing at `wait`. */
const fake = `
  const lines = require('node:readline').createInterface({ input: process.stdin })
  let waits = false
  lines.on('line', (line) => {
    const { text } = JSON.parse(line)
    if (text === 'die') process.exit(2)
    waits ||= text === 'wait'
    if (!waits) process.stdout.write(JSON.stringify({ value: text }) + '\\n')
  })
  lines.on('close', () => waits && setInterval(() => {}, 1000))
`

function questions(...texts: string[]): Question[] {
  return texts.map((text) => ({ kind: 'when', text }))
}

function asked(...texts: string[]) {
  return ask(process.execPath, questions(...texts), { args: ['-e', fake], patience: 4000 })
}

describe('asking a program', () => {
  it('gives its answers in the order of the questions', async () => {
    expect(await asked('a', 'b', 'c')).toEqual([{ value: 'a' }, { value: 'b' }, { value: 'c' }])
  })
  it('goes on after a question that ends it', async () => {
    expect(await asked('a', 'die', 'b')).toMatchObject([
      { value: 'a' },
      { phase: 'died' },
      { value: 'b' },
    ])
  })
  it('goes on after a question that it does not answer', async () => {
    expect(await asked('wait', 'b')).toMatchObject([{ phase: 'silent' }, { value: 'b' }])
  })
  it('says when there is no such program', async () => {
    await expect(ask('/nowhere/oracle', questions('a'))).rejects.toThrow('ENOENT')
  })
})
