import { describe, expect, it } from 'vitest'
import { problemCodes, type ProblemCode } from '../../../src/validate/index.ts'
import { checkMarked } from '../../support/marked.ts'

/* For each rule texts that are bad and what is good, as `test/support/marked.ts` reads them. */

const bad: Partial<Record<ProblemCode, readonly string[]>> = {
  'yaml-syntax': ['a: «b»: c', 'a: "b«»', '«\t»a: b'],
  'yaml-unknown-alias': ['kind: Pod\na: «*b»'],
  'yaml-duplicate-key': ['kind: Pod\na: 1\na: «2»'],
  'document-empty': ['«»', '# nothing\n'],
  'document-not-a-map': ['«- a»\n- b', '«text»'],
  'documents-several': [
    'kind: Workflow\nspec: {entrypoint: a, templates: [{name: a, suspend: {}}]}\n---\n«kind: Workflow»\nspec: {entrypoint: a, templates: [{name: a, suspend: {}}]}',
  ],
  'manifest-duplicate': [
    'kind: WorkflowTemplate\nmetadata: {name: «a»}\nspec: {}\n---\nkind: WorkflowTemplate\nmetadata: {name: a}\nspec: {}',
  ],
  'no-workflow': ['«kind: Pod»', '«a: b»'],
  shape: [
    'kind: Workflow\nmetadata: «[]»\nspec: {workflowTemplateRef: {name: x}}',
    '  container: {image: «[i]»}',
    '  container: {image: i, env: «{A: b}»}',
    '  container: {image: i, args: «x»}',
    '- - name: a\n    template: t\n    withItems: «x»',
    '- - name: a\n    template: t\n    arguments: {parameters: [«x»]}',
    'kind: WorkflowTemplate\nspec:\n  templates: [«~»]',
    '- - «~»',
    '- «~»',
    'kind: Workflow\nspec: «[]»',
    '«kind: Workflow»\nmetadata: {}',
    'kind: Workflow\nspec:\n  entrypoint: x\n  templates:\n    «name: x»\n',
    'kind: CronWorkflow\nspec:\n  «schedule: x»',
    '  steps:\n    «a: b»',
    '  script: «text»',
    '  inputs:\n    parameters:\n      «a: b»\n  suspend: {}',
    '- - «text»',
    '- «text»',
    '- - name: a\n    template: t\n    arguments: «[]»',
  ],
  'lanes-flat': ['- «name: a»\n  template: t'],
  'name-missing': [
    '  dag:\n    tasks:\n    - «template: t»\n',
    '  containerSet:\n    containers:\n    - «image: i»\n',
    '- - «template: t»',
    'kind: WorkflowTemplate\nspec:\n  templates:\n  - «suspend: {}»',
  ],
  'name-invalid': [
    '  dag:\n    tasks:\n    - {name: «a b», template: t}\n',
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: «1b», template: t, dependencies: [a]}\n',
    '  containerSet:\n    containers:\n    - {name: «a.b», image: i}\n',
    '- - name: «a b»\n    template: t',
    '- - name: «-a»\n    template: t',
    `- - name: «${'a'.repeat(129)}»\n    template: t`,
    '  inputs:\n    parameters:\n    - name: «a.b»\n      default: x\n  suspend: {}',
  ],
  'template-duplicate': [
    'kind: WorkflowTemplate\nspec:\n  templates: [{name: a, suspend: {}}, {name: «a», suspend: {}}]',
  ],
  'step-duplicate': [
    '- - {name: a, template: t}\n- - {name: «a», template: t}',
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: «a», template: t}\n',
  ],
  'template-without-type': ['  metadata: {}', '  script:«» '],
  'template-several-types': ['  suspend: {}\n  container: {image: i}'],
  'step-calls-nothing': ['- - «name: a»\n    when: x == x'],
  'template-unknown': ['- - name: a\n    template: «nope»'],
  'entrypoint-missing': ['kind: Workflow\nspec:\n  «templates: []»'],
  'entrypoint-unknown': ['kind: Workflow\nspec:\n  entrypoint: «nope»\n  templates: []'],
  'exit-handler-unknown': ['kind: WorkflowTemplate\nspec:\n  onExit: «nope»'],
  'argument-missing': [
    '- - «name: a»\n    template: needy\n    arguments: {artifacts: [{name: a, from: x}]}',
    '- - «name: a»\n    template: needy\n    arguments: {parameters: [{name: p, value: x}]}',
    'kind: Workflow\nspec:\n  entrypoint: «a»\n  templates: [{name: a, inputs: {parameters: [{name: p}]}, suspend: {}}]',
  ],
  'when-constant': [`- - name: a\n    template: t\n    when: «a == a»`],
  'when-date': [`- - name: a\n    template: t\n    when: '«"2024-01-02"» == today'`],
  'when-ignored': [`- - name: a\n    template: t\n    when: (a == a) «b»`],
  'when-list': [`- - name: a\n    template: t\n    when: '"{{workflow.status}}" in «(b)»'`],
  'when-never-equal': [
    `- - name: a\n    template: t\n    when: '«5 == "5"»'`,
    `- - name: a\n    withItems: [1]\n    template: t\n    when: '«{{item}}» == "5"'`,
  ],
  'when-not-boolean': [`- - name: a\n    template: t\n    when: «heads»`],
  'when-pattern': [`- - name: a\n    template: t\n    when: '"{{workflow.status}}" =~ «"(b"»'`],
  'when-tag-unquoted': [
    `- - name: a\n    template: t\n    when: '«{{workflow.parameters.given}}» == x'`,
  ],
  'when-types': [`- - name: a\n    template: t\n    when: '«"{{workflow.status}}" < 5»'`],
  'when-unquoted': [
    `- - name: a\n    template: t\n    when: '{{workflow.status}} == foo «bar»'`,
    `- - name: a\n    template: t\n    when: '{{workflow.status}} == «foo-bar»'`,
    `- - name: a\n    template: t\n    when: '{{workflow.status}} == «1.2.3»'`,
  ],
  'when-unreadable': [
    '- - name: a\n    template: t\n    when: a == b «and» c == d',
    '- - name: a\n    template: t\n    when: a «=» b',
    `- - name: a\n    template: t\n    when: '"a" «==» '`,
  ],
  'task-unknown': [
    '  dag:\n    tasks:\n    - name: a\n      template: t\n      when: "{{«tasks.nope.status»}} == x"',
    '  dag:\n    tasks:\n    - {name: a, template: t}\n  outputs:\n    parameters:\n    - name: o\n      valueFrom: {parameter: "{{«tasks.nope.outputs.result»}}"}',
  ],
  'task-not-before': [
    '  dag:\n    tasks:\n    - name: a\n      template: t\n      when: "{{«tasks.b.status»}} == x"\n    - {name: b, template: t}',
    '  dag:\n    tasks:\n    - name: a\n      template: t\n      when: "{{«tasks.a.status»}} == x"',
  ],
  'argument-duplicate': [
    '- - name: a\n    template: t\n    arguments: {parameters: [{name: p, value: x}, {name: «p», value: y}]}',
  ],
  'argument-enum': [
    '- - name: a\n    template: t\n    arguments: {parameters: [{name: p, value: «x», enum: [a, b]}]}',
  ],
  'argument-source': [
    '- - name: a\n    template: t\n    arguments: {artifacts: [«{name: p}»]}',
    '- - name: a\n    template: t\n    arguments: {artifacts: [{name: p, from: x, «fromExpression»: y}]}',
  ],
  'argument-value-from': [
    '- - name: a\n    template: t\n    arguments: {parameters: [{name: p, valueFrom: «{path: /p}»}]}',
  ],
  'argument-without-value': [
    '- - name: a\n    template: t\n    arguments: {parameters: [«{name: p}»]}',
  ],
  'loop-several': [
    '- - name: a\n    template: t\n    withItems: [1]\n    «withParam»: "[]"',
    '- - name: a\n    template: t\n    withSequence: {count: "1", «end»: "2"}',
  ],
  'step-calls-twice': ['- - name: a\n    template: «t»\n    templateRef: {name: x, template: y}'],
  'tasks-missing': ['  «dag»: {}', '  «dag»:\n    tasks: []'],
  'template-ref-incomplete': [
    '- - name: a\n    templateRef: «{name: x}»',
    '- - name: a\n    templateRef: «{template: x}»',
  ],
  'output-unknown': [
    '- - {name: a, template: t}\n- - name: b\n    template: t\n    when: "{{«steps.a.outputs.parameters.x»}}"',
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, depends: a, when: "{{ «tasks.a.outputs.artifacts.x» }}"}',
  ],
  'variable-unknown': [
    '  container: {image: "{{«workflow.x»}}"}',
    '  container: {image: "{{«pod.ip»}}"}',
    '- - name: a\n    template: t\n    withItems: [{k: 1}]\n    when: "{{«item.j»}}"',
  ],
  'step-unknown': [
    '- - name: a\n    template: t\n    when: "{{«steps.nope.status»}} == x"',
    '  steps: []\n  outputs:\n    parameters:\n    - name: o\n      valueFrom: {parameter: "{{«steps.nope.outputs.result»}}"}',
  ],
  'step-later': [
    '- - name: a\n    template: t\n    when: "{{«steps.b.status»}} == x"\n- - {name: b, template: t}',
  ],
  'step-sibling': [
    '- - name: a\n    template: t\n    when: "{{«steps.b.status»}} == x"\n  - {name: b, template: t}',
    '- - name: a\n    template: t\n    when: "{{«steps.a.status»}} == x"',
  ],
  'input-undeclared': [
    '  container: {image: "{{«inputs.parameters.nope»}}"}',
    '  script:\n    image: i\n    source: |\n      a\n      {{«inputs.artifacts.nope.path»}}\n',
  ],
  'tag-unclosed': ['  container: {image: "x«{{inputs»"}'],
  'field-unknown': [
    'kind: WorkflowTemplate\nmetadata: {«label»: {}}\nspec: {}',
    '- - name: a\n    template: t\n    arguments: {«Parameters»: []}',
    'kind: Workflow\nspec: {«entrypiont»: a, entrypoint: a, templates: [{name: a, suspend: {}}]}',
    '- - name: a\n    template: t\n    «retryStrategy»: {limit: 1}',
    '  container: {image: i, «enviroment»: []}',
    'kind: WorkflowTemplate\n«constructor»: 1\nspec: {}',
  ],
  'field-removed': [
    'kind: CronWorkflow\nspec: {«schedule»: "* * * * *", workflowSpec: {entrypoint: a}}',
    '  suspend: {}\n  synchronization: {«mutex»: {name: x}}',
  ],
  'yaml-1.1-trap': [
    '  suspend: {}\n  inputs: {parameters: [{name: p, default: «yes»}]}',
    '  suspend: {}\n  inputs: {parameters: [{name: p, default: «0777»}]}',
    '  suspend: {}\n  inputs: {parameters: [{name: p, default: «1_000»}]}',
    '  suspend: {}\n  inputs: {parameters: [{name: p, default: «1.10»}]}',
    '  suspend: {}\n  inputs: {parameters: [{name: p, default: «~»}]}',
    '  suspend: {}\n  metadata: {labels: {«on»: push}}',
    '- - name: a\n    template: t\n    withItems: [ok, {a: «no»}]',
  ],
  'number-endless': [
    '  suspend: {}\n  inputs: {parameters: [{name: p, default: x, enum: [x, «.inf»]}]}',
    '- - name: a\n    template: t\n    withItems: [«-.inf»]',
  ],
  'number-range': [
    '  suspend: {}\n  parallelism: «1.5»',
    '  container: {image: i, ports: [{containerPort: «3000000000»}]}',
    '  suspend: {}\n  retryStrategy: {limit: «2.5»}',
  ],
  'value-type': [
    '  suspend: {}\n  daemon: «"yes"»',
    '  suspend: {}\n  parallelism: «"{{workflow.parameters.given}}"»',
    '  suspend: {}\n  parallelism: «y»',
    '  suspend: {}\n  retryStrategy: {limit: «false»}',
  ],
  'value-unreadable': [
    '  container: {image: i, resources: {limits: {memory: «1GB»}}}',
    '  container: {image: i, resources: {limits: {memory: «""»}}}',
    '  container: {image: i, resources: {limits: {memory: «no»}}}',
    'kind: WorkflowTemplate\nmetadata: {creationTimestamp: «2026-02-30T00:00:00Z»}\nspec: {}',
    '  http: {url: u, bodyFrom: {bytes: «abc»}}',
  ],
  'value-dropped': [
    '  suspend: {}\n  inputs: {parameters: [{name: p, default: «[x]»}]}',
    '- - name: a\n    template: t\n    arguments: {parameters: [{name: p, value: «{x: 1}»}]}',
  ],
  'plugin-keys': ['  plugin: «{}»', '  plugin: «{a: 1, b: 2}»'],
  'key-unreadable': [
    '  container: {image: i, args: [a, «{{workflow.name}}»]}',
    '  suspend: {}\n  nodeSelector: «{~: x}»',
    '  suspend: {}\n  nodeSelector: «{? [a] : x}»',
  ],
  'list-unread': [
    'apiVersion: v1\nkind: «List»\nitems:\n- kind: WorkflowTemplate\n  metadata: {name: a}\n  spec: {}',
  ],
  'api-version': [
    'apiVersion: «v1»\nkind: WorkflowTemplate\nspec: {}',
    'apiVersion: «a/b/c»\nkind: WorkflowTemplate\nspec: {}',
  ],
  'text-unquoted': [
    '  container: {image: i, env: [{name: a, value: «on»}]}',
    '  container: {image: i, args: [«n»]}',
    '  container: {image: i, env: [{name: a, value: «5»}]}',
    '  suspend: {}\n  metadata: {labels: {a: «true»}}',
  ],
  'container-duplicate': [
    '  containerSet:\n    containers:\n    - {name: a, image: i}\n    - {name: «a», image: i}\n',
  ],
  'container-main-missing': [
    '  outputs: {artifacts: [{name: o, path: /o}]}\n  containerSet:\n    «containers»:\n    - {name: a, image: i}\n',
    '  inputs: {artifacts: [{name: o, path: /o}]}\n  containerSet:\n    «containers»:\n    - {name: a, image: i}\n',
    '  outputs: {parameters: [{name: o, valueFrom: {path: /o}}]}\n  containerSet:\n    «containers»:\n    - {name: a, image: i}\n',
  ],
  'containers-missing': ['  «containerSet»: {containers: []}', '  «containerSet»: {}'],
  'dependency-cycle': [
    '  dag:\n    tasks:\n    - {name: a, template: t, depends: «b».Failed || c}\n    - {name: b, template: t, depends: c && a}\n    - {name: c, template: t}\n',
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, dependencies: [a, «c»]}\n    - {name: c, template: t, dependencies: [b]}\n',
    '  dag:\n    tasks:\n    - {name: a, template: t, dependencies: [«a»]}\n',
    '  containerSet:\n    containers:\n    - {name: a, image: i, dependencies: [«b»]}\n    - {name: b, image: i, dependencies: [a]}\n',
  ],
  'dependency-unknown': [
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, dependencies: [a, «nope»]}\n',
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, depends: "a && (a || !«nope».Failed)"}\n',
    '  containerSet:\n    containers:\n    - {name: a, image: i, dependencies: [«nope»]}\n',
  ],
  'depends-continue-on': [
    '  dag:\n    tasks:\n    - {name: a, template: t, «continueOn»: {failed: true}}\n    - {name: b, template: t, depends: a}\n',
  ],
  'depends-mixed': [
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, depends: a}\n    - {name: c, template: t, «dependencies»: [a]}\n',
  ],
  'depends-result': [
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, depends: a.«Foo»}\n',
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, depends: «a.AllFailed»}\n',
  ],
  'depends-unreadable': [
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, depends: a «and» a}\n',
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, depends: "a «&&»"}\n',
    '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, depends: "«(»a"}\n',
  ],
  'target-unknown': ['  dag:\n    target: a «nope»\n    tasks:\n    - {name: a, template: t}\n'],
  'schedule-missing': ['kind: CronWorkflow\nspec:\n  «workflowSpec: {}»\n'],
  'schedule-unreadable': [
    'kind: CronWorkflow\nspec:\n  schedules: [0 0 * * *, «0 0 * * 7»]\n  workflowSpec: {}\n',
    'kind: CronWorkflow\nspec:\n  schedule: «"@reboot"»\n  workflowSpec: {}\n',
    'kind: CronWorkflow\nspec:\n  timezone: «Nowhere»\n  schedules: ["@daily"]\n  workflowSpec: {}\n',
  ],
  python: [
    '  script:\n    image: python\n    source: |-\n      import os\n      import sys\n      sys.path.append(os.getcwd())\n      «return 1»\n',
  ],
}

