import { builtinNames } from '../../../src/expression/index.ts'
import { describe, expect, test } from 'vitest'
import {
  completeDepends,
  completeReference,
  flowOf,
  referencesOf,
  wholeReferences,
} from '../../../src/flow/index.ts'
import type { Path } from '../../../src/base/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const manifest = `kind: Workflow
metadata: {generateName: a-, labels: {app.kubernetes.io/part-of: x}}
spec:
  entrypoint: main
  onExit: bye
  arguments: {parameters: [{name: env, value: e}]}
  templates:
  - name: main
    inputs: {parameters: [{name: who}], artifacts: [{name: data}]}
    steps:
    - - {name: first, template: job}
      - {name: twin, template: job}
    - - name: second
        template: job
        withItems: [{k: 1}]
        when: x
        arguments: {parameters: [{name: in, value: x}], artifacts: [{name: f, from: x}]}
        hooks: {running: {template: job, expression: x}}
      - name: beside
        inline:
          inputs: {parameters: [{name: own}]}
          script: {source: x}
    outputs: {parameters: [{name: o, valueFrom: {parameter: x}}]}
  - name: job
    inputs: {parameters: [{name: in}], artifacts: [{name: f, path: /f}]}
    outputs: {parameters: [{name: out, globalName: all, valueFrom: {path: /x}}], artifacts: [{name: file, path: /o}]}
    retryStrategy: {expression: x}
    script: {image: python, source: x}
  - name: graph
    dag:
      tasks:
      - {name: a, template: job}
      - {name: b, template: job, depends: a, withItems: [1]}
      - {name: c, template: job, depends: b}
      - {name: d, template: job}
  - name: bye
    container: {args: [x]}
