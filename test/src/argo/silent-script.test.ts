import { expect, test } from 'vitest'
import { isSilentScript } from '../../../src/argo/silent-script.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const node = parseTree('a').documents[0]?.root

function isSilent(source: string, command: readonly string[], image = 'i'): boolean {
  if (node === undefined) throw new Error('there is no node')
  return isSilentScript({ node, image, command, args: [], source })
}

test.each([
  'x = 1',
  'import os, json\nfrom os.path import join\nx = json.dumps(os.environ)',
  "text = '{{inputs.parameters.text}}'\nwith open('/tmp/x', 'w') as file:\n  file.write(text)",
])('Python that prints nothing: %j', (source) => {
  expect(isSilent(source, ['python'])).toBe(true)
  expect(isSilent(source, ['/usr/bin/python3', '-u'])).toBe(true)
})

test.each([
  'print(1)',
  "import sys\nsys.stdout.write('1')",
  "import os\nos.system('date')",
  'import requests\nrequests.get(x)',
  'import os, numpy',
  'from .own import run\nrun()',
  "exec('x')",
  '{{inputs.parameters.program}}',
  '',
  "open('/dev/stdout', 'w').write('1')",
])('Python that prints, or may: %j', (source) => {
  expect(isSilent(source, ['python'])).toBe(false)
})

test('nothing is certain of other programs than those that read the source', () => {
  expect(isSilent('x = 1', [])).toBe(false)
  expect(isSilent('x = 1', [], 'python:3')).toBe(false)
  expect(isSilent('x = 1', ['python', '-c'])).toBe(false)
  expect(isSilent('x = 1', ['bash'])).toBe(false)
  expect(isSilent('const x = 1', ['node'])).toBe(true)
  expect(isSilent("require('node:fs').writeFileSync('/x', '1')", ['node'])).toBe(true)
  for (const name of ['shelljs', './own', '@own/speak'])
    expect(isSilent(`require('${name}')`, ['node'])).toBe(false)
  expect(isSilent('console.log(1)', ['node'])).toBe(false)
})
