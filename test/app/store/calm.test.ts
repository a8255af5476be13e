import { describe, expect, test } from 'vitest'
import { createCalm, type Later } from '../../../app/store/calm.ts'
import { createDesigner } from '../../../app/store/index.ts'

const text = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps: []
`

function openCalm() {
  const designer = createDesigner({ name: 'a.yaml' }, text, () => 0)
  const { session, live, document } = designer
  const waiting = new Set<() => void>()
  const later: Later = (action) => {
    waiting.add(action)
    return () => waiting.delete(action)
  }
  // What listens to the session after the source is told of first: the source is one that hears of it last.
  const late = { get: live.get, subscribe: document.subscribe }
  const calm = createCalm(session, late, later)
  let told = 0
  const end = calm.subscribe(() => (told += 1))
  const type = (insert: string): void => {
    designer.actions.edit({ changes: [{ from: 0, to: 0, insert }], userEvent: 'input.type' })
  }
  const pause = (): void => {
    const actions = [...waiting]
    waiting.clear()
    actions.forEach((action) => action())
  }
  return { designer, calm, type, pause, end, told: () => told }
}

describe('a calm pane', () => {
  test('keeps what it shows while somebody types, and follows in the first pause', () => {
    const { designer, calm, type, pause } = openCalm()
    const before = calm.get()
    type('# a\n')
    type('# b\n')
    expect(calm.get()).toBe(before)
    pause()
    expect(calm.get().scene).toBe(designer.scene())
    expect(calm.get().scene.tree.text).toBe(`# b\n# a\n${text}`)
  })

  test('follows at once what is not typed, and what is turned to', () => {
    const { designer, calm, type } = openCalm()
    calm.get()
    type('# a\n')
    calm.settle()
    expect(calm.get().scene).toBe(designer.scene())
    type('# b\n')
    designer.actions.undo()
    expect(calm.get().scene).toBe(designer.scene())
    designer.actions.select([{ document: 0, path: ['spec'] }])
    expect(calm.get().scene).toBe(designer.scene())
  })

  test('finds another file as it is', () => {
    const { designer, calm, type } = openCalm()
    calm.get()
    type('# a\n')
    designer.workspace.add({ name: 'b.yaml' }, 'kind: CronWorkflow\n')
    expect(calm.get().scene.manifest.kind).toBe('CronWorkflow')
  })
})

describe('what is shown', () => {
  test('is the same object while only the cursor walks', () => {
    const { designer } = openCalm()
    const { scene } = designer.live.get()
    designer.actions.selectRanges([{ from: 3, to: 3 }])
    expect(designer.live.get().scene).toBe(scene)
    designer.actions.renameFile({ name: 'b.yaml' })
    expect(designer.live.get().scene).not.toBe(scene)
  })
})
