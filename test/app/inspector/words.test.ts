import { expect, test } from 'vitest'
import type { ScopeValue } from '../../../src/argo/index.ts'
import { readManifest, valuesInScope } from '../../../src/argo/index.ts'
import { editComparison, itemAt, toBuilder } from '../../../src/expression/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { conditionProblems, rightText, withRight } from '../../../app/inspector/condition.ts'
import {
  conditionOptions,
  firstLeftSide,
  nearbyValues,
  referenceOptions,
} from '../../../app/inspector/reference-options.ts'
import { shorten } from '../../../app/inspector/shorten.ts'
import { describeCalls, templateCalls } from '../../../app/inspector/template-calls.ts'
import { insertAt, tokenParts } from '../../../app/inspector/token-parts.ts'

test('references are cut out of a text', () => {
  expect(tokenParts('a {{x}}{{ y }} {{')).toEqual([
    { text: 'a ', isTag: false },
    { text: '{{x}}', isTag: true },
    { text: '{{ y }}', isTag: true },
    { text: ' ', isTag: false },
    { text: '{{', isTag: false },
  ])
  expect(tokenParts('')).toEqual([])
  expect(insertAt('abcd', 1, 3, 'X')).toBe('aXd')
})
test('long names are cut in the middle', () => {
  expect(shorten('short')).toBe('short')
  expect(shorten('a\n b')).toBe('a b')
  const cut = shorten(`${'x'.repeat(9999)}end`)
  expect(cut).toHaveLength(60)
  expect(cut).toMatch(/^x+…x*end$/)
})

function edited(text: string, typed: string): string | undefined {
  const root = toBuilder(text)
  const item = root && itemAt(root, [0])
  return item?.kind === 'comparison' ? editComparison(text, [0], withRight(item, typed)) : undefined
}
function shown(text: string): string | undefined {
  const root = toBuilder(text)
  const item = root && itemAt(root, [0])
  return item?.kind === 'comparison' ? rightText(item) : undefined
}
test('the right side of a comparison is one text, a list has commas', () => {
  expect(shown('{{x}} == "a, b"')).toBe('a, b')
  expect(shown('{{x}} in ("a", \'b c\')')).toBe('a, b c')
  expect(shown('{{x}} in ("a, b", "c")')).toBeUndefined()
  expect(edited('{{x}} == "a"', 'b')).toBe('{{x}} == "b"')
  expect(edited('{{x}} in ("a", \'b\')', 'a, c')).toBe('{{x}} in ("a", \'c\')')
})
test('problems of a condition say where', () => {
  expect(conditionProblems('a == b')).toEqual([])
  expect(conditionProblems('a ==')[0]).toMatch(/^Column \d+: /)
  expect(conditionProblems('a ==\n  b &&')[0]).toMatch(/^Line 2, column \d+: /)
})

const value = (reference: string, source: ScopeValue['source'], label: string): ScopeValue => {
  const kind = reference.startsWith('inputs.artifacts') ? 'artifact' : 'parameter'
  const type = kind === 'artifact' ? 'artifact' : 'text'
  return { reference, parts: reference.split('.'), kind, type, source, label }
}
const values: readonly ScopeValue[] = [
  value('item', { kind: 'item' }, 'item'),
  value('inputs.artifacts.a', { kind: 'inputs' }, 'a'),
  value('steps.b.status', { kind: 'step', name: 'b' }, 'status'),
  value('steps.a.outputs.result', { kind: 'step', name: 'a' }, 'outputs.result'),
]
test('a new condition asks for the newest result', () => {
  expect(firstLeftSide(values)).toBe('{{steps.a.outputs.result}}')
  expect(firstLeftSide(values.slice(0, 3))).toBe('{{steps.b.status}}')
  expect(firstLeftSide(values.slice(0, 1))).toBe('{{item}}')
  expect(firstLeftSide([])).toBe('')
  expect(conditionOptions(values).map(({ label }) => label)).toEqual([
    'steps.b.status',
    'steps.a.outputs.result',
    'item',
  ])
  expect(referenceOptions(values, 'artifact')).toEqual([
    {
      value: '{{inputs.artifacts.a}}',
      label: 'inputs.artifacts.a',
      group: 'Inputs of this template',
    },
  ])
})

test('who calls a template', () => {
  const [document] = parseTree(`
spec:
  entrypoint: a
  templates:
  - {name: a, steps: [[{name: x, template: b}, {name: y, template: b}]]}
  - {name: b, suspend: {}}
  - {name: c, dag: {tasks: [{name: t, template: b}]}}
`).documents
  if (document === undefined) throw new Error('no document')
  const manifest = readManifest(document)
  expect(describeCalls(templateCalls(manifest, 'b'))).toBe('Used by 3 steps.')
  expect(describeCalls(templateCalls(manifest, 'a'))).toBe('The entrypoint.')
  expect(describeCalls(templateCalls(manifest, 'c'))).toBe('Not used yet.')
  expect(describeCalls(templateCalls(manifest, undefined))).toBe('Not used yet.')
})

test('values of far lanes are not suggested, those of near ones as ever', () => {
  const lanes = Array.from({ length: 60 }, (_, lane) => `[{name: s${String(lane)}, template: b}]`)
  const [document] = parseTree(`
spec:
  templates:
  - {name: a, steps: [${lanes.join(', ')}]}
  - {name: b, script: {source: x}}
`).documents
  if (document === undefined) throw new Error('no document')
  const manifest = readManifest(document)
  const near = { template: 0, lane: 30, step: 0 }
  expect(nearbyValues(manifest, near)).toEqual(valuesInScope(manifest, near))
  const far = nearbyValues(manifest, { template: 0, lane: 59, step: 0 })
  expect(far[0]?.reference).toBe('steps.s58.outputs.result')
  expect(far.some(({ reference }) => reference.startsWith('steps.s18.'))).toBe(false)
})
