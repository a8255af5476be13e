import { describe, expect, it } from 'vitest'
import { askedInputs, singleStep, textIn } from '../../../app/simulator/single-step.ts'
import {
  driveRun,
  placeholder,
  startRun,
  textFile,
  type OutcomeRequest,
  type Run,
  type RunOptions,
} from '../../../src/simulate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const tree = parseTree(`apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: two-}
spec:
  entrypoint: main
  onExit: say
  hooks: {running: {expression: 'true', template: say}}
  arguments: {parameters: [{name: day}]}
  templates:
    - name: main
      steps:
        - - name: a
            template: say
            arguments: {parameters: [{name: text, value: '{{workflow.parameters.day}}'}]}
        - - name: b
            arguments: {parameters: [{name: text, value: hello}]}
            inline:
              inputs: {parameters: [{name: text}]}
              container: {image: alpine, args: ['{{steps.a.status}} {{inputs.parameters.text}}']}
        - - name: far
            templateRef: {name: lib, template: outer}
        - - name: never
            when: 'false'
            template: read
            arguments: {artifacts: [{name: file, raw: {data: old}}]}
    - name: say
      inputs: {parameters: [{name: text, default: bye}]}
      container: {image: alpine, args: ['{{inputs.parameters.text}} {{workflow.parameters.day}}']}
    - name: read
      inputs:
        parameters: [{name: level, enum: [low, high]}]
        artifacts: [{name: file, path: /tmp/file}, {name: more, path: /tmp/more, optional: true}]
      container: {image: alpine}
`)
const library = parseTree(`apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
  - apiVersion: argoproj.io/v1alpha1
    kind: WorkflowTemplate
    metadata: {name: lib}
    spec:
      templates:
        - name: outer
          dag: {tasks: [{name: near, template: leaf}]}
        - name: leaf
          container: {image: alpine, args: [from the library]}
`)
const options: RunOptions = {
  sources: [{ tree }, { tree: library }],
  document: 0,
  parameters: { day: 'monday' },
  seed: 1,
  now: 0,
}

async function runOf(from: RunOptions): Promise<{ run: Run; asked: readonly OutcomeRequest[] }> {
  const started = startRun(from)
  if (!started.ok) throw new Error(started.error)
  const asked: OutcomeRequest[] = []
  await driveRun(started.value, (request) => {
    asked.push(request)
    return placeholder(request)
  })
  return { run: started.value, asked }
}

const named = (run: Run, name: string) => {
  const found = [...run.nodes.values()].find(({ displayName }) => displayName === name)
  if (found === undefined) throw new Error(`no node ${name}`)
  return found
}

/** What a node of the whole run does when it runs alone: the nodes that come to be, and what pods are asked. */
async function alone(name: string, parameters = {}, artifacts = {}, from = options) {
  const node = named((await runOf(from)).run, name)
  const { run, asked } = await runOf(singleStep(from, node, { parameters, artifacts }))
  expect(run.phase).toBe('Succeeded')
  const container = asked.map(({ template }) => template['container'])
  return { run, asked, container, nodes: [...run.nodes.values()] }
}

describe('a step that runs alone', () => {
  it('is all that runs, with the inputs that are given', async () => {
    const { nodes, container } = await alone('a', { text: 'hi' })
    expect(nodes.map(({ templateName }) => templateName)).toEqual(['say'])
    expect(nodes[0]?.inputs?.parameters).toMatchObject([{ name: 'text', value: 'hi' }])
    expect(container).toMatchObject([{ args: ['hi monday'] }])
  })

  it('may be given in place, and keeps what the step around it gave it', async () => {
    const { container } = await alone('b', { text: 'hi' })
    expect(container).toMatchObject([{ args: ['Succeeded hi'] }])
  })

  it('may be of another file, in a list of Kubernetes, with what that calls', async () => {
    const whole = await alone('far')
    expect(whole.nodes.map(({ type }) => type)).toEqual(['DAG', 'Pod'])
    const { container } = await alone('near')
    expect(container).toMatchObject([{ args: ['from the library'] }])
  })

  it('may be of the manifest that a workflow runs as a whole', async () => {
    const short = parseTree(
      'kind: Workflow\nmetadata: {name: w}\nspec: {entrypoint: outer, workflowTemplateRef: {name: lib}}\n',
    )
    const { container } = await alone(
      'near',
      {},
      {},
      {
        ...options,
        parameters: {},
        sources: [{ tree: short }, { tree: library }],
      },
    )
    expect(container).toMatchObject([{ args: ['from the library'] }])
  })

  it('may be one that was skipped, and takes artifacts as they are', async () => {
    const file = textFile('new')
    const { asked } = await alone('never', { level: 'low' }, { file })
    expect(asked.map(({ artifacts }) => artifacts)).toEqual([{ file }])
  })

  it('may run alone once more, with other inputs', async () => {
    const node = named((await runOf(options)).run, 'b')
    const once = singleStep(options, node, { parameters: { text: '1' }, artifacts: {} })
    const [again] = (await runOf(once)).run.nodes.values()
    if (again === undefined) throw new Error('nothing ran')
    const twice = singleStep(once, again, { parameters: { text: '2' }, artifacts: {} })
    expect((await runOf(twice)).asked[0]?.template['container']).toMatchObject({
      args: ['Succeeded 2'],
    })
  })
})

describe('what a step that runs alone wants to be given', () => {
  it('is what its template takes, with the values that it had', async () => {
    const { run } = await runOf(options)
    expect(askedInputs(options, named(run, 'a'), {})).toEqual({
      parameters: [{ name: 'text', value: 'monday', choices: [], description: '' }],
      artifacts: [],
    })
    const content = textFile('old')
    expect(askedInputs(options, named(run, 'never'), { file: content })).toEqual({
      parameters: [{ name: 'level', value: '', choices: ['low', 'high'], description: '' }],
      artifacts: [
        { name: 'file', content, canLack: false },
        { name: 'more', content: undefined, canLack: true },
      ],
    })
  })

  it('is nothing where it cannot run: it is a part of another, or its template is in no file', async () => {
    const { run } = await runOf(options)
    const group = [...run.nodes.values()].find(({ type }) => type === 'StepGroup')
    if (group === undefined) throw new Error('no group')
    expect(askedInputs(options, group, {})).toBeUndefined()
    const without = { ...options, sources: [{ tree }] }
    expect(askedInputs(without, named(run, 'far'), {})).toBeUndefined()
    expect(askedInputs(without, named(run, 'near'), {})).toBeUndefined()
  })
})

it('reads an artifact as a text, unless it is none', () => {
  expect(textIn(textFile('ä\n'))).toBe('ä\n')
  expect(textIn({ kind: 'file', bytes: new Uint8Array([255, 0]) })).toBeUndefined()
  expect(textIn({ kind: 'folder', files: [] })).toBeUndefined()
})
