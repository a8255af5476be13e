import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CheckBench } from '../../../app/problems/check-bench.ts'
import { CheckRequests } from '../../../app/problems/check-requests.ts'
import { ChangeSet } from '../../../src/document/index.ts'
import { checkTree, usualSettings } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import '../../support/seeds.ts'

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: a}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: a, template: t}
          - {name: b, templateRef: {name: lib, template: gone}}
    - name: t
      container: {image: "alpine:3.20"}
`

const library = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
    - name: job
      container: {image: "alpine:3.20"}
`

const pieces = ['x', ' ', '\n', ': ', '{{', '}}', '- ', 'template: t', '"', '']

test('answers to changes are those about the whole text, broken or not', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 12 }),
    insert: fc.constantFrom(...pieces),
    isAsked: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const bench = new CheckBench()
      const requests = new CheckRequests()
      let text = workflow
      bench.answer(requests.next('a.yaml', text, [], usualSettings))
      for (const { at, length, insert, isAsked } of edits) {
        const from = Math.floor(at * text.length)
        const to = Math.min(text.length, from + length)
        const changes = ChangeSet.of([{ from, to, insert }], text.length)
        requests.note(changes)
        text = changes.apply(text)
        if (!isAsked) continue
        const { list } = bench.answer(
          structuredClone(requests.next('a.yaml', text, [], usualSettings)),
        )
        expect(structuredClone(list)).toEqual(checkTree(parseTree(text)))
      }
    }),
    { numRuns: 30 },
  )
})

test('only what is new is sent', () => {
  const requests = new CheckRequests()
  const others = [{ tree: parseTree(library) }]
  const settings = { ...usualSettings, mode: 'create' as const }
  expect(requests.next('a.yaml', 'a: b', [], usualSettings)).toEqual({
    version: 1,
    name: 'a.yaml',
    text: 'a: b',
    others: [],
    settings: usualSettings,
  })
  const changes = ChangeSet.of([{ from: 3, to: 4, insert: 'c' }], 4)
  requests.note(changes)
  expect(requests.next('a.yaml', 'a: c', others, usualSettings)).toEqual({
    version: 2,
    name: 'a.yaml',
    text: [{ from: 3, to: 4, insert: 'c' }],
    others: [{ id: 1, text: library }],
  })
  expect(requests.next('a.yaml', 'a: c', others, settings)).toEqual({
    version: 3,
    name: 'a.yaml',
    text: [],
    others: [{ id: 1 }],
    settings,
  })
  requests.note(ChangeSet.between('a: c', 'kind: Workflow'))
  expect(requests.next('a.yaml', 'kind: Workflow', [], settings)).toMatchObject({
    text: 'kind: Workflow',
  })
  expect(requests.next('a.yaml', 'kind: Workflow', others, settings)).toMatchObject({
    others: [{ id: 1, text: library }],
  })
})

test('a file of tests is checked by what tests may say', () => {
  const bench = new CheckBench()
  const requests = new CheckRequests()
  const codes = (name: string, text: string): readonly string[] =>
    bench.answer(requests.next(name, text, [], usualSettings)).list.map(({ code }) => code)
  expect(codes('a.yaml', '- {nam: x}\n')).toEqual(['document-not-a-map'])
  expect(codes('a.test.yaml', '- {nam: x}\n')).toEqual(['test-unreadable'])
  expect(codes('b.yaml', 'tests: [{name: x}]\n')).toEqual([])
})

test('templates of other texts are known while their texts are there, and settings hold', () => {
  const bench = new CheckBench()
  const requests = new CheckRequests()
  const others = [{ tree: parseTree(library) }]
  const codes = (sources: typeof others, settings = usualSettings): readonly string[] =>
    bench.answer(requests.next('a.yaml', workflow, sources, settings)).list.map(({ code }) => code)
  expect(codes([])).toEqual([])
  expect(codes(others)).toEqual(['template-unknown'])
  expect(codes(others)).toEqual(['template-unknown'])
  const off = { ...usualSettings, off: new Set(['template-unknown']) }
  expect(codes(others, structuredClone(off))).toEqual([])
  expect(codes([], usualSettings)).toEqual([])
})
