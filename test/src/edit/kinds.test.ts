import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readManifest } from '../../../src/argo/index.ts'
import {
  addDocument,
  type Command,
  kindLoss,
  manifestKinds,
  moveDocument,
  removeDocument,
  setKind,
  setSchedule,
} from '../../../src/edit/index.ts'
import { ChangeSet } from '../../../src/document/index.ts'
import { parseTree, type YamlDocument, type YamlTree } from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'
import { checkCommand, commentsOf, valueOf } from '../../support/command-laws.ts'

const workflow = `# top
apiVersion: argoproj.io/v1alpha1
kind: Workflow # a run
metadata:
  generateName: hello-
spec: # what it does
  # where it begins
  entrypoint: main

  templates:
  - name: main
    script:
      image: &image python:3
      source: |2-
          print(1)

        print(2)
      args: ["a
        b", 'c']
  - name: other
    container: {image: *image}
  # the end
`

function apply(text: string, kind: string, document = 0): string {
  return changed(
    text,
    setKind,
    { kind: manifestKinds.find((one) => one === kind) ?? 'Workflow', lose: true },
    document,
  )
}

function documentOf(tree: YamlTree, index = 0): YamlDocument {
  const document = tree.documents[index]
  if (document === undefined) throw new Error('no such document')
  return document
}

function changed<Args>(text: string, command: Command<Args>, args: Args, document = 0): string {
  const tree = parseTree(text)
  const result = command({ tree, document }, args)
  if (!result.ok) throw new Error(result.error.message)
  const after = ChangeSet.of(result.value.changes, text.length).apply(text)
  return after
}

