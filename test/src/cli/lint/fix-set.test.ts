import { chmodSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Misuse } from '../../../../src/cli/command-line.ts'
import { diffOf, writeFixes, type FixedPair } from '../../../../src/cli/lint/fix-set.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { fakeTerminal, Folder } from '../../../support/command-line.ts'

const folder = new Folder()

function pair(name: string, before: string, after: string): FixedPair {
  const tree = parseTree(before)
  const problem = {
    code: 'shape',
    severity: 'error',
    message: 'It is wrong.',
    range: { from: 3, to: 4 },
    document: 0,
    path: [],
  } as const
  const made = before === after ? [] : [{ tree, problem, title: 'Make it right' }]
  return { before: { name, tree }, after: { name, tree: parseTree(after) }, made }
}

describe('fixed files', () => {
  it('are written in place of the old ones, with their permissions, and told', async () => {
    const path = folder.write('a.yaml', 'a: b\n')
    chmodSync(path, 0o606)
    const terminal = fakeTerminal()
    await writeFixes([pair(path, 'a: b\n', 'a: c\n')], terminal)
    expect(readFileSync(path, 'utf8')).toBe('a: c\n')
    expect(statSync(path).mode & 0o777).toBe(0o606)
    expect(readdirSync(folder.path)).toEqual(['a.yaml'])
    expect(terminal.printed).toEqual({
      out: '',
      error: `${path}:1:4: fixed: Make it right [shape]\n`,
    })
  })

  it('are not written when nothing changes', async () => {
    const path = folder.write('same.yaml', 'on disk')
    await writeFixes([pair(path, 'a: b\n', 'a: b\n')], fakeTerminal())
    expect(readFileSync(path, 'utf8')).toBe('on disk')
  })

  it('stay links where they are links', async () => {
    const target = folder.write('deep/target.yaml', 'a: b\n')
    symlinkSync('deep/target.yaml', folder.at('link.yaml'))
    await writeFixes([pair(folder.at('link.yaml'), 'a: b\n', 'a: c\n')], fakeTerminal())
    expect(readlinkSync(folder.at('link.yaml'))).toBe('deep/target.yaml')
    expect(readFileSync(target, 'utf8')).toBe('a: c\n')
  })

  it('that cannot be written are a misuse', async () => {
    const nowhere = folder.at('none/a.yaml')
    const writing = writeFixes([pair(nowhere, 'a: b\n', 'a: c\n')], fakeTerminal())
    await expect(writing).rejects.toThrow(Misuse)
  })

  it('of standard input are printed, changed or not', async () => {
    const terminal = fakeTerminal()
    await writeFixes([pair('-', 'a: b\n', 'a: b\n')], terminal)
    expect(terminal.printed.out).toBe('a: b\n')
  })
})

it('a diff shows what changes, and nothing for what does not', () => {
  const pairs = [pair('x.yaml', 'a: b\r\nc: d\n', 'a: c\r\nc: d\n'), pair('y.yaml', 'a', 'a')]
  expect(diffOf(pairs)).toBe('--- x.yaml\n+++ x.yaml\n@@ -1,2 +1,2 @@\n-a: b\r\n+a: c\r\n c: d\n')
})
