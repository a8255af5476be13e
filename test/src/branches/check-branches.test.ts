import { describe, expect, test } from 'vitest'
import { checkBranches } from '../../../src/branches/index.ts'
import { usualSettings } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

function workflow(when: string, more = ''): string {
  return `kind: Workflow
metadata: {name: w}
spec:
  entrypoint: main
  arguments: {parameters: [{name: size, value: small, enum: [small, large]}]}
  templates:
    - name: main
      steps:
        - - {name: flip, template: flip}
        - - name: it
            template: inner
            when: "${when}"
${more}    - name: inner
      steps:
        - - {name: deep, template: flip}
    - name: nobody
      steps:
        - - {name: lost, template: flip, when: "{{workflow.parameters.size}} == huge"}
    - name: flip
      script: {image: 'alpine:3.20', command: [sh], source: echo heads}
`
}

const result = '{{steps.flip.outputs.result}}'

/** Code, message and marked text of each problem. */
function told(text: string, off: readonly string[] = []): readonly (readonly string[])[] {
  const settings = { ...usualSettings, off: new Set(off) }
  return checkBranches(parseTree(text), [], settings).map(({ code, severity, message, range }) => [
    `${severity} ${code}`,
    message,
    text.slice(range.from, range.to),
  ])
}

describe('dead steps as problems', () => {
  test('one for each condition that is never true, at the condition', () => {
    expect(told(workflow(`${result} == heads && ${result} == tails`))).toEqual([
      [
        'warning step-never-runs',
        `it never runs: its condition \`${result} == heads && ${result} == tails\` is never true: ${result} was tried with heads, tails and any other text. Change that, or remove it.`,
        `"${result} == heads && ${result} == tails"`,
      ],
    ])
    expect(told(workflow('{{workflow.parameters.size}} == huge'))[0]?.[1]).toBe(
      'it never runs: its condition `{{workflow.parameters.size}} == huge` is never true: {{workflow.parameters.size}} is only ever large or small. Change that, or remove it.',
    )
  })

  test('belong to their step, so that its card has a badge', () => {
    const [problem] = checkBranches(
      parseTree(workflow('{{workflow.parameters.size}} == huge')),
      [],
      usualSettings,
    )
    expect(problem).toMatchObject({
      document: 0,
      path: ['spec', 'templates', 0, 'steps', 1, 0, 'when'],
      template: 0,
    })
  })

  test('none where a step can run, where that is not known, or where the rules speak', () => {
    expect(told(workflow(`${result} == heads`))).toEqual([])
    expect(told(workflow(`${result} =~ '^[0-9]$'`))).toEqual([])
    expect(told(workflow('1 == 2'))).toEqual([])
    expect(told(workflow('{{workflow.parameters.size}} == small'))).toEqual([])
  })

  test('none that nobody wants to hear', () => {
    const dead = workflow('{{workflow.parameters.size}} == huge')
    expect(told(dead, ['step-never-runs'])).toEqual([])
    const line = '            when:'
    const comment = '            # stepwright: ignore step-never-runs\n'
    expect(told(dead.replace(line, `${comment}${line}`))).toEqual([])
    expect(told(`# stepwright: ignore-file step-never-runs\n${dead}`)).toEqual([])
  })

  test('also in tasks, at what they depend on, and in loops', () => {
    const dag = (task: string): string => `kind: Workflow
metadata: {name: w}
spec:
  entrypoint: main
  templates:
    - name: main
      dag:
        tasks:
          - {name: a, template: say}
          - {name: b, template: say, ${task}}
          - {name: c, template: say, depends: b.Succeeded}
    - {name: say, container: {image: 'alpine:3.20'}}
`
    const marked = (task: string): unknown => told(dag(task)).map(([, , text]) => text)
    expect(marked('depends: a.Failed && a.Succeeded')).toEqual(['a.Failed && a.Succeeded'])
    expect(marked("withParam: '[]'")).toEqual(["'[]'"])
    expect(marked('depends: a.Failed')).toEqual([])
  })

  test('only at the start of a long row of tasks that go on however the one before ends', () => {
    const tasks = Array.from({ length: 250 }, (_, at) => {
      const before = `t${String(at - 1)}`
      const more =
        at === 0
          ? `when: '{{workflow.parameters.size}} == huge'`
          : `depends: '${before}.Succeeded || ${before}.Failed'`
      return `          - {name: t${String(at)}, template: say, ${more}}\n`
    })
    const text = `kind: Workflow
metadata: {name: w}
spec:
  entrypoint: main
  arguments: {parameters: [{name: size, value: small, enum: [small, big]}]}
  templates:
    - name: main
      dag:
        tasks:
${tasks.join('')}
    - {name: say, container: {image: 'alpine:3.20'}}
`
    expect(told(text).map(([, , marked]) => marked)).toEqual([
      "'{{workflow.parameters.size}} == huge'",
    ])
  })

  test('of all manifests of a file, and none for what is no manifest', () => {
    const dead = workflow('{{workflow.parameters.size}} == huge')
    expect(told(`${dead}---\nkind: Pod\nwhen: x\n---\n${dead}`)).toHaveLength(2)
    expect(told('kind: Pod\nwhen: x')).toEqual([])
    expect(told('a: [when')).toEqual([])
  })

  test('none for a text that is too long, or where too few runs were tried', () => {
    const tree = parseTree(workflow('{{workflow.parameters.size}} == huge'))
    const limits = { mostLetters: 10_000, mostSteps: 10, mostRuns: 100, mostNodes: 1000 }
    expect(checkBranches(tree, [], usualSettings, limits)).toHaveLength(1)
    for (const less of [{ mostLetters: 100 }, { mostSteps: 3 }, { mostRuns: 1 }, { mostNodes: 5 }])
      expect(checkBranches(tree, [], usualSettings, { ...limits, ...less })).toEqual([])
  })

  test('none for loops of so many items that a single run would take long', () => {
    const loop = (more: string): string =>
      workflow('{{workflow.parameters.size}} == huge').replace(
        '{name: deep, template: flip}',
        `{name: deep, template: flip, ${more}}`,
      )
    expect(told(loop('withSequence: {count: 50}'))).toHaveLength(1)
    expect(told(loop('withSequence: {count: 1000000000}'))).toEqual([])
    const count = "withSequence: {count: '{{workflow.parameters.size}}'}"
    expect(told(loop(count).replace('value: small', "value: '1000000000'"))).toEqual([])
  })
})
