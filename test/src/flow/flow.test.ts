import { describe, expect, test } from 'vitest'
import {
  consumersOf,
  definitionRange,
  describeReference,
  describeSymbol,
  edgesOf,
  flowOf,
  producersOf,
  referenceRange,
  referencesOf,
  referencesTo,
  symbolAt,
  type DataUse,
  type Flow,
  type FlowReference,
  type Origin,
} from '../../../src/flow/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: flow-
spec:
  entrypoint: main
  onExit: clean
  arguments:
    parameters:
      - name: message
        value: hi
  templates:
    - name: main
      inputs:
        parameters:
          - name: message
      outputs:
        parameters:
          - name: side
            valueFrom:
              parameter: "{{steps.nested.outputs.parameters.got}}"
      steps:
        - - name: flip
            template: toss
            arguments:
              parameters:
                - {name: coin, value: "{{inputs.parameters.message}}"}
        - - name: nested
            template: inner
            when: "{{steps.flip.outputs.result}} == heads"
            arguments:
              parameters:
                - name: word
                  value: "{{ steps.flip.outputs.parameters.side }} {{=steps['flip'].outputs.result}}"
          - name: beside
            template: toss
            arguments:
              parameters:
                - {name: coin, value: "{{steps.nested.outputs.parameters.got}}"}
        - - name: last
            template: toss
            withItems: [1, 2]
            hooks:
              exit:
                template: clean
                arguments:
                  parameters: [{name: coin, value: "{{steps.last.status}}"}]
            arguments:
              parameters:
                - {name: coin, value: "{{item}} {{workflow.parameters.message}} {{steps.gone.id}}"}
                - {name: other, value: "{{steps.nested.outputs.parameters.got}}"}
    - name: inner
      inputs:
        parameters:
          - name: word
      outputs:
        parameters:
          - name: got
            valueFrom:
              expression: tasks['deep-one'].outputs.result
      dag:
        target: deep-two
        tasks:
          - name: deep-one
            template: toss
            arguments:
              parameters:
                - {name: coin, value: "{{inputs.parameters.word}}"}
          - name: deep-two
            depends: deep-one.Succeeded && !deep-three
            template: toss
            arguments:
              parameters:
                - {name: coin, value: "{{tasks.deep-three.outputs.result}}"}
          - name: deep-three
            inline:
              script:
                image: alpine
                source: |
                  # {{inputs.parameters.word}}
                    echo {{tasks.deep-one.outputs.result}}
    - name: toss
      inputs:
        parameters:
          - name: coin
            default: euro
      outputs:
        parameters:
          - name: side
            valueFrom: {path: /tmp/side}
      script:
        image: alpine
        source: |
          echo "{{inputs.parameters.coin}}" {{outputs.parameters.side.path}}
    - name: clean
      container: {image: alpine, args: ["{{workflow.status}}"]}
