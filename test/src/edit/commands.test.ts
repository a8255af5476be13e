import { describe, expect, it } from 'vitest'
import {
  commandIds,
  copySteps,
  newWorkflow,
  runCommand,
  type CommandId,
} from '../../../src/edit/index.ts'
import { parseTree, type JsonValue } from '../../../src/yaml/index.ts'
import { checkEdit, valueOf, type Outcome } from '../../support/command-laws.ts'

const FLOW = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: coinflip-
spec:
  entrypoint: main # the start
  arguments:
    parameters:
    - name: who
      value: you
  templates:
  # The lanes.
  - name: main
    inputs:
      parameters:
      - name: side
        default: heads
    steps:
    - - name: flip
        template: flip-coin
        arguments:
          parameters:
          - {name: times, value: "{{inputs.parameters.side}}"}
    - - name: heads
        template: flip-coin
        when: '{{steps.flip.outputs.result}} == "heads"' # only then
        hooks:
          exit:
            template: report
            expression: steps["flip"].status == "Failed"
      - name: again
        template: main
        withParam: "{{= steps.flip.outputs.result }}"
  - name: flip-coin
    inputs:
      parameters:
      - name: times
        description: how often # kept
        default: "1"
      - name: seed
        valueFrom:
          configMapKeyRef: {name: c, key: k}
    outputs:
      parameters:
      - name: total
        valueFrom: {path: /tmp/total}
    script:
      image: python:3.10
      command: [python]
      source: |
        print("{{workflow.parameters.who}} {{inputs.parameters.times}}")
  - name: report
    container:
      image: busybox
