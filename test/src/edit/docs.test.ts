import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandIds, runCommand } from '../../../src/edit/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const docs = readFileSync(join(import.meta.dirname, '../../../docs/commands.md'), 'utf8')

interface Listed {
  readonly command: string
  readonly args: unknown
}

describe('docs/commands.md', () => {
  it('has a row and an example for every command', () => {
    const rows = [...docs.matchAll(/^\| `(\w+)` \| `/gm)].map(([, id]) => id).sort()
    const examples = [...docs.matchAll(/"command": "(\w+)"/g)].map(([, id]) => id)
    expect(rows).toEqual(commandIds)
    expect([...new Set(examples)].sort()).toEqual(commandIds)
  })
  it('gives arguments that the commands take', () => {
    const blocks = [...docs.matchAll(/```json\n([^]*?)```/g)]
    for (const { command, args } of blocks.flatMap(
      ([, json = '']) => JSON.parse(json) as Listed[],
    )) {
      const result = runCommand({ tree: parseTree('kind: Workflow\n'), document: 0 }, command, args)
      if (!result.ok)
        expect(result.error.message).not.toMatch(/^The argument|There is no argument|^In to/)
    }
  })
})
