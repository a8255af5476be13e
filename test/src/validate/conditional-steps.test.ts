import { expect, test } from 'vitest'
import { readManifest } from '../../../src/argo/index.ts'
import { changedConditions, conditionalSteps } from '../../../src/validate/conditional-steps.ts'
import { parseTree } from '../../../src/yaml/index.ts'

function conditionsOf(...conditions: readonly string[]) {
  const steps = conditions.map((when, index) => `    - - {name: s${String(index)}${when}}`)
  const text = `kind: Workflow\nspec:\n  templates:\n  - name: main\n    steps:\n${steps.join('\n')}\n`
  const [document] = parseTree(text).documents
  const template = document && readManifest(document).spec.templates[0]
  if (template === undefined) throw new Error('no template')
  return (before?: ReadonlyMap<string, string>) => conditionalSteps(template, before)
}

test('steps with a condition, the same map while none of them changes', () => {
  const before = conditionsOf(', when: a', '', ', when: c')()
  expect([...before]).toEqual([
    ['s0', 'a'],
    ['s2', 'c'],
  ])
  expect(conditionsOf(', when: a', '', ', when: c', '')(before)).toBe(before)
  expect(conditionsOf(', when: a', ', when: b', ', when: c')(before)).not.toBe(before)
})

test('who has another condition, has one now, or none any more', () => {
  const before = conditionsOf(', when: a', '', ', when: c', ', when: d')()
  const after = conditionsOf(', when: a', ', when: b', '', ', when: e')()
  expect(changedConditions(before, before)).toEqual([])
  expect(new Set(changedConditions(before, after))).toEqual(new Set(['s1', 's2', 's3']))
})
