import { describe, expect, test } from 'vitest'
import { createDesigner, renameInFiles } from '../../../app/store/index.ts'

function designerWith(...texts: readonly string[]) {
  let time = 0
  const [first = '', ...rest] = texts
  const designer = createDesigner({ name: 'f0.yaml' }, first, () => (time += 1000))
  rest.forEach((text, index) =>
    designer.workspace.add({ name: `f${String(index + 1)}.yaml` }, text),
  )
  const type = (insert: string) =>
    designer.actions.edit({ changes: [{ from: 0, to: 0, insert }], userEvent: 'input.type' })
  const textsNow = () => designer.workspace.entries().map(({ tree }) => tree.text)
  return { designer, type, textsNow }
}

describe('the open files', () => {
  test('each keep text, history, selection and view', () => {
    const { designer, type } = designerWith('a: 1\n', 'b: 1\n')
    type('# in b\n')
    designer.actions.select([{ document: 0, path: ['b'] }])
    designer.actions.setView({ document: 0, codeTab: 'script' })
    designer.workspace.show(0)
    expect(designer.session.state.text).toBe('a: 1\n')
    expect(designer.session.history.canUndo).toBe(false)
    expect(designer.session.isDirty).toBe(false)
    expect(designer.document.getState().file.name).toBe('f0.yaml')
    type('# in a\n')
    designer.workspace.show(1)
    expect(designer.session.state.text).toBe('# in b\nb: 1\n')
    expect(designer.session.state.selection.steps).toHaveLength(1)
    expect(designer.session.isDirty).toBe(true)
    designer.actions.undo()
    expect(designer.session.state.text).toBe('b: 1\n')
    expect(designer.session.isDirty).toBe(false)
    designer.workspace.show(0)
    expect(designer.session.state.text).toBe('# in a\na: 1\n')
  })

  test('have views of their own numbers, so that each is looked at as it was left', () => {
    const { designer } = designerWith('a: 1\n', 'b: 1\n', 'c: 1\n')
    const numbers = [0, 1, 2].map((id) => {
      designer.workspace.show(id)
      return designer.view.getState().openings
    })
    expect(new Set(numbers).size).toBe(3)
  })

  test('are never taken for one another by who listens while they change places', () => {
    const { designer, textsNow } = designerWith('a: 1\n', 'b: 2\n', 'c: 3\n')
    const before = textsNow()
    const heard: unknown[] = []
    const hear = () => heard.push(designer.workspace.entries().map(({ tree }) => tree.text))
    designer.workspace.store.subscribe(hear)
    designer.document.subscribe(hear)
    designer.view.subscribe(hear)
    for (const { id } of designer.workspace.entries()) designer.workspace.show(id)
    expect(heard.length).toBeGreaterThan(3)
    for (const texts of heard) expect(texts).toEqual(before)
  })

  test('close to their neighbour; the last one stays', () => {
    const { designer } = designerWith('a: 1\n', 'b: 1\n', 'c: 1\n')
    designer.workspace.show(1)
    designer.workspace.close(1)
    expect(designer.session.state.text).toBe('c: 1\n')
    designer.workspace.close(0)
    designer.workspace.close(2)
    expect(designer.workspace.entries()).toHaveLength(1)
    expect(designer.session.state.text).toBe('c: 1\n')
  })

  test('a save that ends late is of the file that it began with', () => {
    const { designer, type } = designerWith('a: 1\n', 'b: 1\n')
    type('# new\n')
    designer.workspace.show(0)
    type('# mine\n')
    designer.workspace.settle(1, { name: 'renamed.yaml' }, '# new\nb: 1\n')
    expect(designer.workspace.entries()).toMatchObject([
      { isDirty: true, file: { name: 'f0.yaml' } },
      { isDirty: false, file: { name: 'renamed.yaml' } },
    ])
  })
})

describe('one step across files', () => {
  const prefix = (insert: string) => [{ from: 0, to: 0, insert }]
  test('is undone and redone in all of them', () => {
    const { designer, textsNow } = designerWith('a: 1\n', 'b: 1\n', 'c: 1\n')
    designer.actions.changeAll('command.renameTemplate', [
      { id: 0, changes: prefix('# x\n') },
      { id: 1, changes: [] },
      { id: 2, changes: prefix('# y\n') },
    ])
    const changed = ['# x\na: 1\n', 'b: 1\n', '# y\nc: 1\n']
    expect(textsNow()).toEqual(changed)
    designer.actions.undo()
    expect(textsNow()).toEqual(['a: 1\n', 'b: 1\n', 'c: 1\n'])
    designer.actions.redo()
    expect(textsNow()).toEqual(changed)
    designer.workspace.show(0)
    designer.actions.undo()
    expect(textsNow()).toEqual(['a: 1\n', 'b: 1\n', 'c: 1\n'])
  })

  test('tells where it was not undone, because something came after', () => {
    const { designer, type, textsNow } = designerWith('a: 1\n', 'b: 1\n')
    designer.actions.changeAll('command.renameTemplate', [
      { id: 0, changes: prefix('# x\n') },
      { id: 1, changes: prefix('# y\n') },
    ])
    type('# later\n')
    designer.workspace.show(0)
    designer.actions.undo()
    expect(textsNow()).toEqual(['a: 1\n', '# later\n# y\nb: 1\n'])
    expect(designer.view.getState().notice?.text).toBe('Undone here, but not in f1.yaml')
  })
})

test('a template is renamed in all open files as one step', () => {
  const library = `kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
  - name: echo
    container: {image: alpine}
`
  const caller = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - name: a
        templateRef: {name: lib, template: echo}
`
  const { designer, textsNow } = designerWith(caller, library)
  const subject = { kind: 'template', template: 'echo' } as const
  expect(renameInFiles(designer, subject, 'say', 'command.renameTemplate').ok).toBe(true)
  expect(textsNow()).toEqual([caller.replace('echo', 'say'), library.replace('echo', 'say')])
  expect(designer.view.getState().notice?.text).toBe('Renamed in f0.yaml as well')
  designer.actions.undo()
  expect(textsNow()).toEqual([caller, library])
})
