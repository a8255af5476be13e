import { expect, test } from 'vitest'
import { renameSymbol } from '../../../app/store/rename-symbol.ts'
import { symbolAt } from '../../../src/flow/index.ts'
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
