import { describe, expect, test } from 'vitest'
import { scriptCommand, type CommandLine } from '../../../../src/simulate/index.ts'

function line(command: string, more: Partial<CommandLine> = {}): CommandLine {
  const words = command === '' ? [] : command.split(' ')
  return { command: words, args: [], image: undefined, source: undefined, ...more }
}

describe('what runs on the user’s machine', () => {
  test.each([
    ['python', 'python'],
    ['python3', 'python'],
    ['python3.12 -u', 'python'],
    ['/usr/local/bin/python -uB -W ignore -X dev', 'python'],
    ['/usr/bin/env python3', 'python'],
    ['node', 'javascript'],
    ['/usr/bin/nodejs --no-warnings --max-old-space-size=100', 'javascript'],
  ] as const)('a script of %j: %s', (command, language) => {
    const body = 'print(1)'
    const expected = { canRun: true, language, source: body, args: [] }
    expect(scriptCommand(line(command, { source: body }))).toEqual(expected)
    const [program = '', ...args] = command.split(' ')
    if (program.endsWith('env')) return
    const split = line(program, { args, source: body })
    expect(scriptCommand(split)).toEqual(expected)
  })

  test('a program on the command line itself', () => {
    expect(scriptCommand(line('python -u', { args: ['-c', 'print(1)', 'a', '-b'] }))).toEqual({
      canRun: true,
      language: 'python',
      source: 'print(1)',
      args: ['a', '-b'],
    })
    expect(scriptCommand(line('node', { args: ['-e', 'f()'] }))).toMatchObject({
      language: 'javascript',
      source: 'f()',
    })
  })

  test('what stands behind it goes to the program, the file of a script too', () => {
    expect(scriptCommand(line('python -c x', { source: 'body' }))).toMatchObject({
      source: 'x',
      args: ['/argo/staging/script'],
    })
  })
})

describe('what does not says why', () => {
  test.each([
    ['', { source: 'a', image: 'python:3' }, 'python', 'no command'],
    ['bash', { source: 'a' }, 'shell', 'Shell scripts'],
    ['sh -c', { args: ['python -c 1'] }, 'shell', 'Shell scripts'],
    ['ruby', { source: 'a' }, 'plaintext', 'ruby does not run'],
    ['deno run', { source: 'a' }, 'javascript', 'deno does not run'],
    ['python -m http.server', {}, 'python', 'python -m does not run'],
    ['python -O', { source: 'a' }, 'python', 'python -O does not run'],
    ['python main.py', {}, 'python', 'main.py, which is in the image'],
    ['python main.py', { source: 'a' }, 'python', 'main.py, which is in the image'],
    ['python', {}, 'python', 'standard input'],
    ['python -', { source: 'a' }, 'python', 'standard input'],
    ['python -c', {}, 'python', 'python -c does not run'],
    ['cowsay', { args: ['hi'] }, 'plaintext', 'cowsay does not run'],
  ] as const)('%j %j', (command, more, language, words) => {
    const read = scriptCommand(line(command, more))
    expect(read).toMatchObject({ canRun: false, language })
    expect(read.canRun ? '' : read.reason).toContain(words)
    expect(read.canRun ? '' : read.reason).toMatch(/\.$/)
  })
})
