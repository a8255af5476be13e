import { expect, test } from 'vitest'
import { checkTree, usualSettings, type ProblemCode } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { fixAll } from '../../support/fix-laws.ts'

/* Rules of the full definitions of Argo 4, which Kubernetes checks and lint does not. Whole examples are in `test/corpus/rules`. */

const body = (fields: string): string =>
  `kind: Workflow\nspec:\n  entrypoint: main\n  templates:\n  - name: main\n${fields}\n    container: {image: i:1}\n`
const artifact = (fields: string): string =>
  body(`    inputs: {artifacts: [{name: a, path: /a, ${fields}}]}`)
const resource = (fields: string): string =>
  `kind: Workflow\nspec:\n  entrypoint: main\n  templates:\n  - name: main\n    resource:\n      action: get\n${fields}\n`
const cron = (schedule: string): string =>
  `kind: CronWorkflow\nspec:\n  schedules: ['${schedule}']\n  workflowSpec: {workflowTemplateRef: {name: x}}\n`

test.each<[code: ProblemCode, before: string, after: readonly string[]]>([
  ['crd-mode', artifact('mode: 755, raw: {data: x}'), [artifact('mode: 493, raw: {data: x}')]],
  ['crd-mode', artifact('mode: 1000, raw: {data: x}'), []],
  [
    'crd-location',
    artifact('raw: {data: x}, s3: {key: k}'),
    [artifact('s3: {key: k}'), artifact('raw: {data: x}')],
  ],
  [
    'crd-manifest',
    resource('      manifest: x\n      manifestFrom: {artifact: {name: x}}'),
    [resource('      manifest: x'), resource('      manifestFrom: {artifact: {name: x}}')],
  ],
  [
    'crd-limit',
    body('    inputs: {parameters: [{name: p, default: x, enum: []}]}'),
    [body('    inputs: {parameters: [{name: p, default: x}]}')],
  ],
  ['crd-schedule', cron(' @daily'), [cron('@daily')]],
  ['crd-schedule', cron('TZ=UTC @daily'), []],
  [
    'crd-value',
    body("    retryStrategy: {limit: 1, retryPolicy: ''}"),
    [body('    retryStrategy: {limit: 1}')],
  ],
  [
    'crd-value',
    artifact('s3: {key: k, addressingStyle: pth}'),
    [artifact('s3: {key: k, addressingStyle: path}')],
  ],
])('%s is mended', (code, before, after) => {
  expect(fixAll(before, code).map(({ text }) => text)).toEqual(after)
  const found = checkTree(parseTree(before), [], { ...usualSettings, target: '3.7' })
  expect(found.map((problem) => problem.code)).not.toContain(code)
})

test('there are at most so many of each', () => {
  const list = (count: number, item: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => item(index)).join(', ')
  const codes = (text: string): readonly string[] =>
    checkTree(parseTree(text)).map(({ code }) => code)
  const templates = (count: number): string =>
    `kind: WorkflowTemplate\nspec:\n  templates: [${list(count, (index) => `{name: t${String(index)}, suspend: {}}`)}]\n`
  expect(codes(templates(200))).toEqual([])
  expect(codes(templates(201))).toEqual(['crd-limit'])
  const inputs = (count: number): string =>
    body(
      `    inputs: {parameters: [${list(count, (index) => `{name: p${String(index)}, default: x}`)}]}`,
    )
  expect(codes(inputs(500))).toEqual([])
  expect(codes(inputs(501))).toEqual(['crd-limit'])
  const tasks = (count: number): string =>
    `kind: WorkflowTemplate\nspec:\n  templates:\n  - name: main\n    dag: {tasks: [${list(count, (index) => `{name: t${String(index)}, template: t}`)}]}\n  - {name: t, suspend: {}}\n`
  expect(codes(tasks(200))).toEqual([])
  expect(codes(tasks(201))).toEqual(['crd-limit'])
})
