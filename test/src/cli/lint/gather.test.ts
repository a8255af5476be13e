import { symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gather } from '../../../../src/cli/lint/gather.ts'
import { fakeTerminal, Folder } from '../../../support/command-line.ts'

const folder = new Folder()
for (const name of [
  'a.yaml',
  'b.yml',
  'c.json',
  'd.txt',
  'in/e.yaml',
  '.hidden/f.yaml',
  '[g].yaml',
])
  folder.write(`tree/${name}`, name)
folder.write('tree/node_modules/x/h.yaml', 'h')
folder.write('tree/.git/i.yaml', 'i')
symlinkSync('a.yaml', folder.at('tree/again.yaml'))
symlinkSync('..', folder.at('tree/in/up'))
symlinkSync('..', folder.at('tree/in/up.yaml'))

async function names(...given: readonly string[]) {
  const { files, failures } = await gather(
    given.map((name) => (name === '-' ? name : folder.at(name))),
    fakeTerminal('from input'),
  )
  const found = files.map(({ name }) => (name === '-' ? name : relative(folder.path, name)))
  return { found, failures: failures.map((text) => text.replaceAll(`${folder.path}/`, '')) }
}

describe('what files are named', () => {
  it('folders give their YAML and JSON files once, without those of packages and Git', async () => {
    expect(await names('tree')).toEqual({
      found: [
        'tree/.hidden/f.yaml',
        'tree/[g].yaml',
        'tree/a.yaml',
        'tree/b.yml',
        'tree/c.json',
        'tree/in/e.yaml',
      ],
      failures: [],
    })
  })

  it('a folder is looked into even if it is in one that is not', async () => {
    expect((await names('tree/node_modules/x')).found).toEqual(['tree/node_modules/x/h.yaml'])
  })

  it('patterns give what they match', async () => {
    expect((await names('tree/**/*.yaml')).found).toContain('tree/in/e.yaml')
    expect((await names('tree/*.{yml,json}')).found).toEqual(['tree/b.yml', 'tree/c.json'])
    expect(await names('tree/x*.yaml')).toEqual({
      found: [],
      failures: ['No file matches the pattern tree/x*.yaml.'],
    })
  })

  it('a name that there is is no pattern', async () => {
    expect((await names('tree/[g].yaml')).found).toEqual(['tree/[g].yaml'])
  })

  it('each is there once', async () => {
    expect((await names('tree/a.yaml', 'tree/in/../a.yaml', 'tree/again.yaml')).found).toEqual([
      'tree/a.yaml',
    ])
  })

  it('standard input has its text', async () => {
    const { files } = await gather(['-'], fakeTerminal('from input'))
    expect(files).toEqual([{ name: '-', text: 'from input', isNamed: true }])
  })

  it('what cannot be read is told, and the rest is there', async () => {
    folder.write('bad/binary.yaml', new Uint8Array([0xff, 0xfe, 0, 1]))
    folder.write('bad/fine.yaml', 'fine')
    symlinkSync('circle.yaml', folder.at('bad/circle.yaml'))
    symlinkSync('nowhere', join(folder.path, 'bad/loose.yaml'))
    expect(await names('bad', 'none.yaml')).toEqual({
      found: ['bad/fine.yaml'],
      failures: [
        'bad/circle.yaml is a link that leads in a circle.',
        'bad/loose.yaml does not exist.',
        'bad/binary.yaml is not UTF-8 text.',
        'none.yaml does not exist.',
      ],
    })
  })
})
