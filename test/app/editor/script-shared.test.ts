import { describe, expect, test } from 'vitest'
import { ScriptDesk } from '../../../app/editor/script-desk.ts'
import { createDesigner, type SharedQuestion } from '../../../app/store/index.ts'
import { ChangeSet } from '../../../src/document/index.ts'
import { withShared, type SharedChoice } from '../../../src/edit/index.ts'

const workflow = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: one
            template: first
        - - name: two
            template: second
    - name: first
      script: &body
        image: bash
        command: [bash]
        source: |
          echo hi
    - name: second
      script: *body
`

function typing() {
  let clock = 0
  const designer = createDesigner({ name: 'x.yaml' }, workflow, () => (clock += 1))
  const desk = new ScriptDesk(designer, () => clock)
  desk.start()
  designer.actions.select([{ document: 0, path: ['spec', 'templates', 0, 'steps', 1, 0] }])
  const type = (insert: string) =>
    desk.typed(ChangeSet.of([{ from: 0, to: 0, insert }], desk.text.length), 'input.type')
  const questions: SharedQuestion[] = []
  designer.view.subscribe(({ question }, before) => {
    if (question !== undefined && question !== before.question) questions.push(question)
  })
  const answer = (choice: SharedChoice) => {
    const question = questions.at(-1)
    if (question === undefined) throw new Error('nothing was asked')
    return designer.actions.execute(question.userEvent, (context) =>
      withShared(context, question.plan, choice),
    )
  }
  return { designer, desk, type, questions, answer, text: () => designer.session.state.text }
}

describe('a script that others share', () => {
  test('is asked about once, and kept as a draft meanwhile', () => {
    const { designer, desk, type, questions, text } = typing()
    expect(desk.getState().target?.name).toBe('second')
    type('a\n')
    type('b\n')
    expect(questions).toHaveLength(1)
    expect(desk.getState().hindrance?.kind).toBe('shared')
    expect(text()).toBe(workflow)
    expect(designer.view.getState().drafts.size).toBe(1)
    desk.ask()
    expect(questions).toHaveLength(2)
    desk.discard()
    expect(desk.text).toBe('echo hi\n')
    expect(desk.getState().hindrance).toBeUndefined()
  })

  test('changes for all, with all that was typed by then', () => {
    const { designer, desk, type, answer, text } = typing()
    type('a\n')
    type('b\n')
    expect(answer('anchor').ok).toBe(true)
    expect(text()).toBe(workflow.replace('echo hi', 'b\n          a\n          echo hi'))
    expect(desk.text).toBe('b\na\necho hi\n')
    expect(desk.getState().hindrance).toBeUndefined()
    expect(designer.view.getState().drafts.size).toBe(0)
    designer.actions.undo()
    expect(text()).toBe(workflow)
    expect(desk.text).toBe('echo hi\n')
  })

  test('is written out here, and typed on without a question', () => {
    const { type, questions, answer, text, desk } = typing()
    type('a\n')
    expect(answer('expand').ok).toBe(true)
    expect(text()).toContain('script: &body\n        image: bash')
    expect(text()).toContain('          a\n          echo hi\n')
    type('b\n')
    expect(questions).toHaveLength(1)
    expect(text()).toContain('          b\n          a\n          echo hi\n')
    expect(desk.getState().hindrance).toBeUndefined()
  })
})