`

function run(text: string, id: CommandId, args: JsonValue): Outcome {
  const tree = parseTree(text)
  const result = runCommand({ tree, document: 0 }, id, args)
  if (!result.ok) throw new Error(result.error.message)
  return checkEdit(tree, 0, result.value, args)
}

function refusal(text: string, id: string, args: unknown): string {
  const result = runCommand({ tree: parseTree(text), document: 0 }, id, args)
  if (result.ok) throw new Error('it was not refused')
  return result.error.message
}

describe('renameStep', () => {
  it('changes only the names, in tags and expressions', () => {
    const { text } = run(FLOW, 'renameStep', { template: 'main', step: 'flip', name: 'toss' })
    expect(text).toBe(
      FLOW.replace('- - name: flip\n', '- - name: toss\n')
        .replace("'{{steps.flip.", "'{{steps.toss.")
        .replace('steps["flip"]', 'steps["toss"]')
        .replace('{{= steps.flip.', '{{= steps.toss.'),
    )
  })
  it('puts a name into brackets where an expression needs them', () => {
    const { text } = run(FLOW, 'renameStep', { template: 'main', step: 'flip', name: 'toss-it' })
    expect(text).toContain(`withParam: "{{= steps['toss-it'].outputs.result }}"`)
  })
  it('says no to bad and taken names', () => {
    const rename = (name: string) =>
      refusal(FLOW, 'renameStep', { template: 'main', step: 'flip', name })
    expect(rename('a b')).toMatch(/no name for a step/)
    expect(rename('again')).toMatch(/has a step again already/)
    expect(rename('flip')).toMatch(/already/)
  })
})

describe('templates', () => {
  it('are renamed with all who call them', () => {
    const { text } = run(FLOW, 'renameTemplate', { template: 'main', name: 'start' })
    expect(text).toBe(
      FLOW.replace('entrypoint: main', 'entrypoint: start')
        .replace('- name: main', '- name: start')
        .replace('template: main', 'template: start'),
    )
    const hook = run(FLOW, 'renameTemplate', { template: 'report', name: 'tell' })
    expect(hook.text).toBe(
      FLOW.replace('template: report', 'template: tell').replace('- name: report', '- name: tell'),
    )
  })
  it('are not deleted while they are called', () => {
    expect(refusal(FLOW, 'deleteTemplate', { template: 'flip-coin' })).toBe(
      'The template flip-coin is still called by the step flip of main, the step heads of main. Change that first.',
    )
    expect(refusal(FLOW, 'deleteTemplate', { template: 'report' })).toContain(
      'the step heads of main',
    )
    const bare = FLOW.replace(/ {8}hooks:\n(.*\n){3}/, '')
    const { text } = run(bare, 'deleteTemplate', { template: 'report' })
    expect(text).toBe(bare.slice(0, bare.indexOf('  - name: report')))
  })
  it('are duplicated', () => {
    const out = run(FLOW, 'duplicateTemplate', { template: 'report' })
    expect(out.text).toBe(`${FLOW}  - name: report-2\n    container:\n      image: busybox\n`)
  })
  it('are added by type', () => {
    for (const type of ['script', 'container', 'suspend', 'steps'])
      expect(run(FLOW, 'addTemplate', { type }).added.join('\n')).toContain(`- name: ${type}`)
    const given = run(FLOW, 'addTemplate', { template: { name: 'report', http: { url: 'x' } } })
    expect(given.text).toBe(`${FLOW}  - name: report-2\n    http:\n      url: x\n`)
  })
  it('become the entrypoint', () => {
    expect(run(FLOW, 'setEntrypoint', { template: 'report' }).added).toEqual([
      '  entrypoint: report # the start',
    ])
  })
})

describe('addStep', () => {
  it('makes a workflow of nothing', () => {
    for (const start of [
      '',
      '# mine\n',
      'kind: Workflow\n',
      'kind: Workflow\nspec:\n',
      newWorkflow('hello'),
    ]) {
      const out = run(start, 'addStep', {
        template: 'steps',
        newTemplate: { name: 'echo', type: 'script', language: 'python' },
      })
      expect(out.text.startsWith(start.trimEnd().replace(/ \[\]$/, ''))).toBe(true)
      expect(valueOf(out.tree)).toMatchObject({
        kind: 'Workflow',
        spec: {
          entrypoint: 'steps',
          templates: [
            { name: 'steps', steps: [[{ name: 'echo', template: 'echo' }]] },
            { name: 'echo', script: { image: 'python:3.10', command: ['python'] } },
          ],
        },
      })
    }
  })
  it('makes names free', () => {
    const { added } = run(FLOW, 'addStep', {
      template: 'main',
      step: { template: 'report', name: 'flip' },
      newTemplate: { type: 'suspend', name: 'report' },
    })
    expect(added).toEqual([
      '    - - name: flip-2',
      '        template: report-2',
      '  - name: report-2',
      '    suspend: {}',
    ])
  })
  it('says no where there are no lanes', () => {
    expect(refusal(FLOW, 'addStep', { template: 'report', step: {} })).toMatch(
      /only steps templates/,
    )
    expect(refusal('kind: Pod', 'addStep', { template: 'x', step: {} })).toMatch(/is a Pod/)
    expect(refusal('a: [', 'addStep', { template: 'x', step: {} })).toMatch(
      /cannot be read as YAML/,
    )
  })
})

describe('scripts', () => {
  it('take a source exactly', () => {
    for (const source of ['x', 'a\nb\n', '\n  a\n', 'a  \n\tb', "it's", '', 'a\n\n\n']) {
      const out = run(FLOW, 'setScriptSource', { template: 'flip-coin', source })
      const { spec } = valueOf(out.tree) as {
        spec: { templates: { script?: { source: string } }[] }
      }
      expect(spec.templates[1]?.script?.source).toBe(source)
    }
    expect(refusal(FLOW, 'setScriptSource', { template: 'report', source: '' })).toMatch(
      /no script/,
    )
  })
  it('become what a function says, and keep what it cannot say', () => {
    const code = 'def flip_coin(sides: int, times=2):\n    print(sides * times)\n'
    const out = run(FLOW, 'setFunction', { template: 'flip-coin', code })
    expect(out.text).toContain(
      [
        '      parameters:',
        '      - name: sides',
        '      - name: times',
        '        description: how often # kept',
        '        default: "2"',
        '      - name: seed',
      ].join('\n'),
    )
    expect(out.text).toContain(
      "        try: sides = json.loads(r'''{{inputs.parameters.sides}}''')",
    )
    expect(out.text).toMatch(/\n {8}print\(sides \* times\)/)
    const none = run(out.text, 'setFunction', { template: 'flip-coin', code: 'def f():\n    pass' })
    expect(none.text).not.toContain('- name: times\n')
    expect(none.text).toContain('- name: seed\n')
    expect(refusal(FLOW, 'setFunction', { template: 'flip-coin', code: 'def' })).not.toBe('')
  })
})

describe('parameters', () => {
  it('are set, added and removed', () => {
    const where = { template: 'flip-coin', kind: 'inputs', parameter: 'times' }
    expect(
      run(FLOW, 'setParameter', { ...where, fields: { default: '3', enum: ['3'] } }).text,
    ).toBe(FLOW.replace('default: "1"\n', 'default: "3"\n        enum:\n        - "3"\n'))
    expect(run(FLOW, 'setParameter', { ...where, template: 'report', fields: {} }).text).toBe(
      FLOW.replace(
        '- name: report\n',
        '- name: report\n    inputs:\n      parameters:\n      - name: times\n',
      ),
    )
    const gone = run(FLOW, 'removeParameter', {
      template: 'flip-coin',
      kind: 'outputs',
      parameter: 'total',
    })
    expect(gone.text).not.toContain('outputs:\n')
    const flow = run(FLOW, 'removeParameter', {
      template: null,
      kind: 'arguments',
      parameter: 'who',
    })
    expect(flow.removed).toHaveLength(4)
  })
  it('are renamed with what refers to them', () => {
    const times = run(FLOW, 'renameParameter', {
      template: 'flip-coin',
      kind: 'inputs',
      parameter: 'times',
      name: 'count',
    })
    expect(times.text).toBe(
      FLOW.replace('- name: times', '- name: count')
        .replace('{name: times,', '{name: count,')
        .replace('{{inputs.parameters.times}}', '{{inputs.parameters.count}}'),
    )
    const who = run(FLOW, 'renameParameter', {
      template: null,
      kind: 'arguments',
      parameter: 'who',
      name: 'whom',
    })
    expect(who.text).toBe(
      FLOW.replace('name: who', 'name: whom').replace('parameters.who}', 'parameters.whom}'),
    )
    const using = FLOW.replace(
      "'{{steps.flip.outputs.result}}",
      "'{{steps.flip.outputs.parameters.total}}",
    )
    const total = run(using, 'renameParameter', {
      template: 'flip-coin',
      kind: 'outputs',
      parameter: 'total',
      name: 'sum',
    })
    expect(total.text).toBe(
      using.replace('name: total', 'name: sum').replace('parameters.total', 'parameters.sum'),
    )
  })
})

describe('setField', () => {
  it('sets, adds and removes', () => {
    const container = ['spec', 'templates', 2, 'container']
    expect(run(FLOW, 'setField', { path: [...container, 'image'], value: 'alpine' }).added).toEqual(
      ['      image: alpine'],
    )
    const command = run(FLOW, 'setField', { path: [...container, 'command'], value: ['sh'] })
    expect(command.added).toEqual(['      command:', '      - sh'])
    const more = run(command.text, 'setField', {
      path: [...container, 'command'],
      value: ['sh', '-c'],
    })
    expect(more.added).toEqual(['      - -c'])
    const third = run(more.text, 'setField', { path: [...container, 'command', 2], value: 'x' })
    expect(third.added).toEqual(['      - x'])
    expect(run(third.text, 'setField', { path: [...container, 'command'], value: null }).text).toBe(
      FLOW,
    )
    expect(
      run(FLOW, 'setField', { path: ['metadata', 'labels', 'a/b'], value: 'c' }).added,
    ).toEqual(['  labels:', '    a/b: c'])
    expect(run(FLOW, 'setField', { path: ['spec', 'entrypoint'], value: 'main' }).text).toBe(FLOW)
  })
})

describe('copy and paste', () => {
  const context = { tree: parseTree(FLOW), document: 0 }
  const copy = (steps: string[]): string => {
    const copied = copySteps(context, { template: 'main', steps })
    return copied.ok ? copied.value : ''
  }
  it('copies steps as they are written', () => {
    expect(copy(['heads'])).toBe(
      [
        '- name: heads',
        '  template: flip-coin',
        `  when: '{{steps.flip.outputs.result}} == "heads"' # only then`,
        '  hooks:',
        '    exit:',
        '      template: report',
        '      expression: steps["flip"].status == "Failed"',
        '',
      ].join('\n'),
    )
    expect(copy(['flip', 'again'])).toMatch(/^- - name: flip\n[^]*\n- - name: again\n/)
  })
  it('pastes them with free names that refer to each other', () => {
    const out = run(FLOW, 'pasteSteps', {
      template: 'main',
      yaml: copy(['flip', 'heads']),
      to: { newLane: 0 },
    })
    expect(out.added).toHaveLength(12)
    expect(out.text).toContain(
      `    - - name: heads-2
        template: flip-coin
        when: '{{steps.flip-2.outputs.result}} == "heads"' # only then`,
    )
    expect(out.edit.selection).toHaveLength(2)
  })
  it('brings templates along, but not those that are there', () => {
    const other = FLOW.replaceAll('busybox', 'alpine')
    const out = run(FLOW, 'pasteSteps', { template: 'main', yaml: other })
    expect(out.added.filter((line) => line.startsWith('  - name'))).toEqual(['  - name: report-2'])
    expect(run(newWorkflow('x'), 'pasteSteps', { template: 'steps', yaml: FLOW }).text).toContain(
      '- name: flip-coin',
    )
    const step = 'name: a\ntemplate: flip-coin\n'
    expect(run(FLOW, 'pasteSteps', { template: 'main', yaml: step }).added).toEqual([
      '    - - name: a',
      '        template: flip-coin',
    ])
    expect(refusal(FLOW, 'pasteSteps', { template: 'main', yaml: 'a: b' })).toMatch(
      /no step and no template/,
    )
  })
})

