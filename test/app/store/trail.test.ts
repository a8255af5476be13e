import { describe, expect, test } from 'vitest'
import { stepPath } from '../../../src/argo/index.ts'
import { runCommand } from '../../../src/edit/index.ts'
import type { Designer } from '../../../app/store/index.ts'
import { openDesigner } from '../canvas/open-designer.ts'

const text = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: one, template: mid}
          - name: own
            inline:
              steps:
                - - name: inner
                    inline: {script: {image: python, source: print(1)}}
    - name: mid
      steps: [[{name: again, template: main}, {name: leaf, template: leaf}]]
    - name: leaf
      suspend: {}
`
const own = ['spec', 'templates', 0, 'steps', 0, 1, 'inline']
const inner = [...own, 'steps', 0, 0, 'inline']

function way(designer: Designer): string {
  return designer
    .scene()
    .trail.map(({ name }) => name)
    .join(' > ')
}

describe('the way to the template that is drawn', () => {
  test('goes through inline templates, which are called by their steps', () => {
    const designer = openDesigner(text)
    designer.actions.enterTemplate(own)
    designer.actions.enterTemplate(inner)
    expect(way(designer)).toBe('main > own > inner')
    expect(designer.scene().template?.type).toBe('script')
    expect(designer.scene()).toMatchObject({ address: inner, templateIndex: undefined })
    designer.actions.leaveTo(1)
    expect(designer.scene().address).toEqual(own)
  })

  test('to an inline template that is shown from elsewhere has all that it stands in', () => {
    const designer = openDesigner(text)
    designer.actions.showTemplate(inner)
    expect(way(designer)).toBe('main > own > inner')
  })

  test('may be entered in several stations at once', () => {
    const designer = openDesigner(text)
    designer.actions.enterTemplate(1, 2)
    expect(way(designer)).toBe('main > mid > leaf')
  })

  test('does not grow by recursion: a template that is on it is gone back to', () => {
    const designer = openDesigner(text)
    for (let round = 0; round < 3; round++) {
      designer.actions.enterTemplate(1)
      expect(way(designer)).toBe('main > mid')
      designer.actions.enterTemplate(0)
      expect(way(designer)).toBe('main')
    }
  })

  test('stays when what is drawn, or a step on it, gets another name', () => {
    const designer = openDesigner(text)
    const run = (id: 'renameTemplate' | 'renameStep', args: object) =>
      designer.actions.execute('command', (context) => runCommand(context, id, args))
    designer.actions.enterTemplate(1)
    run('renameTemplate', { template: 'mid', name: 'middle' })
    expect(way(designer)).toBe('main > middle')
    designer.actions.undo()
    expect(way(designer)).toBe('main > mid')
    designer.actions.showTemplate(inner)
    run('renameStep', { template: 0, step: 'own', name: 'mine' })
    expect(way(designer)).toBe('main > mine > inner')
  })

  test('ends where a template was deleted', () => {
    const designer = openDesigner(text)
    designer.actions.enterTemplate(1, 2)
    const { text: whole } = designer.session.state
    designer.actions.edit({
      changes: [{ from: whole.indexOf('    - name: leaf'), to: whole.length, insert: '' }],
      userEvent: 'input',
    })
    expect(way(designer)).toBe('main > mid')
  })
})

test('steps of an inline template can be selected while it is drawn', () => {
  const designer = openDesigner(text)
  designer.actions.showTemplate(own)
  const { manifest } = designer.scene()
  designer.actions.select([{ document: 0, path: stepPath(manifest, own, 0, 0) }])
  expect(designer.scene().selected).toEqual([{ template: own, lane: 0, step: 0 }])
})
