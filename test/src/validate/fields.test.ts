import { describe, expect, it, test } from 'vitest'
import { checkTree, usualSettings, type CheckSettings } from '../../../src/validate/index.ts'
import { parseTree, updateTree } from '../../../src/yaml/index.ts'
import { stepsManifest } from '../../support/generate.ts'

describe('fields against the description', () => {
  it('says the same after an edit as of a fresh text', () => {
    const before = stepsManifest(40)
    const from = before.indexOf('template: measure', before.length / 4)
    const change = { from, to: from + 'template'.length, insert: 'tenplate' }
    const tree = parseTree(before)
    checkTree(tree)
    const text = before.slice(0, change.from) + change.insert + before.slice(change.to)
    const again = checkTree(updateTree(tree, [change], text))
    expect(again).toEqual(checkTree(parseTree(text)))
    const [unknown] = again.filter(({ code }) => code === 'field-unknown')
    expect(unknown?.severity).toBe('error')
    expect(unknown?.message).toContain('Did you mean `template`?')
    expect(text.slice(unknown?.range.from, unknown?.range.to)).toBe('tenplate')
  })
  it('says it once where an anchor stands, not at its aliases', () => {
    const text = `kind: WorkflowTemplate
spec:
  templates:
  - name: a
    container: &c {image: "i:1", imgae: j, env: [{name: x, value: on}]}
  - name: b
    container: *c
  - name: c
    container: {<<: *c, image: "k:1"}
`
    const codes = checkTree(parseTree(text)).map(({ code }) => code)
    expect(codes).toEqual(['field-unknown', 'text-unquoted'])
  })
  it('looks into all kinds, and no other objects', () => {
    const cron =
      'kind: CronWorkflow\nspec: {schedules: ["@daily"], workflowSpec: {entrypoint: a, x: 1, templates: [{name: a, suspend: {}}]}}'
    expect(checkTree(parseTree(cron)).map(({ path }) => path)).toEqual([
      ['spec', 'workflowSpec', 'x'],
    ])
    const others = 'kind: Pod\nspec: {x: yes}\n---\na: on\n'
    expect(checkTree(parseTree(others)).map(({ code }) => code)).not.toContain('field-unknown')
  })
})

test('a key of the ConfigMap of memoize is of versions before 4.0', () => {
  const text = `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    memoize: {key: a, maxAge: 1h, cache: {configMap: {name: kept, key: last}}}
    container: {image: "i:1"}
`
  const codes = (target: CheckSettings['target']) =>
    checkTree(parseTree(text), [], { ...usualSettings, target }).map(({ code }) => code)
  expect(codes('3.5')).toEqual([])
  expect(codes('3.7')).toEqual([])
  expect(codes('4.0')).toEqual(['field-removed'])
})
