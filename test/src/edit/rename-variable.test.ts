import { expect, test } from 'vitest'
import { renameParameter } from '../../../src/edit/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { checkCommand } from '../../support/command-laws.ts'

const manifest = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - {name: a, template: greet, arguments: {parameters: [{name: who, value: you}]}}
  - name: greet
    inputs:
      parameters:
      - name: who
      - name: often
    script:
      image: python:3.12
      command: [python]
      source: |
        import json
        try: often = json.loads(r'''{{inputs.parameters.often}}''')
        except: often = r'''{{inputs.parameters.often}}'''
        try: who = json.loads(r'''{{inputs.parameters.who}}''')
        except: who = r'''{{inputs.parameters.who}}'''

        for n in range(often):  # who
            print(f"{who}", "who", end=who)
`

const rename = (parameter: string, name: string) => ({
  template: 'greet',
  kind: 'inputs' as const,
  parameter,
  name,
})

test('the variable of a function follows its input', () => {
  const { text } = checkCommand(manifest, 0, renameParameter, rename('who', 'whom'))
  expect(text).toBe(
    manifest
      .replaceAll('name: who', 'name: whom')
      .replaceAll('try: who', 'try: whom')
      .replaceAll('except: who', 'except: whom')
      .replaceAll('parameters.who', 'parameters.whom')
      .replace('{who}', '{whom}')
      .replace('end=who', 'end=whom'),
  )
})

test('the lines that read the inputs stay in their order', () => {
  const { text, removed } = checkCommand(manifest, 0, renameParameter, rename('who', 'anyone'))
  expect(text.indexOf('try: anyone')).toBeLessThan(text.indexOf('try: often'))
  expect(text).toContain('print(f"{anyone}", "who", end=anyone)')
  expect(removed.some((line) => line.includes('for n in'))).toBe(false)
})

test('a name that is no variable leaves the script its own', () => {
  const { text } = checkCommand(manifest, 0, renameParameter, rename('who', 'to-whom'))
  expect(text).toContain("try: who = json.loads(r'''{{inputs.parameters.to-whom}}''')")
  expect(text).toContain('end=who')
})

test('a name that the script uses already is refused', () => {
  const tree = parseTree(manifest)
  const done = renameParameter({ tree, document: 0 }, rename('who', 'n'))
  expect(done.ok ? '' : done.error.message).toBe(
    'The script uses the name n already. Choose another, or rename that first.',
  )
})

test('any other script keeps its variables', () => {
  const plain = manifest.replace('        import json\n', '        import json, sys\n')
  const { text } = checkCommand(plain, 0, renameParameter, rename('who', 'whom'))
  expect(text).toContain("try: who = json.loads(r'''{{inputs.parameters.whom}}''')")
})
