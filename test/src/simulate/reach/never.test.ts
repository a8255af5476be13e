import { describe, expect, test } from 'vitest'
import { neverWords, reachOf, type Reach } from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

/** Steps of the template `main`, in flow style, one lane a line; beside them what else the spec has. */
interface Parts {
  readonly steps?: string
  readonly tasks?: string
  readonly templates?: string
  readonly spec?: string
  readonly kind?: string
}

function manifest({ steps, tasks, templates = '', spec = '', kind = 'Workflow' }: Parts): string {
  const lanes = (steps ?? '').split('\n').map((lane) => `        - [${lane}]`)
  const body =
    tasks === undefined
      ? `      steps:\n${lanes.join('\n')}`
      : `      dag:\n        tasks: [${tasks}]`
  return `kind: ${kind}
metadata: {name: w}
spec:
  entrypoint: main
${spec}
  templates:
    - name: main
${body}
    - {name: flip, script: {image: alpine, command: [sh], source: echo}}
    - {name: say, container: {image: alpine}}
    - {name: server, daemon: true, container: {image: alpine}}
    - {name: give, container: {image: alpine}, outputs: {parameters: [{name: p, valueFrom: {path: /p, default: usual}}]}}
${templates}
`
}

function stepsOf(parts: Parts, most = 200): ReadonlyMap<string, Reach> {
  const sources = [{ tree: parseTree(manifest(parts)) }]
  const found = reachOf({ sources, document: 0, seed: 1, now: 0, most })
  if (!found.ok) throw new Error(found.error)
  return new Map(found.value.steps.map((step) => [step.name, step]))
}

/** How a step stands, with words where there are some. */
function standing(parts: Parts, name = 'it'): string {
  const step = stepsOf(parts).get(name)
  if (step === undefined) throw new Error(`no ${name}`)
  if (step.runs === 'never') return `never: ${neverWords(step.because)}`
  return step.runs === 'unknown' ? `unknown: ${step.why}` : step.runs
}

const it = (when: string, more = ''): string => `{name: it, template: say, when: '${when}'${more}}`
const flip = '{name: flip, template: flip}'
const result = '{{steps.flip.outputs.result}}'
const param = (name: string, more: string): string =>
  `  arguments: {parameters: [{name: ${name}${more}}]}`

describe('parameters', () => {
  const env = '{{workflow.parameters.env}}'
  test('without an enum may be whatever conditions compare them with', () => {
    const spec = param('env', ', value: dev')
    expect(standing({ spec, steps: it(`${env} == prod`) })).toBe('sometimes')
    expect(standing({ spec, steps: it(`${env} != dev`) })).toBe('sometimes')
    expect(standing({ spec, steps: it(`${env} == prod && ${env} == dev`) })).toBe(
      `never: its condition \`${env} == prod && ${env} == dev\` is never true: ${env} was tried with dev, prod and any other text`,
    )
  })
  test('need no value of their own', () => {
    expect(standing({ spec: param('env', ''), steps: it(`${env} == prod`) })).toBe('sometimes')
  })
  test('with an enum are one of it', () => {
    const spec = param('env', ', value: dev, enum: [dev, test]')
    expect(standing({ spec, steps: it(`${env} == test`) })).toBe('sometimes')
    expect(standing({ spec, steps: it(`${env} == prod`) })).toBe(
      `never: its condition \`${env} == prod\` is never true: ${env} is only ever dev or test`,
    )
    expect(standing({ spec, steps: it(`${env} =~ "^p"`) })).toMatch(/^never/)
  })
  test('that are ordered are tried on both sides, on the boundary and between', () => {
    const spec = param('env', ', value: "5"')
    for (const holds of [`${env} > 9`, `${env} < 2`, `${env} >= 7 && ${env} <= 7`])
      expect(standing({ spec, steps: it(holds) })).toBe('sometimes')
    expect(standing({ spec, steps: it(`${env} > 3 && ${env} < 4`) })).toBe('sometimes')
    expect(standing({ spec, steps: it(`${env} > 4 && ${env} < 3`) })).toMatch(/^never/)
    // Quoted numbers have the order of texts.
    expect(standing({ spec, steps: it(`"${env}" > "9"`) })).not.toMatch(/^never/)
  })
  test('that are true or false are both', () => {
    const spec = param('env', ', value: "true"')
    expect(standing({ spec, steps: it(`!${env}`) })).toBe('sometimes')
    expect(standing({ spec, steps: it(`${env} && !${env}`) })).not.toMatch(/^sometimes|^always/)
  })
  test('that are compared with each other are tried alike and apart', () => {
    const spec = '  arguments: {parameters: [{name: a, value: x}, {name: b, value: y}]}'
    const [a, b] = ['{{workflow.parameters.a}}', '{{workflow.parameters.b}}']
    expect(standing({ spec, steps: it(`${a} == ${b}`) })).toBe('sometimes')
    const apart = `${a} != ${b} && ${a} != x && ${b} != x && ${a} != y && ${b} != y`
    expect(standing({ spec, steps: it(apart) })).toBe('sometimes')
    expect(standing({ spec, steps: it(`${a} == ${b} && ${a} != ${b}`) })).toMatch(/^never/)
  })
  test('come to conditions by inputs', () => {
    const templates = `    - name: inner
      inputs: {parameters: [{name: e}]}
      steps: [[{name: it, template: say, when: '{{inputs.parameters.e}} == prod'}]]`
    const call = (value: string): string =>
      `{name: call, template: inner, arguments: {parameters: [{name: e, value: '${value}'}]}}`
    const spec = param('env', ', value: dev')
    expect(standing({ spec, templates, steps: call(env) })).toBe('sometimes')
    expect(standing({ spec, templates, steps: call('test') })).toMatch(/^never: its condition/)
    expect(standing({ spec, templates, steps: call(`x-${env}`) })).toMatch(/^unknown: env/)
    const both = `${call('test')}\n${call('prod').replace('name: call', 'name: again')}`
    expect(standing({ spec, templates, steps: both })).toMatch(/^(sometimes|always)/)
    const kind = 'WorkflowTemplate'
    expect(standing({ kind, spec, templates, steps: call('test') })).toMatch(/^unknown: other/)
  })
})

