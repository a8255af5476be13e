import { describe, expect, it } from 'vitest'
import { ChangeSet } from '../../../../src/document/index.ts'
import {
  renameAcross,
  renameArtifact,
  renameGlobalOutput,
  renameParameter,
  renameStep,
  renameTemplate,
  type Command,
  type RenameSubject,
} from '../../../../src/edit/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { checkCommand, diff } from '../../../support/command-laws.ts'

/** Everything in which a name may stand. `X` marks where the one that is renamed does. */
function renames<Args>(marked: string, old: string, command: Command<Args>, args: Args): void {
  const before = marked.replaceAll('«', '').replaceAll('»', '')
  const after = marked
    .replaceAll(`«${old}»`, 'new-name')
    .replaceAll(/«\['[^']*'\]»/g, "['new-name']")
  expect(checkCommand(before, 0, command, args).text).toBe(after)
}

describe('a step', () => {
  it('is followed by conditions, loops, hooks, expressions, outputs and metrics', () => {
    renames(
      `kind: Workflow
spec:
  templates:
  - name: main
    retryStrategy: {expression: "steps['«a»'].status == 'Failed'"}
    memoize: {key: "{{steps.«a».outputs.result}}"}
    synchronization: {mutexes: [{name: "m-{{steps.«a».id}}"}]}
    metrics:
      prometheus:
      - {name: m, help: h, when: "{{= steps['«a»'].status == 'Failed'}}", counter: {value: "1"}}
    steps:
    - - name: «a»
        template: say
        hooks:
          running: {template: say, expression: "steps[\\"«a»\\"].status == 'Running'"}
    - - name: b
        template: say
        when: "'{{steps.«a».status}}' == 'Succeeded' && {{=steps['«a»'].exitCode == '0'}}"
        withParam: "{{=toJson(steps['«a»'].outputs.parameters)}}"
        onExit: say
        hooks:
          exit:
            template: say
            arguments: {parameters: [{name: x, value: "{{steps.«a».outputs.parameters.a}}"}]}
        arguments:
          parameters: [{name: a, value: "steps.a {{steps.a-b.outputs.result}} {{ steps.«a».ip }}"}]
          artifacts: [{name: f, from: "{{steps.«a».outputs.artifacts.a}}"}]
    outputs:
      parameters: [{name: p, valueFrom: {expression: "steps['«a»'].outputs.result ?? ''"}}]
      artifacts: [{name: f, fromExpression: "steps?.['«a»'].outputs.artifacts.a"}]
  - name: other
    steps: [[{name: a, template: say, when: "{{steps.a.status}} == x"}]]
`,
      'a',
      renameStep,
      { template: 'main', step: 'a', name: 'new-name' },
    )
  })
})

describe('a parameter', () => {
  it('of a template is followed in it, by those who call it, in hooks and in place', () => {
    renames(
      `kind: Workflow
spec:
  entrypoint: main
  hooks:
    h: {template: say, expression: "true", arguments: {parameters: [{name: «p», value: 1}]}}
  templates:
  - name: say
    inputs:
      parameters: [{name: «p»}, {name: p-q}]
    synchronization: {semaphores: [{configMapKeyRef: {name: "{{inputs.parameters.«p»}}", key: p}}]}
    memoize: {key: "{{inputs.parameters.«p»}}-{{inputs.parameters.p-q}}"}
    retryStrategy: {expression: "inputs.parameters['«p»'] != ''"}
    container: {image: "{{=inputs.parameters['«p»']}}", args: ["{{inputs.parameters.«p»}}"]}
  - name: main
    inputs:
      parameters: [{name: p, value: x}]
    steps:
    - - name: s
        template: say
        arguments: {parameters: [{name: «p», value: "{{inputs.parameters.p}}"}]}
        hooks:
          exit: {template: say, arguments: {parameters: [{name: «p», value: 2}]}}
    - - name: t
        inline:
          inputs: {parameters: [{name: p}]}
          steps: [[{name: u, template: say, arguments: {parameters: [{name: «p», value: 3}]}}]]
`,
      'p',
      renameParameter,
      { template: 'say', kind: 'inputs', parameter: 'p', name: 'new-name' },
    )
  })
  it('of the workflow is one with the input of the entrypoint', () => {
    const text = `kind: Workflow
spec:
  entrypoint: main
  onExit: bye
  arguments:
    parameters: [{name: «p», value: 1}]
  templates:
  - name: main
    inputs:
      parameters: [{name: «p»}]
    steps:
    - - name: s
        template: say
        arguments: {parameters: [{name: p, value: "{{inputs.parameters.«p»}} {{workflow.parameters.«p»}}"}]}
  - name: bye
    container: {image: "{{=workflow.parameters['«p»']}}"}
  - name: say
    inputs:
      parameters: [{name: p}]
    container: {image: "{{inputs.parameters.p}}"}
`
    const args = { kind: 'arguments', parameter: 'p', name: 'new-name' } as const
    renames(text, 'p', renameParameter, { ...args, template: null })
    renames(text, 'p', renameParameter, { ...args, template: 'main', kind: 'inputs' })
  })
  it('of outputs is followed by readers, and by loops over all outputs of a loop', () => {
    renames(
      `kind: Workflow
spec:
  templates:
  - name: make
    container: {image: x}
    outputs:
      parameters: [{name: «p», valueFrom: {path: /p}}]
  - name: main
    steps:
    - - {name: s, template: make, withItems: [1, 2]}
    - - name: t
        template: say
        when: "{{= steps.s.outputs.parameters['«p»'] != '[]'}}"
        withParam: "{{steps.s.outputs.parameters}}"
        arguments: {parameters: [{name: p, value: "{{item.«p»}} {{steps.s.outputs.parameters.«p»}}"}]}
    outputs:
      parameters: [{name: p, valueFrom: {parameter: "{{steps.s.outputs.parameters.«p»}}"}}]
`,
      'p',
      renameParameter,
      { template: 'make', kind: 'outputs', parameter: 'p', name: 'new-name' },
    )
  })
})

describe('an artifact', () => {
  it('is followed by tags with its path, manifestFrom and arguments', () => {
    renames(
      `kind: Workflow
spec:
  templates:
  - name: apply
    inputs:
      artifacts: [{name: «f», path: /f}]
      parameters: [{name: f, value: x}]
    resource: {action: apply, manifestFrom: {artifact: {name: «f»}}}
    script: {source: "cat {{inputs.artifacts.«f».path}} {{inputs.parameters.f}}"}
  - name: main
    steps:
    - - name: s
        template: apply
        arguments: {artifacts: [{name: «f», raw: {data: x}}]}
`,
      'f',
      renameArtifact,
      { template: 'apply', kind: 'inputs', artifact: 'f', name: 'new-name' },
    )
  })
})

describe('an output of the workflow', () => {
  it('is followed where it is read', () => {
    const text = `kind: Workflow
spec:
  templates:
  - name: make
    container: {image: x}
    outputs:
      parameters: [{name: p, globalName: «g», valueFrom: {path: /p}}]
      artifacts: [{name: p, globalName: g, path: /q}]
  - name: main
    steps:
    - - {name: s, template: make}
    - - name: t
        template: say
        when: "{{workflow.outputs.parameters.«g»}} == 1"
        arguments: {artifacts: [{name: a, from: "{{workflow.outputs.artifacts.g}}"}]}
`
    renames(text, 'g', renameGlobalOutput, { output: 'g', name: 'new-name' })
  })
})

const LIBRARY = `kind: WorkflowTemplate
metadata: {name: lib}
spec:
  entrypoint: say
  arguments:
    parameters: [{name: who, value: x}]
  templates:
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    outputs:
      parameters: [{name: said, valueFrom: {path: /x}}]
    container: {image: x}
`
const CALLER = `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: say
    container: {image: y}
  - name: main
    dag:
      tasks:
      - name: a
        templateRef: {name: lib, template: say}
        arguments: {parameters: [{name: what, value: x}]}
      - name: b
        dependencies: [a]
        template: say
        when: "{{tasks.a.outputs.parameters.said}} == x"
      - name: c
        templateRef: {name: lib, template: say, clusterScope: true}
      - name: d
        templateRef: {name: other, template: say}
`
const RUNNER = `kind: CronWorkflow
spec:
  workflowSpec:
    entrypoint: say
    workflowTemplateRef: {name: lib}
    arguments:
      parameters: [{name: who, value: me}]
`

describe('renaming across documents', () => {
  it('follows a templateRef into the other documents of the file', () => {
    const text = `${LIBRARY}---\n${CALLER}---\n${RUNNER}`
    const tree = parseTree(text)
    const apply = <Args>(command: Command<Args>, args: Args) => {
      const done = command({ tree, document: 0 }, args)
      if (!done.ok) throw new Error(done.error.message)
      return diff(text, ChangeSet.of(done.value.changes, text.length).apply(text)).added
    }
    expect(apply(renameTemplate, { template: 'say', name: 'speak' })).toEqual([
      '  entrypoint: speak',
      '  - name: speak',
      '        templateRef: {name: lib, template: speak}',
      '    entrypoint: speak',
    ])
    const port = { template: 'say', name: 'new' }
    expect(apply(renameParameter, { ...port, kind: 'inputs', parameter: 'what' })).toEqual([
      '      parameters: [{name: new, default: hi}]',
      '        arguments: {parameters: [{name: new, value: x}]}',
    ])
    expect(apply(renameParameter, { ...port, kind: 'outputs', parameter: 'said' })).toEqual([
      '      parameters: [{name: new, valueFrom: {path: /x}}]',
      '        when: "{{tasks.a.outputs.parameters.new}} == x"',
    ])
    const who = { template: null, kind: 'arguments', parameter: 'who', name: 'new' } as const
    expect(apply(renameParameter, who)).toEqual([
      '    parameters: [{name: new, value: x}]',
      '      parameters: [{name: new, value: me}]',
    ])
  })
  it('follows into other files', () => {
    const texts = [CALLER, LIBRARY, RUNNER, 'broken: [']
    const across = (subject: RenameSubject, name: string) => {
      const done = renameAcross(
        texts.map((text) => parseTree(text)),
        { tree: 1, document: 0 },
        subject,
        name,
      )
      if (!done.ok) throw new Error(done.error.message)
      return done.value.map((changes, index) => {
        const text = texts[index] ?? ''
        return diff(text, ChangeSet.of(changes, text.length).apply(text)).added
      })
    }
    expect(across({ kind: 'manifest' }, 'library')).toEqual([
      ['        templateRef: {name: library, template: say}'],
      ['metadata: {name: library}'],
      ['    workflowTemplateRef: {name: library}'],
      [],
    ])
    expect(across({ kind: 'template', template: 'say' }, 'speak')).toEqual([
      ['        templateRef: {name: lib, template: speak}'],
      ['  entrypoint: speak', '  - name: speak'],
      ['    entrypoint: speak'],
      [],
    ])
    const port = { template: 'say', kind: 'outputs', parameter: 'said' } as const
    expect(across({ kind: 'port', port }, 'new')[0]).toEqual([
      '        when: "{{tasks.a.outputs.parameters.new}} == x"',
    ])
  })
})
