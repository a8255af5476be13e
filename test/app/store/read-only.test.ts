import { describe, expect, test } from 'vitest'
import { createDesigner, renameInFiles } from '../../../app/store/index.ts'
import { addStep } from '../../../src/edit/index.ts'
import { draftContent, restoreDraft } from '../../../app/shell/start/draft-content.ts'

const library = `kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
    - name: echo
      steps: []
`
const caller = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: a
            templateRef: {name: lib, template: echo}
`

function looking() {
  let time = 0
  const designer = createDesigner({ name: 'a.yaml' }, caller, () => (time += 1000))
  designer.workspace.add({ name: 'lib.yaml', origin: 'the cluster' }, library)
  return designer
}

describe('a file that can only be looked at', () => {
  test('refuses commands with a sentence, and ignores typing', () => {
    const designer = looking()
    expect(designer.scene().lock).toMatch(/lib\.yaml is from the cluster/)
    const done = designer.actions.execute('command.addStep', (context) =>
      addStep(context, { template: 0, to: { newLane: 0 }, step: { name: 'x' } }),
    )
    expect(done.ok).toBe(false)
    expect(designer.view.getState().notice?.text).toBe(designer.scene().lock)
    designer.actions.edit({ changes: [{ from: 0, to: 0, insert: '# x\n' }], userEvent: 'input' })
    expect(designer.session.state.text).toBe(library)
    expect(designer.session.isDirty).toBe(false)
  })

  test('is left alone by renames that follow into other files', () => {
    const designer = looking()
    designer.workspace.show(0)
    const done = renameInFiles(designer, { kind: 'template', template: 0 }, 'begin', 'x')
    expect(done.ok).toBe(true)
    designer.workspace.show(1)
    expect(renameInFiles(designer, { kind: 'template', template: 'echo' }, 'say', 'x').ok).toBe(
      false,
    )
    expect(designer.session.state.text).toBe(library)
  })

  test('becomes one of the person’s own, which is saved nowhere yet', () => {
    const designer = looking()
    designer.actions.editCopy()
    expect(designer.scene().lock).toBeUndefined()
    expect(designer.session.isDirty).toBe(true)
    designer.actions.edit({ changes: [{ from: 0, to: 0, insert: '# x\n' }], userEvent: 'input' })
    expect(designer.session.state.text).toBe(`# x\n${library}`)
  })

  test('is still that after a reload', () => {
    const designer = looking()
    const again = createDesigner({ name: 'w.yaml' }, '', () => 0)
    restoreDraft(again, { ...draftContent(designer), id: 'd', time: 0 })
    expect(again.document.getState().file).toEqual({ name: 'lib.yaml', origin: 'the cluster' })
    expect(again.scene().lock).toBeDefined()
  })
})
