import { describe, expect, test } from 'vitest'
import { createProblemWatch, type Check } from '../../../app/problems/problem-watch.ts'
import { createDesigner } from '../../../app/store/index.ts'
import { checkTree } from '../../../src/validate/index.ts'

function watched(text: string, rules: Promise<Check> = Promise.resolve(checkTree)) {
  const designer = createDesigner({ name: 'a.yaml' }, text, () => 0)
  const due: (() => void)[] = []
  const watch = createProblemWatch(designer, rules, (action) => {
    due.push(action)
    return () => void due.splice(due.indexOf(action), 1)
  })
  const type = (insert: string) =>
    designer.actions.edit({ changes: [{ from: 0, to: 0, insert }], userEvent: 'input.type' })
  return { watch, due, type, designer }
}

describe('problems', () => {
  test('are not known before the rules have come, and nothing waits for them', async () => {
    const { watch } = watched('a: [\n', new Promise(() => undefined))
    await Promise.resolve()
    expect(watch.flush()).toMatchObject({ isChecked: false, errors: 0 })
  })

  test('are looked for when there is time, once for many changes', async () => {
    const { watch, due, type } = watched('kind: Workflow\n')
    await Promise.resolve()
    due.shift()?.()
    expect(watch.getSnapshot().isChecked).toBe(true)
    const before = watch.getSnapshot()
    type('a')
    type('b')
    expect(watch.getSnapshot()).toBe(before)
    expect(due).toHaveLength(1)
    due.shift()?.()
    expect(watch.getSnapshot()).not.toBe(before)
  })

  test('are brought up to date by whoever needs them now', async () => {
    const { watch, type } = watched('kind: Workflow\n')
    await Promise.resolve()
    type('x: y: z\n')
    expect(watch.flush().errors).toBeGreaterThan(0)
    expect(watch.flush()).toBe(watch.flush())
  })

  test('are not looked for again when only the selection changed', async () => {
    const { due, designer } = watched('kind: Workflow\n')
    await Promise.resolve()
    due.length = 0
    designer.actions.select([{ document: 0, path: ['kind'] }])
    expect(due).toHaveLength(0)
  })
})