describe('arguments from outside', () => {
  it('are refused with what is wrong', () => {
    expect(refusal(FLOW, 'nothing', {})).toContain('There is no command nothing')
    // A document of the usual kind is added without any argument.
    for (const id of commandIds.filter((one) => one !== 'addDocument')) {
      for (const args of [null, 3, [], {}, { template: [] }, { template: 'x', step: 4, to: [] }])
        expect(refusal(FLOW, id, args)).not.toBe('')
    }
    expect(refusal(FLOW, 'setWhen', { template: 'main', step: 'flip' })).toBe(
      'The argument when is missing.',
    )
    expect(
      refusal(FLOW, 'setWhen', { template: 'main', step: 'flip', when: 'x', more: 1 }),
    ).toContain('no argument more')
    expect(refusal(FLOW, 'moveStep', { template: 'main', step: 'flip', to: { lan: 1 } })).toContain(
      'In to: ',
    )
    expect(refusal(FLOW, 'deleteStep', { template: 'main', step: 'nope' })).toBe(
      'The template main has no step nope. It has flip, heads, again.',
    )
  })
})

describe('anchors', () => {
  const shared = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - name: a
        arguments: &given
          parameters: [{name: p, value: "1"}]
    - - name: b
        arguments: *given
`
  it('keep a step that others need', () => {
    expect(refusal(shared, 'deleteStep', { template: 'main', step: 'a' })).toBe(
      'The step a holds the anchor &given, which spec.templates.0.steps.1.0.arguments uses as *given. Replace that alias by its own text first.',
    )
    expect(refusal(shared, 'moveStep', { template: 'main', step: 'a', to: 'down' })).toMatch(
      /anchor/,
    )
    expect(
      refusal(shared, 'setArgument', { template: 'main', step: 'b', name: 'p', value: '2' }),
    ).toMatch(/alias/)
  })
  it('are not copied', () => {
    const { added } = run(shared, 'duplicateStep', { template: 'main', step: 'a' })
    expect(added).toEqual([
      '      - name: a-2',
      '        arguments:',
      '          parameters: [{name: p, value: "1"}]',
    ])
  })
})