/** Files without any problem. */
const good = [
  '  dag:\n    tasks:\n    - {name: a, template: t}\n    - {name: b, template: t, depends: "a && !a.Failed"}\n    - {name: c, template: t, withItems: [1], depends: ""}\n    - {name: d, template: t, depends: c.AnySucceeded || b.Omitted}\n',
  '  dag:\n    target: a  b\n    tasks:\n    - {name: a, template: t, continueOn: {failed: true}}\n    - {name: b, template: t, dependencies: [a]}\n',
  '  dag:\n    target: "{{workflow.parameters.given}}"\n    tasks:\n    - {name: x, template: t}\n    - {name: 1a, template: t}\n',
  '  dag:\n    tasks:\n    - {name: x, template: t}\n    - {name: b, template: t, depends: "{{workflow.parameters.given}}"}\n',
  '  outputs: {artifacts: [{name: o, path: /o}]}\n  containerSet:\n    containers:\n    - {name: a, image: i}\n    - {name: main, image: i, dependencies: [a]}\n',
  '- - {name: a, template: t}\n  - {name: b, template: t}\n- - name: c\n    template: t\n    when: "{{steps.a.status}} == Succeeded"',
  '- - name: a\n    template: needy\n    arguments: {parameters: [{name: p, value: x}], artifacts: [{name: a, from: x}]}',
  '- - name: a\n    template: t\n    hooks: {exit: {template: t, expression: steps.a.status == "x"}}',
  '- - name: a\n    templateRef: {name: x, template: z}\n- - name: b\n    inline: {inputs: {parameters: [{name: p, default: x}]}, container: {image: "{{inputs.parameters.p}}"}}',
  '  inputs: {parameters: [{name: given}]}\n  container: {image: "{{inputs.parameters.given}} {{pod.name}} {{= inputs.parameters.given }}"}',
  '  steps: &s\n  - - {name: a, template: t}\n  outputs: {parameters: [{name: o, valueFrom: {parameter: "{{steps.a.outputs.result}}"}}]}',
  'kind: Workflow\nspec:\n  workflowTemplateRef: {name: x}',
  // Text, numbers and open places stay what they are.
  '- - name: a\n    template: t\n    withItems: [1, 0.5, true, 1:30, 2001-01-01, "yes", !!str no]',
  '  plugin: {hello: {yes: no, x: 0777}}',
  '  suspend: {}\n  inputs: {parameters: [{name: p, default: 12345678901234567890}, {name: q, default: true}]}',
  '  script:\n    image: i\n    source: |-\n      yes\n  activeDeadlineSeconds: 1_000\n  daemon: on',
  'kind: Workflow\nmetadata: &m {name: x, labels: {1: x}}\nspec: {workflowTemplateRef: {name: x}}\nstatus: {anything: yes}',
  'kind: Workflow\nspec: {entrypoint: a, templates: [{name: a, suspend: {}}]}\n---\nkind: Pod\n',
]

describe('each rule', () => {
  for (const [code, texts] of Object.entries(bad)) {
    it.each(texts)(`${code}: %j`, (text) => {
      const { problems, from, to } = checkMarked(text)
      const found = problems.find((problem) => problem.code === code)
      expect(found, JSON.stringify(problems)).toBeDefined()
      if (from >= 0) expect(found?.range).toEqual({ from, to })
      expect(found?.message).toMatch(/^[A-Z“`].*[.?!]$/s)
    })
  }
  it.each(good)('finds nothing in %j', (text) => {
    expect(checkMarked(text).problems).toEqual([])
  })
  it('is documented', () => {
    for (const [code, { about }] of Object.entries(problemCodes)) expect(about, code).toMatch(/\.$/)
  })
  it('says which template and step it is about', () => {
    const [problem] = checkMarked(
      '- - {name: a, template: t}\n  - name: b\n    template: nope',
    ).problems
    expect(problem).toMatchObject({
      document: 0,
      template: 0,
      step: { template: 0, lane: 0, step: 1 },
    })
    expect(problem?.path).toEqual(['spec', 'templates', 0, 'steps', 0, 1, 'template'])
  })
})