describe('outputs', () => {
  test('may be anything that a script prints', () => {
    const steps = (when: string): string => `${flip}\n${it(when)}`
    expect(standing({ steps: steps(`${result} == tails`) })).toBe('sometimes')
    expect(standing({ steps: steps(`${result} == heads && ${result} == tails`) })).toMatch(/^never/)
    expect(standing({ steps: steps(`{{=steps.flip.outputs.result == "heads"}}`) })).toBe(
      'sometimes',
    )
    expect(standing({ steps: steps(`{{=asInt(steps.flip.outputs.result) > 3}}`) })).toBe(
      'sometimes',
    )
    expect(standing({ steps: steps(`{{=len(steps.flip.outputs.result) == 40}}`) })).toMatch(
      /^unknown: flip.result: an expression works with it/,
    )
    expect(standing({ steps: steps(`${result} =~ "^[0-9]+$"`) })).toMatch(/^unknown: .*pattern/)
  })
  test('may be their default or something else', () => {
    const give = '{name: give, template: give}'
    const p = '{{steps.give.outputs.parameters.p}}'
    expect(standing({ steps: `${give}\n${it(`${p} == usual`)}` })).toBe('sometimes')
    expect(standing({ steps: `${give}\n${it(`${p} != usual`)}` })).toBe('sometimes')
  })
  test('of nested templates are those of the steps in them', () => {
    const templates = `    - name: inner
      outputs: {parameters: [{name: o, valueFrom: {parameter: '{{steps.flip.outputs.result}}'}}]}
      steps: [[{name: flip, template: flip}]]`
    const call = '{name: call, template: inner}'
    const o = '{{steps.call.outputs.parameters.o}}'
    expect(standing({ templates, steps: `${call}\n${it(`${o} == tails`)}` })).toBe('sometimes')
    const two = `${call}, {name: other, template: inner}`
    const apart = `${o} == tails && {{steps.other.outputs.parameters.o}} == heads`
    expect(standing({ templates, steps: `${two}\n${it(apart)}` })).toBe('sometimes')
  })
  test('that are read need a step that ran', () => {
    const read = ", arguments: {parameters: [{name: x, value: '{{steps.second.outputs.result}}'}]}"
    const templates = '    - {name: take, inputs: {parameters: [{name: x}]}, container: {image: a}}'
    const steps = `${flip}
{name: second, template: flip, when: '${result} == heads'}
{name: other, template: say, when: '${result} == tails'}
{name: it, template: take${read}}`
    expect(standing({ templates, steps })).toBe('sometimes')
  })
  test('of a pause are what a person may choose', () => {
    const templates = `    - name: ask
      inputs: {parameters: [{name: go, value: '{"enum": ["yes", "no"]}'}]}
      suspend: {}
      outputs: {parameters: [{name: go, valueFrom: {supplied: {}}}]}`
    const steps = (value: string): string =>
      `{name: ask, template: ask}\n${it(`{{steps.ask.outputs.parameters.go}} == ${value}`)}`
    expect(standing({ templates, steps: steps('no') })).toBe('sometimes')
    expect(standing({ templates, steps: steps('maybe') })).toMatch(/^never: .* only ever no or yes/)
  })
})