`

const tree = parseTree(manifest)
const flow = known(flowOf(tree, 0))

const main: Path = ['spec', 'templates', 0]
const second: Path = [...main, 'steps', 1, 0]
const job: Path = ['spec', 'templates', 1]

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there')
  return value
}

/** What is offered at `‸`. */
function at(path: Path, marked: string, isExpression = false) {
  const offset = marked.indexOf('‸')
  return completeReference(flow, { path, text: marked.replace('‸', ''), offset, isExpression })
}

function labels(path: Path, marked = '{{‸', isExpression = false): readonly string[] {
  return at(path, marked, isExpression)?.items.map(({ label }) => label) ?? []
}

/** The text after one of them was taken. */
function taken(path: Path, marked: string, label: string, isExpression = false): string {
  const found = at(path, marked, isExpression)
  const item = found?.items.find((one) => one.label === label)
  if (found === undefined || item === undefined) return 'nothing'
  const text = marked.replace('‸', '')
  return text.slice(0, found.from) + item.insert + text.slice(found.to)
}

describe('what is in scope', () => {
  test('at a step: its item, the inputs, what earlier lanes gave, the workflow', () => {
    const scope = labels([...second, 'when'])
    expect(scope.slice(0, 3)).toEqual([
      'item.k',
      'inputs.parameters.who',
      'steps.first.outputs.result',
    ])
    expect(scope).toEqual(
      expect.arrayContaining([
        'steps.twin.outputs.parameters.out',
        'workflow.parameters.env',
        'workflow.outputs.parameters.all',
        'workflow.labels.app.kubernetes.io/part-of',
      ]),
    )
    expect(scope.filter((label) => /second|beside|artifacts|pod|failures/.test(label))).toEqual([])
  })

  test('at what a loop goes over there is no item yet', () => {
    expect(labels([...second, 'withParam'])[0]).toBe('inputs.parameters.who')
  })

  test('at an artifact: artifacts', () => {
    expect(labels([...second, 'arguments', 'artifacts', 0, 'from'])).toEqual([
      'inputs.artifacts.data',
      'steps.first.outputs.artifacts.file',
      'steps.twin.outputs.artifacts.file',
    ])
  })

  test('at a hook: the step itself, which runs', () => {
    expect(labels([...second, 'hooks', 'running', 'expression'], '‸', true)).toContain(
      'steps.second.status',
    )
  })

  test('at the outputs of steps: all of them', () => {
    const scope = labels([...main, 'outputs', 'parameters', 0, 'valueFrom', 'parameter'])
    expect(scope).toEqual(
      expect.arrayContaining(['steps.first.outputs.result', 'steps.second.outputs.parameters']),
    )
    expect(scope).not.toContain('pod.name')
  })

  test('in a template that runs: its inputs, files, pod and attempts', () => {
    expect(labels([...job, 'script', 'source']).slice(0, 11)).toEqual([
      'inputs.parameters.in',
      'inputs.artifacts.f.path',
      'outputs.parameters.out.path',
      'outputs.artifacts.file.path',
      'pod.name',
      'node.name',
      'retries',
      'lastRetry.exitCode',
      'lastRetry.status',
      'lastRetry.duration',
      'lastRetry.message',
    ])
    expect(labels([...job, 'inputs', 'parameters', 0, 'default'])).not.toContain(
      'inputs.parameters.in',
    )
  })

  test('in a template given in place: its own, then what is around it', () => {
    const scope = labels([...main, 'steps', 1, 1, 'inline', 'script', 'source'])
    expect(scope[0]).toBe('inputs.parameters.own')
    expect(scope).toEqual(
      expect.arrayContaining(['node.name', 'inputs.parameters.who', 'steps.first.outputs.result']),
    )
    // Argo’s lint refuses it there.
    expect(scope).not.toContain('pod.name')
  })

  test('of a task: those that it waits for', () => {
    const scope = labels(['spec', 'templates', 2, 'dag', 'tasks', 2, 'when'])
    expect(scope).toEqual(expect.arrayContaining(['tasks.a.status', 'tasks.b.outputs.parameters']))
    expect(scope.some((label) => /tasks\.[cd]/.test(label))).toBe(false)
  })

  test('in an exit handler: what failed', () => {
    expect(labels(['spec', 'templates', 3, 'container', 'args', 0])).toContain('workflow.failures')
  })

  test('nothing that is offered has a problem, and all of it is read as a reference', () => {
    for (const path of [
      [...second, 'when'],
      [...second, 'hooks', 'running', 'arguments'],
      [...job, 'script', 'source'],
    ])
      for (const item of at(path, '{{‸')?.items ?? []) {
        const { title, problem } = item.describe()
        expect([item.label, problem]).toEqual([item.label, undefined])
        expect(title).not.toBe('')
      }
  })

  test('what is offered means something where it is put', () => {
    for (const { label } of at([...second, 'when'], '{{‸')?.items ?? []) {
      const text = manifest.replace('when: x', `when: "{{${label}}}"`)
      const made = flowOf(parseTree(text), 0)
      const problems = made && referencesOf(made).flatMap((reference) => reference.problem ?? [])
      expect(problems).toEqual([])
    }
  })
})

describe('what is put in', () => {
  const when = [...second, 'when']
  test.each([
    ['{{‸', '{{steps.first.status}}'],
    ['a {{‸}} b', 'a {{steps.first.status}} b'],
    ['{{st‸', '{{steps.first.status}}'],
    ['{{ st‸ }}', '{{ steps.first.status }}'],
    ['{{ ‸', '{{ steps.first.status }}'],
    ['{{‸}', '{{steps.first.status}}'],
    ['{{steps.fi‸rst.outputs.result}} {{x}}', '{{steps.first.status}} {{x}}'],
    ["{{=steps['fi‸", '{{=steps.first.status}}'],
    ['{{=1 + ‸}}', '{{=1 + steps.first.status}}'],
    ["{{='a‸'}}", 'nothing'],
    ['{{a b‸', 'nothing'],
    ['{{x}} ‸', 'nothing'],
    ['ste‸', 'nothing'],
  ])('%s', (marked, text) => {
    expect(taken(when, marked, 'steps.first.status')).toBe(text)
  })

  test('expressions have brackets for names that are no identifiers', () => {
    const label = 'workflow.labels.app.kubernetes.io/part-of'
    expect(taken(when, '{{=‸}}', label)).toBe("{{=workflow.labels['app.kubernetes.io/part-of']}}")
    expect(
      taken(
        [...second, 'hooks', 'running', 'expression'],
        'sta‸ == "x"',
        'steps.second.status',
        true,
      ),
    ).toBe('steps.second.status == "x"')
  })

  test.each([
    ['{{=‸', 'asInt', '{{=asInt()}}'],
    ['{{=as‸}}', 'asInt', '{{=asInt()}}'],
    ['{{=as‸(item)}}', 'asInt', '{{=asInt(item)}}'],
    ['{{=fil‸ + 1}}', 'filter', '{{=filter() + 1}}'],
    ['{{=tru‸}}', 'sprig.trunc', '{{=sprig.trunc()}}'],
    ['{{=sprig.tr‸}}', 'sprig.trunc', '{{=sprig.trunc()}}'],
    ['{{=item.as‸}}', 'asInt', 'nothing'],
    ["{{='as‸'}}", 'asInt', 'nothing'],
    ['{{as‸}}', 'asInt', 'nothing'],
  ])('functions: %s with %s', (marked, label, text) => {
    expect(taken(when, marked, label)).toBe(text)
  })

  test('where Argo adds no functions, those of expr-lang alone, and no references', () => {
    const path = [...main, 'data', 'transformation', 0, 'expression']
    expect(labels(path, 'fi‸', true).toSorted()).toEqual(builtinNames.toSorted())
  })

  test('a function says what it takes and gives', () => {
    const found = at(when, '{{=as‸}}')?.items.find(({ label }) => label === 'asInt')
    expect(found).toMatchObject({ type: 'function', source: undefined })
    expect(found?.describe()).toEqual({
      title: 'asInt(value)',
      notes: ['Gives the whole number that a text or a number stands for.', 'It is of Argo.'],
      problem: undefined,
    })
  })

  test('whole tags where there is nothing yet', () => {
    const found = wholeReferences(flow, { path: [...second, 'withParam'], text: '', offset: 0 })
    expect(found.items[0]?.insert).toBe('{{inputs.parameters.who}}')
  })

  test('far steps come when their name is written', () => {
    const lanes = Array.from({ length: 90 }, (_, lane) => `[{name: s${String(lane)}, template: b}]`)
    const made = flowOf(
      parseTree(
        `kind: Workflow\nspec:\n  templates:\n  - {name: a, steps: [${lanes.join(', ')}]}\n  - {name: b, script: {source: x}}\n`,
      ),
      0,
    )
    const path = ['spec', 'templates', 0, 'steps', 89, 0, 'when']
    const far = (text: string) =>
      made && completeReference(made, { path, text, offset: text.length })
    expect(far('{{')?.isPartial).toBe(true)
    expect(far('{{')?.items.some(({ label }) => label.startsWith('steps.s3.'))).toBe(false)
    expect(far('{{steps.s3.')?.items.some(({ label }) => label.startsWith('steps.s3.'))).toBe(true)
  })
})

describe('depends', () => {
  const path = (task: number): Path => ['spec', 'templates', 2, 'dag', 'tasks', task, 'depends']
  const offered = (task: number, text: string) => {
    const found = completeDepends(flow, { path: path(task), text, offset: text.length })
    return found?.items.map(({ label }) => label)
  }
  test('tasks that do not wait for this one', () => {
    expect(offered(1, '')).toEqual(['a', 'd'])
    expect(offered(3, 'a && ')).toEqual(['a', 'b', 'c'])
  })
  test('results, those of loops for loops', () => {
    expect(offered(3, 'a.')).toEqual([
      'Succeeded',
      'Failed',
      'Errored',
      'Skipped',
      'Omitted',
      'Daemoned',
    ])
    expect(offered(3, 'a && b.A')).toContain('AllFailed')
    expect(offered(3, 'gone.')).toBeUndefined()
  })
  test('replaces the word', () => {
    const text = 'a && (bu'
    expect(completeDepends(flow, { path: path(3), text, offset: text.length })).toMatchObject({
      from: 6,
      to: 8,
    })
  })
})