describe('setKind', () => {
  it('nests the spec of a CronWorkflow as it is written, and takes it out again', () => {
    const cron = checkCommand(
      workflow,
      0,
      setKind,
      { kind: 'CronWorkflow', schedule: '0 * * * *' },
      { keepsComments: true },
    )
    expect(cron.text).toBe(`# top
apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow # a run
metadata:
  name: hello
spec: # what it does
  schedules:
  - 0 * * * *
  workflowSpec:
    # where it begins
    entrypoint: main

    templates:
    - name: main
      script:
        image: &image python:3
        source: |2-
            print(1)

          print(2)
        args: ["a
          b", 'c']
    - name: other
      container: {image: *image}
    # the end
`)
    const back = checkCommand(cron.text, 0, setKind, { kind: 'Workflow' }, { keepsComments: true })
    expect(back.text).toBe(workflow)
  })

  it('keeps the bytes of every kind and back', () => {
    for (const breaks of ['\n', '\r\n'])
      for (const kind of manifestKinds.slice(1)) {
        const text = workflow.replaceAll('\n', breaks)
        expect(apply(apply(text, kind), 'Workflow')).toBe(text)
      }
  })

  it.each([
    ['an anchor', 'kind: Workflow\nspec: &s # c\n  entrypoint: a\n'],
    ['a flow map', 'kind: Workflow\nspec: {entrypoint: a, templates: [{name: a}]}\n'],
    ['a flow map of several lines', 'kind: Workflow\nspec: {\n    entrypoint: a\n  }\n'],
    ['an alias', 'x: &s {entrypoint: a}\nkind: Workflow\nspec: *s\n'],
    ['JSON', '{"kind": "Workflow", "spec": {"entrypoint": "a"}}\n'],
    [
      'wide indentation',
      'kind: Workflow\nspec:\n      entrypoint: a\n      templates:\n            - name: a\n',
    ],
    ['no line break at the end', 'kind: Workflow\nspec:\n  entrypoint: a'],
    ['a block scalar at the end', 'kind: Workflow\nspec:\n  x: |+\n    a\n\n\n'],
    ['a byte order mark', '\uFEFFkind: Workflow\nspec:\n  entrypoint: a\n'],
  ])('nests a spec with %s, and back', (_, text) => {
    const cron = apply(text, 'CronWorkflow')
    const spec = valueOf(parseTree(text)) as { spec: unknown }
    expect(valueOf(parseTree(cron))).toMatchObject({
      kind: 'CronWorkflow',
      spec: { workflowSpec: spec.spec, schedules: ['0 * * * *'] },
    })
    expect(apply(cron, 'Workflow')).toBe(text)
  })

  it('says what would be lost, and takes it only when told', () => {
    const cron = `kind: CronWorkflow
metadata:
  name: nightly
spec:
  # at night
  schedules: [0 3 * * *]
  timezone: Europe/Berlin
  workflowSpec: # inside
    entrypoint: main
  suspend: true
status:
  active: []
`
    const tree = parseTree(cron)
    const view = readManifest(documentOf(tree))
    expect(kindLoss(view, 'Workflow')).toEqual([
      'status',
      'spec.schedules',
      'spec.timezone',
      'spec.suspend',
    ])
    const refused = setKind({ tree, document: 0 }, { kind: 'Workflow' })
    expect(refused.ok ? '' : refused.error.message).toContain('no place for status, spec.schedules')
    expect(checkCommand(cron, 0, setKind, { kind: 'Workflow', lose: true }).text)
      .toBe(`kind: Workflow
metadata:
  generateName: nightly-
spec:
  # inside
  entrypoint: main
`)
  })

  it('drops the namespace of a cluster-wide template and tells its references', () => {
    const text = `kind: WorkflowTemplate
metadata:
  name: lib
spec:
  templates:
  - name: a
    steps:
    - - name: again
        templateRef: {name: lib, template: a}
---
kind: Workflow
spec:
  workflowTemplateRef:
    name: lib
---
kind: Workflow
spec:
  templates:
  - name: main
    dag:
      tasks:
      - name: t
        templateRef:
          name: lib
          template: a
      - name: u
        templateRef:
          name: other
          template: a
`
    const after = apply(text, 'ClusterWorkflowTemplate')
    expect(after.match(/clusterScope: true/g)).toHaveLength(3)
    expect(after).toContain('{name: lib, template: a, clusterScope: true}')
    expect(apply(after, 'WorkflowTemplate')).toBe(text)
  })

  it.each([
    ['kind: ConfigMap\n', 'ConfigMap cannot be made'],
    ['kind: Workflow\n', 'a Workflow already'],
    ['- a\n', 'no map'],
    ['kind: CronWorkflow\nspec: {}\n', 'no workflowSpec'],
  ])('refuses %j', (text, reason) => {
    const result = setKind({ tree: parseTree(text), document: 0 }, { kind: 'Workflow' })
    expect(result.ok ? '' : result.error.message).toContain(reason)
  })
})

describe('setKind on real manifests', () => {
  it.each(corpus('argo', 'hera').map(({ name, text }) => [name, text] as const))(
    'makes a CronWorkflow of what is in %s, and of that the same again',
    (_, text) => {
      for (const [document, { root }] of parseTree(text).documents.entries()) {
        const before = readManifest(documentOf(parseTree(text), document))
        if (before.kind !== 'Workflow' || before.generateName === undefined) continue
        if (root.kind !== 'map' || kindLoss(before, 'CronWorkflow').length > 0) continue
        const cron = changed(text, setKind, { kind: 'CronWorkflow' }, document)
        expect(commentsOf(cron)).toEqual(commentsOf(text))
        expect(readManifest(documentOf(parseTree(cron), document)).specPath).toHaveLength(2)
        const back = changed(cron, setKind, { kind: 'Workflow' }, document)
        if (before.generateName.endsWith('-')) expect(back).toBe(text)
      }
    },
  )
})