describe('loops', () => {
  const list = '{name: list, template: flip}'
  const each = (more: string): string =>
    `{name: it, template: say, withParam: '{{steps.list.outputs.result}}'${more}}`
  test('have items, or none', () => {
    expect(standing({ steps: `${list}\n${each('')}` })).toBe('sometimes')
    expect(standing({ steps: `{name: it, template: say, withParam: '[]'}` })).toBe(
      'never: its loop never has an item',
    )
  })
  test('have the items that conditions ask for', () => {
    expect(standing({ steps: `${list}\n${each(", when: '{{item}} == b'")}` })).toBe('sometimes')
    const field = ", when: '{{item.os}} == linux && {{item.arch}} == arm'"
    expect(standing({ steps: `${list}\n${each(field)}` })).toBe('sometimes')
    const two = ", when: '{{item.os}} == linux && {{item.os}} == mac'"
    expect(standing({ steps: `${list}\n${each(two)}` })).toMatch(/^never/)
  })
  test('of the manifest have just the items that stand there', () => {
    const steps = (when: string): string =>
      `{name: it, template: say, withItems: [1, 2], when: '${when}'}`
    expect(standing({ steps: steps('{{item}} > 1') })).toBe('always')
    expect(standing({ steps: steps('{{item}} > 5') })).toMatch(/^never: .* only ever 1 or 2/)
  })
  test('are not begun when their condition is false with its tags as they stand', () => {
    expect(standing({ steps: `${list}\n${each(`, when: "'{{item}}' == 'b'"`)}` })).toMatch(
      /^never: Argo asks its condition/,
    )
  })
})

describe('failures', () => {
  const a = '{name: a, template: say}'
  const b = '{name: b, template: say}'
  const after = (depends: string): string => `{name: it, template: say, depends: '${depends}'}`
  test('are tried where a task asks for them', () => {
    for (const depends of ['a.Failed', 'a.Errored', '!a.Succeeded', 'a.Failed && b.Failed'])
      expect(standing({ tasks: [a, b, after(depends)].join(', ') })).toBe('sometimes')
    expect(standing({ tasks: [a, b, after('a.Failed && a.Succeeded')].join(', ') })).toBe(
      'never: the tasks that it depends on never end as `a.Failed && a.Succeeded` asks',
    )
  })
  test('of what tasks wait for are tried, too', () => {
    const last = after('b.Omitted')
    expect(standing({ tasks: `${a}, {name: b, template: say, depends: a}, ${last}` })).toBe(
      'sometimes',
    )
  })
  test('are tried where a condition asks for a status or an exit code', () => {
    const going = '{name: a, template: say, continueOn: {failed: true, error: true}}'
    const steps = (when: string): string => `${going}\n${it(when)}`
    expect(standing({ steps: steps('{{steps.a.status}} == Failed') })).toBe('sometimes')
    expect(standing({ steps: steps('{{steps.a.status}} == Error') })).toBe('sometimes')
    expect(standing({ steps: steps('{{steps.a.exitCode}} == 3') })).toBe('sometimes')
    expect(standing({ steps: steps('{{steps.a.status}} == Faild') })).toMatch(/^never/)
    expect(standing({ steps: `${a}\n${it('{{steps.a.status}} == Failed')}` })).toMatch(/^never/)
  })
  test('of single items are tried', () => {
    const each = '{name: a, template: say, withItems: [1, 2]}'
    for (const depends of ['a.AllFailed', 'a.AnySucceeded && a.Failed'])
      expect(standing({ tasks: `${each}, ${after(depends)}` })).toBe('sometimes')
  })
  test('come to exit handlers', () => {
    const templates = (when: string): string =>
      `    - {name: bye, steps: [[{name: it, template: say, when: '${when}'}]]}`
    const spec = '  onExit: bye'
    const status = '{{workflow.status}}'
    expect(standing({ spec, templates: templates(`${status} != Succeeded`), steps: a })).toBe(
      'sometimes',
    )
    expect(standing({ spec, templates: templates(`${status} == Succeeded`), steps: a })).toBe(
      'always',
    )
    expect(standing({ spec, templates: templates(`${status} == Faild`), steps: a })).toMatch(
      /^never/,
    )
  })
  test('come to hooks', () => {
    const templates = `    - {name: bye, steps: [[{name: it, template: say}]]}`
    const hook = (expression: string): string =>
      `{name: a, template: say, hooks: {h: {template: bye, expression: '${expression}'}}}`
    expect(standing({ templates, steps: hook('steps.a.status == "Failed"') })).toBe('sometimes')
    expect(standing({ templates, steps: hook('steps.a.status == "Running"') })).toBe('always')
    expect(standing({ templates, steps: hook('steps.a.status == "Faild"') })).toMatch(
      /^never: its template is called by h only/,
    )
  })
  test('of a daemon are not known', () => {
    const tasks = `{name: a, template: server}, ${after('a.Succeeded')}`
    expect(standing({ tasks })).toMatch(/^unknown: a is a daemon/)
  })
})

