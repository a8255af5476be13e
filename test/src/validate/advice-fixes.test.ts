import { expect, test } from 'vitest'
import { checkTree } from '../../../src/validate/index.ts'
import { parseTree, updateTree } from '../../../src/yaml/index.ts'
import { fixAll } from '../../support/fix-laws.ts'

const manifest = (args: string, template: string, more = ''): string => `kind: Workflow
spec:
  entrypoint: main
${more}  templates:
  - name: main
    steps:
    - - name: a   # first
        template: t${args}
  - name: t
${template}
`

const takes = '    inputs: {parameters: [{name: message, default: x}]}\n    container: {image: i:1}'

test('a surplus argument is removed, with what is empty then, or gets the name that is meant', () => {
  const alone = manifest('\n        arguments: {parameters: [{name: count, value: 1}]}', takes)
  expect(fixAll(alone, 'argument-surplus').map(({ text }) => text)).toEqual([manifest('', takes)])
  const given = (list: string): string =>
    manifest(`\n        arguments:\n          parameters:\n${list}`, takes)
  const [renamed, removed, ...rest] = fixAll(
    given('          - {name: mesage, value: 1}   # loud\n          - {name: other, value: 2}'),
    'argument-surplus',
  )
  expect(renamed?.fix.title).toBe('Give message instead')
  expect(renamed?.text).toBe(
    given('          - {name: message, value: 1}   # loud\n          - {name: other, value: 2}'),
  )
  expect(removed?.text).toBe(given('          - {name: other, value: 2}'))
  expect(rest.map(({ fix }) => fix.title)).toEqual(['Remove other'])
})

test('an argument of a workflow that nothing uses is removed; who refers to all of them uses each', () => {
  const args = '  arguments: {parameters: [{name: unused, value: 1}]}\n'
  expect(fixAll(manifest('', takes, args), 'argument-surplus')[0]?.text).toBe(manifest('', takes))
  const all = takes.replace('default: x', "default: '{{workflow.parameters}}'")
  expect(fixAll(manifest('', all, args), 'argument-surplus')).toEqual([])
  const elsewhere = `${takes}\n  - name: u\n    steps: [[{name: b, templateRef: {name: lib, template: t}}]]`
  expect(fixAll(manifest('', elsewhere, args), 'argument-surplus')).toEqual([])
})

test('arguments that several steps share are not said to be too many', () => {
  const shared = `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - {name: a, template: t, arguments: &all {parameters: [{name: message, value: 1}]}}
    - - {name: b, template: u, arguments: *all}
  - name: t
${takes}
  - {name: u, container: {image: i:1}}
`
  expect(fixAll(shared, 'argument-surplus')).toEqual([])
})

test('a value outside the enum becomes one of it, the nearest first', () => {
  const template =
    '    inputs: {parameters: [{name: size, enum: [small, large]}]}\n    container: {image: i:1}'
  const give = (value: string): string =>
    manifest(`\n        arguments: {parameters: [{name: size, value: ${value}}]}`, template)
  expect(fixAll(give('larg'), 'input-enum').map(({ text }) => text)).toEqual([
    give('large'),
    give('small'),
  ])
  const preset = (value: string): string =>
    manifest('', template.replace('name: size,', `name: size, default: ${value},`))
  expect(fixAll(preset('medium'), 'input-enum').map(({ text }) => text)).toEqual([
    preset('small'),
    preset('large'),
  ])
})

test('a value that breaks a script becomes JSON', () => {
  const template = `    inputs: {parameters: [{name: p}]}
    script:
      image: python:3.12
      command: [python]
      source: |
        import json
        try: p = json.loads(r'''{{inputs.parameters.p}}''')
        except: p = r'''{{inputs.parameters.p}}'''

        print(p)`
  const give = (value: string): string =>
    manifest(`\n        arguments: {parameters: [{name: p, value: ${value}}]}`, template)
  expect(fixAll(give(`"it's '"`), 'value-unsafe').map(({ text }) => text)).toEqual([
    give(String.raw`"\"it\\u0027s \\u0027\""`),
  ])
})

test('what is said of a call follows what it calls', () => {
  const enums = '    inputs: {parameters: [{name: p, enum: [a, b]}]}\n    container: {image: i:1}'
  const before = manifest('\n        arguments: {parameters: [{name: p, value: c}]}', enums)
  const changes = [
    ['enum: [a, b]', 'enum: [a, c]'],
    ['{name: p, enum', '{name: q, enum'],
    ['container: {image: i:1}', 'script: {image: i:1, command: [python], source: x = 1}'],
  ] as const
  for (const [old, insert] of changes) {
    const tree = parseTree(before)
    checkTree(tree)
    const from = before.indexOf(old)
    const text = before.replace(old, insert)
    const next = updateTree(tree, [{ from, to: from + old.length, insert }], text)
    expect(checkTree(next)).toEqual(checkTree(parseTree(text)))
  }
})
