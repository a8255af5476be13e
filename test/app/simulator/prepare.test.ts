import { expect, it } from 'vitest'
import { readManifest } from '../../../src/argo/index.ts'
import { configValueOf } from '../../../app/simulator/config-values.ts'
import { missingParameters } from '../../../app/simulator/prepare.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const [document] = parseTree(`kind: Workflow
spec:
  arguments:
    parameters:
      - {name: plain}
      - {name: valued, value: 1}
      - {name: kept, valueFrom: {configMapKeyRef: {name: settings, key: color}}}
      - {name: fallen, valueFrom: {default: red, configMapKeyRef: {name: settings, key: other}}}
      - {name: later, valueFrom: {supplied: {}}}
`).documents
const parameters = document === undefined ? [] : readManifest(document).spec.parameters

it('parameters without a value of their own take those of ConfigMaps, or are asked for', () => {
  const maps = { settings: { color: 'blue' } }
  expect(parameters.map((each) => configValueOf(each, maps)?.value)).toEqual([
    undefined,
    undefined,
    'blue',
    'red',
    undefined,
  ])
  expect(missingParameters(parameters, {}, maps)).toEqual(['plain'])
  expect(missingParameters(parameters, {}, {})).toEqual(['plain', 'kept'])
  expect(missingParameters(parameters, { kept: 'x', plain: '' }, {})).toEqual([])
})
