import { describe, expect, test } from 'vitest'
import { renameSymbol } from '../../../app/store/rename-symbol.ts'
import { ChangeSet } from '../../../src/document/index.ts'
import { symbolAt } from '../../../src/flow/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { openDesigner } from '../canvas/open-designer.ts'

const manifest = `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - {name: make, template: work}
    - - name: use
        template: take
        arguments:
          artifacts: [{name: file, from: "{{steps.make.outputs.artifacts.report}}"}]
          parameters: [{name: sum, value: "{{workflow.outputs.parameters.total}}"}]
  - name: work
    outputs:
      artifacts: [{name: report, path: /r}]
      parameters: [{name: sum, globalName: total, valueFrom: {path: /s}}]
    container: {image: i}
  - name: take
    inputs:
      artifacts: [{name: file, path: /f}]
      parameters: [{name: sum}]
    container: {image: i, args: ["{{inputs.artifacts.file.path}}"]}
`

/** Renames what stands at the first place of a text, and gives the text and the name of the step in the history. */
function renamed(at: string, name: string) {
  const designer = openDesigner(manifest)
  const symbol = symbolAt(designer.scene().tree, manifest.indexOf(at) + at.length - 1)?.symbol
  if (symbol === undefined) throw new Error('nothing there')
  const events: string[] = []
  designer.session.subscribe(({ userEvent }) => events.push(userEvent))
  const done = renameSymbol(designer, symbol, name)
  const { text } = designer.session.state
  if (done.ok) {
    designer.actions.undo()
    expect(designer.session.state.text).toBe(manifest)
  }
  return { done, text, event: events[0] }
}

test('an artifact is renamed with what reads it', () => {
  const { text, event } = renamed('outputs.artifacts.report', 'summary')
  expect(event).toBe('command.renameArtifact')
  expect(text).toBe(manifest.replaceAll('report', 'summary'))
})

test('an input artifact is renamed with the arguments that give it and the tags that read its path', () => {
  expect(renamed('{{inputs.artifacts.file', 'input').text).toBe(
    manifest
      .replace('{name: file, from', '{name: input, from')
      .replace('{name: file, path', '{name: input, path')
      .replace('artifacts.file.path', 'artifacts.input.path'),
  )
})

test('a global output is renamed from where it is given and from where it is read', () => {
  for (const at of ['globalName: total', 'workflow.outputs.parameters.total']) {
    const { text, event } = renamed(at, 'all')
    expect(event).toBe('command.renameGlobalOutput')
    expect(text).toBe(manifest.replaceAll('total', 'all'))
  }
})

test('a step is renamed, and refused without a word of its own where its name is taken', () => {
  expect(renamed('name: make', 'made').text).toBe(
    manifest.replace('name: make', 'name: made').replace('steps.make', 'steps.made'),
  )
  const { done, event } = renamed('name: make', 'use')
  expect(done.ok ? '' : done.error.message).toBe('The template main has a step use already.')
  expect(event).toBeUndefined()
})

test('a name that cannot be is refused', () => {
  const { done } = renamed('globalName: total', 'a b')
  expect(done.ok ? '' : done.error.message).toContain('“a b” is no name.')
})

test('a template is renamed in the other files that call it', () => {
  const library = `kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
  - name: job
    container: {image: i}
`
  const caller = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - {name: a, templateRef: {name: lib, template: job}}
`
  const designer = openDesigner(caller)
  designer.workspace.add({ name: 'lib.yaml' }, library)
  const symbol = symbolAt(designer.scene().tree, library.indexOf('job') + 1)?.symbol
  if (symbol === undefined) throw new Error('nothing there')
  expect(renameSymbol(designer, symbol, 'task')).toMatchObject({ ok: true })
  expect(designer.workspace.entries().map(({ tree }) => tree.text)).toEqual([
    caller.replace('template: job', 'template: task'),
    library.replace('job', 'task'),
  ])
})

describe('what another open file declares', () => {
  const library = `kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
  - name: job
    outputs:
      parameters: [{name: out, valueFrom: {path: /o}}]
    container: {image: i}
`
  const caller = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - {name: a, templateRef: {name: lib, template: job}}
    - - {name: b, templateRef: {name: lib, template: job}, when: "{{steps.a.outputs.parameters.out}} == 1"}
`
  /** With the caller on the canvas, as it is after going back to it. */
  function open(text = library) {
    const designer = openDesigner(caller)
    const { active } = designer.workspace.store.getState()
    const file = designer.workspace.add({ name: 'lib.yaml' }, text)
    const symbol = symbolAt(parseTree(library), library.indexOf('out,') + 1)?.symbol
    designer.workspace.show(active)
    if (symbol === undefined) throw new Error('nothing there')
    const texts = () => designer.workspace.entries().map(({ tree }) => tree.text)
    return { designer, file, symbol, texts }
  }

  test('is renamed there and here as one step', () => {
    const { designer, file, symbol, texts } = open()
    expect(renameSymbol(designer, symbol, 'sum', file)).toMatchObject({ ok: true })
    expect(texts()).toEqual([caller.replace('out}}', 'sum}}'), library.replace('out,', 'sum,')])
    expect(designer.view.getState().notice?.text).toBe('Renamed in lib.yaml as well')
    designer.actions.undo()
    expect(texts()).toEqual([caller, library])
  })

  test('is left alone while its text does not parse', () => {
    const { designer, file, symbol, texts } = open()
    designer.workspace.show(file)
    designer.actions.edit({
      changes: ChangeSet.between(library, `${library}x: [`),
      userEvent: 'input.type',
    })
    const [first] = designer.workspace.entries()
    if (first !== undefined) designer.workspace.show(first.id)
    const done = renameSymbol(designer, symbol, 'sum', file)
    expect(done.ok ? '' : done.error.message).toBe(
      'lib.yaml does not parse just now. Mend it first, for it declares this.',
    )
    expect(texts()[0]).toBe(caller)
  })

  test('a name that is taken there is refused', () => {
    const { designer, file, symbol } = open(
      library.replace('[{name: out', '[{name: sum, value: x}, {name: out'),
    )
    const done = renameSymbol(designer, symbol, 'sum', file)
    expect(done.ok ? '' : done.error.message).toBe('There is a parameter sum in outputs already.')
  })
})
