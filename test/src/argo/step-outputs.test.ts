import { expect, it } from 'vitest'
import {
  calledFacts,
  readManifest,
  stepOutputs,
  type CalledFacts,
} from '../../../src/argo/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const always = ['status', 'id', 'startedAt', 'finishedAt', 'hostNodeName']
const once = { loop: undefined, collects: false } as const
const items = { loop: 'withItems', collects: true } as const
const sequence = { loop: 'withSequence', collects: false } as const

function factsOf(body: string): CalledFacts | undefined {
  const [document] = parseTree(
    `kind: Workflow\nspec:\n  templates:\n  - {name: t, ${body}}\n`,
  ).documents
  const template = document && readManifest(document).spec.templates[0]
  return template && calledFacts(template)
}

const declared = 'outputs: {parameters: [{name: p}], artifacts: [{name: a}]}, suspend: {}'

it.each([
  ['suspend: {}', once, []],
  ['container: {}', once, ['outputs.result', 'exitCode']],
  ['daemon: true, container: {}', once, ['outputs.result', 'exitCode', 'ip']],
  ['resource: {}', once, []],
  ['containerSet: {containers: [{name: a}]}', once, []],
  ['containerSet: {containers: [{name: main}]}', once, ['outputs.result', 'exitCode']],
  [
    'containerSet: {containers: [{name: a}]}',
    items,
    ['outputs.result', 'exitCode', 'outputs.parameters'],
  ],
  [declared, once, ['outputs.parameters.p', 'outputs.artifacts.a']],
  [declared, items, ['outputs.parameters.p', 'outputs.artifacts.a', 'outputs.parameters']],
  [declared, sequence, ['outputs.parameters.p', 'outputs.artifacts.a']],
] as const)('a template {%s} called in %j gives what Argo knows of it', (body, step, own) => {
  const outputs = stepOutputs(factsOf(body), step).map(({ parts }) => parts.join('.'))
  expect(outputs.toSorted()).toEqual([...own, ...always].toSorted())
})