`

const tree = parseTree(workflow)

function opened(): Flow {
  const flow = flowOf(tree, 0)
  if (flow === undefined) throw new Error('no document')
  return flow
}

const flow = opened()

/** The path of the step or task of a name. */
function step(name: string) {
  const at = symbolAt(tree, workflow.indexOf(`- name: ${name}\n`) + 8)
  if (at?.symbol?.kind !== 'step') throw new Error(`no step ${name}`)
  return at.symbol.path
}

/** A reference as text: `main/nested: steps.flip.outputs.result`. */
function short(reference: FlowReference): string {
  return `${reference.reader.name ?? reference.reader.kind}: ${reference.text}`
}

const way = (origin: Origin): string =>
  origin.from.length === 0 ? origin.label : `${origin.label} < ${origin.from.map(way).join(' | ')}`

const uses = ({ reference, output, next }: DataUse): string =>
  `${output} > ${short(reference)}${next.length > 0 ? ` > ${next.map(uses).join(' | ')}` : ''}`

/** What an offset is on, as words: of the first place of a text, `n` characters in. */
function at(text: string, n = 0): string | undefined {
  const found = symbolAt(tree, workflow.indexOf(text) + n)
  if (found === undefined) return undefined
  const source = workflow.slice(found.range.from, found.range.to)
  return `${source} = ${found.symbol ? describeSymbol(flow, found.symbol) : 'nothing'}`
}

describe('references', () => {
  test('each is written where it says', () => {
    for (const reference of referencesOf(flow)) {
      const range = referenceRange(tree, reference)
      expect(range).toBeDefined()
      const source = range && workflow.slice(range.from, range.to)
      expect(source?.replaceAll(/\['([^']+)'\]/g, '.$1')).toBe(reference.text)
    }
  })

  test('what means nothing says why', () => {
    const problems = referencesOf(flow).flatMap((reference) =>
      reference.problem === undefined ? [] : [`${short(reference)} — ${reference.problem}`],
    )
    expect(problems).toEqual([
      'beside: steps.nested.outputs.parameters.got — The step nested runs in the same lane, so it is not over when this is read.',
      'last: steps.gone.id — There is no step gone in the template main.',
      'deep-three: tasks.deep-one.outputs.result — The task deep-three does not wait for deep-one: name it under its dependencies.',
    ])
  })

  test('a task has to wait for what it reads', () => {
    const text = workflow.replace(' && !deep-three', '')
    const other = flowOf(parseTree(text), 0)
    const found = other && referencesOf(other).find(({ reader }) => reader.name === 'deep-two')
    expect(found?.problem).toBeUndefined()
    const data = other && referencesOf(other).find(({ text: own }) => own.includes('deep-three'))
    expect(data?.problem).toBe(
      'The task deep-two does not wait for deep-three: name it under its dependencies.',
    )
  })
})

describe('where inputs come from', () => {
  const producers = (name: string): string[] =>
    producersOf(flow, step(name)).map(({ taker, origin }) => `${taker}: ${way(origin)}`)

  test('from inputs of the template, and so from the workflow', () => {
    expect(producers('flip')).toEqual(['coin: input message < workflow message'])
  })

  test('from other steps, in conditions and expressions too', () => {
    expect(producers('nested')).toEqual([
      'when: flip.result',
      'word: flip.side',
      'word: flip.result',
    ])
  })

  test('into nested templates and out of them', () => {
    expect(producers('last')).toEqual([
      'hook exit: coin: last.status',
      'coin: workflow message',
      'coin: gone.id',
      'other: nested.got < deep-one.result',
    ])
    expect(producers('deep-one')).toEqual(['coin: input word < nested < flip.side | flip.result'])
  })

  test('what a template given in place takes from around it', () => {
    expect(producers('deep-three')).toEqual([
      'inline: input word < nested < flip.side | flip.result',
      'inline: deep-one.result',
    ])
  })
})

test('who uses the outputs, and who beyond the template', () => {
  expect(consumersOf(flow, step('flip')).map(uses)).toEqual([
    'result > nested: steps.flip.outputs.result',
    'side > nested: steps.flip.outputs.parameters.side',
    'result > nested: steps.flip.outputs.result',
  ])
  expect(consumersOf(flow, step('deep-one')).map(uses)).toEqual([
    'result > deep-three: tasks.deep-one.outputs.result',
    'result > inner: tasks.deep-one.outputs.result > got > beside: steps.nested.outputs.parameters.got | got > last: steps.nested.outputs.parameters.got | got > main: steps.nested.outputs.parameters.got',
  ])
})

test('edges of a template', () => {
  const main = flow.templates.get('main')
  const edges = main ? edgesOf(main.view) : []
  const end = (one: (typeof edges)[number]['from']): string =>
    typeof one === 'string' ? one : one.join('.')
  expect(
    edges.map(({ from, to, labels }) => `${end(from)} > ${end(to)}: ${labels.join()}`),
  ).toEqual([
    'inputs > steps.0.0: message',
    'steps.0.0 > steps.1.0: result,side',
    'steps.1.0 > steps.1.1: got',
    'inputs > steps.2.0: workflow message',
    'steps.1.0 > steps.2.0: got',
    'steps.1.0 > outputs: got',
  ])
})

describe('what an offset is on', () => {
  test.each([
    ['the step of a tag', 'steps.flip.outputs.parameters.side', 7, 'flip = step flip of main'],
    [
      'the output of it',
      'steps.flip.outputs.parameters.side',
      31,
      'side = output parameter side of toss',
    ],
    ['an expression', "steps['flip']", 8, 'flip = step flip of main'],
    ['a called template', 'template: toss', 12, 'toss = template toss'],
    ['the entrypoint', 'entrypoint: main', 13, 'main = template main'],
    ['an argument’s name', 'name: coin, value', 7, 'coin = input parameter coin of toss'],
    [
      'a workflow parameter',
      'workflow.parameters.message',
      22,
      'message = workflow parameter message',
    ],
    ['depends', 'deep-one.Succeeded', 2, 'deep-one = task deep-one of inner'],
    ['target', 'target: deep-two', 10, 'deep-two = task deep-two of inner'],
    ['a block of text', 'echo {{tasks.deep-one', 15, 'deep-one = task deep-one of inner'],
    ['a definition', 'name: got', 7, 'got = output parameter got of inner'],
    ['what is not there', 'steps.gone', 7, 'steps.gone.id = nothing'],
    ['the item', '{{item}}', 3, 'item = nothing'],
  ])('%s', (_, text, n, words) => {
    expect(at(text, n)).toBe(words)
  })

  test('nothing elsewhere', () => {
    expect(at('image: alpine', 8)).toBeUndefined()
    expect(at('echo "', 2)).toBeUndefined()
  })
})

test('all references to a thing, and where it is defined', () => {
  const of = (text: string, n: number): string[] => {
    const symbol = symbolAt(tree, workflow.indexOf(text) + n)?.symbol
    if (symbol === undefined) return []
    const range = definitionRange(tree, symbol)
    return [
      range ? workflow.slice(range.from, range.to) : '',
      ...referencesTo(tree, symbol).map(short),
    ]
  }
  expect(of('name: deep-one', 8)).toEqual([
    'deep-one',
    'inner: tasks.deep-one.outputs.result',
    'deep-two: deep-one',
    'deep-three: tasks.deep-one.outputs.result',
  ])
  expect(of('- name: coin\n', 9)).toEqual([
    'coin',
    'flip: coin',
    'beside: coin',
    'last: coin',
    'deep-one: coin',
    'deep-two: coin',
    'toss: inputs.parameters.coin',
  ])
  expect(of('name: got', 7)).toEqual([
    'got',
    'main: steps.nested.outputs.parameters.got',
    'beside: steps.nested.outputs.parameters.got',
    'last: steps.nested.outputs.parameters.got',
  ])
  expect(of('- name: clean', 9)).toEqual(['clean', 'workflow: clean', 'last: clean'])
})

test('references in words', () => {
  const said = referencesOf(flow).map((reference) => describeReference(flow, reference).title)
  expect(said).toContain('Result of the step flip')
  expect(said).toContain('Output parameter side of the step flip')
  expect(said).toContain('Workflow parameter message')
  expect(said).toContain('The task deep-one')
})

test('templates of other documents of the file', () => {
  const text = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: a
            templateRef: {name: lib, template: work}
        - - name: b
            templateRef: {name: lib, template: work}
            arguments:
              parameters: [{name: in, value: "{{steps.a.outputs.parameters.out}}"}]
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
    - name: work
      inputs: {parameters: [{name: in, default: x}]}
      outputs: {parameters: [{name: out, valueFrom: {path: /x}}]}
      container: {image: alpine}
`
  const two = parseTree(text)
  const symbol = symbolAt(two, text.indexOf('outputs.parameters.out') + 20)?.symbol
  expect(symbol).toMatchObject({ kind: 'output', document: 1, name: 'out' })
  const work = symbolAt(two, text.indexOf('- name: work') + 9)?.symbol
  expect(work && referencesTo(two, work).map(short)).toEqual(['a: work', 'b: work'])
})
