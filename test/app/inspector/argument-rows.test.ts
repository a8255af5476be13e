import { expect, test } from 'vitest'
import { calledTemplate, readManifest } from '../../../src/argo/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { argumentRows, missingCount } from '../../../app/inspector/argument-rows.ts'

/** One line a row: kind, name, state, value, and `raw`. */
function rowsOf(args: string, inputs: string, template = 'called'): string[] {
  const tree = parseTree(`
spec:
  templates:
  - name: main
    steps:
    - - {name: a, template: ${template}, arguments: ${args}}
  - name: called
    inputs: ${inputs}
    suspend: {}
`)
  expect(tree.problems).toEqual([])
  const [document] = tree.documents
  if (document === undefined) throw new Error('no document')
  const manifest = readManifest(document)
  const step = manifest.spec.templates[0]?.lanes[0]?.steps[0]
  if (step === undefined) throw new Error('no step')
  return argumentRows(step, calledTemplate(manifest, step)).map(
    ({ kind, name, state, value, isRaw, default: fallback }) =>
      [
        kind,
        name,
        state,
        value ?? '-',
        ...(isRaw ? ['raw'] : []),
        ...(fallback === undefined ? [] : [`=${fallback}`]),
      ].join(' '),
  )
}

test('an input is given, has a default, or is missing', () => {
  expect(
    rowsOf(
      '{parameters: [{name: c, value: 5}, {name: a, value: ""}]}',
      '{parameters: [{name: a}, {name: b, default: x}, {name: c, value: y}, {name: d}, {name: e, valueFrom: {default: z}}]}',
    ),
  ).toEqual([
    'parameter a given ',
    'parameter b default - =x',
    'parameter c given 5 =true',
    'parameter d missing -',
    'parameter e default -',
  ])
})

test('a value that is null is missing, one that is no text is YAML', () => {
  expect(
    rowsOf(
      '{parameters: [{name: a, value: }, {name: b, value: [1]}, {name: c, valueFrom: {supplied: {}}}, {name: d, value: 1, enum: ["1"]}]}',
      '{parameters: [{name: a}, {name: b}, {name: c}, {name: d}]}',
    ),
  ).toEqual([
    'parameter a missing -',
    'parameter b given - raw',
    'parameter c given - raw',
    'parameter d given 1 raw',
  ])
})

test('artifacts are references; optional and stored ones need not be given', () => {
  expect(
    rowsOf(
      '{artifacts: [{name: a, from: "{{steps.x.outputs.artifacts.y}}"}, {name: b, s3: {key: k}}]}',
      '{artifacts: [{name: a}, {name: b}, {name: c, optional: true}, {name: d, raw: {data: x}}, {name: e, path: /e}]}',
    ),
  ).toEqual([
    'artifact a given {{steps.x.outputs.artifacts.y}}',
    'artifact b given - raw',
    'artifact c default -',
    'artifact d default -',
    'artifact e missing -',
  ])
})

test('what no input asks for is surplus, so is the second of one name; nameless ones are YAML', () => {
  expect(
    rowsOf(
      '{parameters: [{name: a, value: 1}, {name: a, value: 2}, {name: z, value: 3}, {value: 4}]}',
      '{parameters: [{name: a}]}',
    ),
  ).toEqual([
    'parameter a given 1',
    'parameter a surplus 2',
    'parameter z surplus 3',
    'parameter  surplus 4 raw',
  ])
})

test('of an unknown template nothing is known to be missing or surplus', () => {
  expect(rowsOf('{parameters: [{name: a, value: 1}]}', '{}', 'elsewhere')).toEqual([
    'parameter a unchecked 1',
  ])
})

test('missing rows are counted', () => {
  expect(missingCount([])).toBe(0)
})