describe('what is not known', () => {
  test('when a run depends on the clock', () => {
    expect(standing({ steps: it('{{workflow.creationTimestamp.H}} == 03') })).toMatch(/^unknown/)
    expect(standing({ steps: it('{{=now().Year() > 3000}}') })).toMatch(/^unknown/)
  })
  test('when not all combinations were tried', () => {
    const names = ['a', 'b', 'c', 'd']
    const spec = `  arguments: {parameters: [${names.map((name) => `{name: ${name}, value: x}`).join(', ')}]}`
    const all = names.map((name) => `{{workflow.parameters.${name}}} == y`).join(' && ')
    const dead = { spec, steps: it(`${all} && {{workflow.parameters.a}} == z`) }
    expect(standing(dead)).toMatch(/^never/)
    expect(stepsOf(dead, 10).get('it')).toMatchObject({
      runs: 'unknown',
      why: 'there are more combinations than runs were tried',
    })
  })
  test('when a run breaks off before', () => {
    const steps = `{name: a, template: say, withParam: 'no list'}\n${it(`${result} == x`)}`
    expect(standing({ steps })).toMatch(/^unknown/)
  })
  test('when a template is in none of the files', () => {
    const steps = `{name: it, templateRef: {name: far, template: t}}\n{name: after, template: say}`
    expect(standing({ steps })).toMatch(/^unknown/)
    expect(standing({ steps }, 'after')).toMatch(/^unknown/)
  })
  test('when a parameter says which tasks are targets', () => {
    const tasks = '{name: a, template: say}, {name: it, template: say}'
    const parts = { tasks, spec: param('t', ', value: a') }
    const text = manifest(parts).replace(
      'dag:\n',
      "dag:\n        target: '{{workflow.parameters.t}}'\n",
    )
    const found = reachOf({ sources: [{ tree: parseTree(text) }], document: 0, seed: 1, now: 0 })
    expect(found.ok && found.value.steps[1]).toMatchObject({ runs: 'unknown' })
  })
})

describe('what is dead because others are', () => {
  test('says which', () => {
    const templates = `    - name: inner
      steps: [[{name: deep, template: say}]]
    - name: alone
      steps: [[{name: lost, template: say}]]`
    const steps = `{name: it, template: inner, when: '1 == 2'}`
    expect(standing({ templates, steps }, 'deep')).toBe(
      'never: its template is called by it only, which never runs',
    )
    expect(standing({ templates, steps }, 'lost')).toBe('never: no step calls its template')
    const tasks = `{name: a, template: say, when: '1 == 2'}, {name: it, template: say, depends: a.Succeeded}`
    expect(standing({ tasks })).toBe('never: a, which it depends on, never runs')
  })
  test('leaves recursion alone that ends', () => {
    const templates = `    - name: again
      steps:
        - [{name: flip, template: flip}]
        - [{name: it, template: again, when: '${result} == tails'}, {name: end, template: say, when: '${result} == heads'}]`
    const steps = '{name: start, template: again}'
    expect(standing({ templates, steps })).toBe('sometimes')
    expect(standing({ templates, steps }, 'end')).toBe('sometimes')
  })
})