describe('setSchedule', () => {
  const cron = (spec: string): string => `kind: CronWorkflow\nspec:\n${spec}  workflowSpec: {}\n`
  it('sets, adds and removes', () => {
    const one = cron('  schedules:\n  - 0 * * * * # hourly\n')
    expect(checkCommand(one, 0, setSchedule, { index: 0, schedule: '@daily' }).text).toBe(
      cron('  schedules:\n  - "@daily" # hourly\n'),
    )
    const two = checkCommand(one, 0, setSchedule, { index: 1, schedule: '5 * * * *' })
    expect(two.added).toEqual(['  - 5 * * * *'])
    expect(checkCommand(two.text, 0, setSchedule, { index: 1, schedule: null }).text).toBe(one)
    expect(checkCommand(one, 0, setSchedule, { index: 0, schedule: null }).text).toBe(cron(''))
    expect(checkCommand(cron(''), 0, setSchedule, { index: 0, schedule: '0 1 * * *' }).text).toBe(
      cron('  schedules:\n  - 0 1 * * *\n'),
    )
  })
  it('keeps the old field while it is alone', () => {
    const old = cron('  schedule: "0 * * * *" # hourly\n')
    expect(checkCommand(old, 0, setSchedule, { index: 0, schedule: '@daily' }).added).toEqual([
      '  schedule: "@daily" # hourly',
    ])
    const two = checkCommand(old, 0, setSchedule, { index: 1, schedule: '5 * * * *' }).tree
    expect(valueOf(two)).toMatchObject({ spec: { schedules: ['0 * * * *', '5 * * * *'] } })
  })
})

describe('documents', () => {
  const roots = (text: string): unknown[] =>
    parseTree(text).documents.map((_, index) => valueOf(parseTree(text), index))
  it('are added at the end', () => {
    const text = 'a: 1 # x\n---\nb: 2'
    const added = changed(text, addDocument, { kind: 'CronWorkflow', name: 'c' })
    expect(added.startsWith(`${text}\n---\napiVersion`)).toBe(true)
    expect(roots(added)).toHaveLength(3)
    expect(changed('', addDocument, { kind: 'Workflow' })).toMatch(/^apiVersion/)
    expect(changed('a: 1\r\n', addDocument, { kind: 'Workflow' })).toMatch(
      /^a: 1\r\n---\r\napi.*\r\n$/s,
    )
  })

  const body = fc.constantFrom(
    'a: 1\n',
    '# lead\nb: 2\n',
    'c: |+\n  x\n\n',
    '{d: 4}\n',
    'e:\n- 1\n# tail\n',
    'kind: X\n',
  )
  const marker = fc.constantFrom(
    '---\n',
    '--- # c\n',
    '...\n---\n',
    '...\n# between\n---\n',
    '---\n# after\n',
  )
  const stream = fc
    .tuple(
      fc.constantFrom('', '---\n', '# top\n---\n', '\uFEFF'),
      body,
      fc.array(fc.tuple(marker, body), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '...\n'),
    )
    .map(([first, one, more, end]) => first + one + more.flat().join('') + end)

  it('are removed with every other byte in place', () => {
    fc.assert(
      fc.property(stream, fc.nat(3), (text, pick) => {
        const before = roots(text)
        const index = pick % before.length
        const after = changed(text, removeDocument, { index })
        expect(roots(after)).toEqual(before.filter((_, place) => place !== index))
      }),
    )
  })
  it('are moved and moved back', () => {
    fc.assert(
      fc.property(stream, fc.nat(3), fc.nat(3), (text, a, b) => {
        const before = roots(text)
        const [from, to] = [a % before.length, b % before.length]
        const after = changed(text, moveDocument, { from, to })
        const wanted = [...before]
        wanted.splice(to, 0, ...wanted.splice(from, 1))
        expect(roots(after)).toEqual(wanted)
        expect(commentsOf(after)).toEqual(commentsOf(text))
        expect(changed(after, moveDocument, { from: to, to: from })).toBe(text)
      }),
    )
  })
  it('stay where directives would change their meaning', () => {
    const text = '%YAML 1.2\n---\na: 1\n---\nb: 2\n'
    const result = moveDocument({ tree: parseTree(text), document: 0 }, { from: 0, to: 1 })
    expect(result.ok ? '' : result.error.message).toContain('directives')
    const only = removeDocument({ tree: parseTree('a: 1'), document: 0 }, { index: 0 })
    expect(only.ok ? '' : only.error.message).toContain('only document')
  })
})
