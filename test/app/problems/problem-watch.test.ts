import { describe, expect, test } from 'vitest'
import { CheckBench, type CheckRequest } from '../../../app/problems/check-bench.ts'
import type { WatchMore } from '../../../app/problems/open-problems.ts'
import { createProblemWatch, type Check } from '../../../app/problems/problem-watch.ts'
import type { StartChecks } from '../../../app/problems/start-checks.ts'
import { createDesigner } from '../../../app/store/index.ts'
import { checkOpenFile } from '../../../app/problems/rules.ts'
import { checkTree, usualSettings, type CheckSettings } from '../../../src/validate/index.ts'

/** A watch whose time passes when a test says so. */
function watched(
  text: string,
  start: StartChecks,
  loadRules: () => Promise<Check> = () => Promise.resolve(checkOpenFile),
  loadBranches: () => Promise<WatchMore> = () => new Promise(() => undefined),
) {
  const designer = createDesigner({ name: 'a.yaml' }, text, () => 0)
  const due: (() => void)[] = []
  const schedule = (action: () => void) => {
    due.push(action)
    return () => {
      if (due.includes(action)) due.splice(due.indexOf(action), 1)
    }
  }
  let settings: CheckSettings = usualSettings
  const listeners = new Set<() => void>()
  const watch = createProblemWatch(designer, {
    settings: {
      getSnapshot: () => settings,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      change: () => undefined,
    },
    start,
    loadRules,
    loadBranches,
    soon: schedule,
    atRest: schedule,
  })
  return {
    watch,
    due,
    designer,
    /** Lets the time pass until nothing is due. */
    rest: async () => {
      for (let turn = 0; turn < 20; turn++) {
        due.shift()?.()
        await Promise.resolve()
      }
    },
    set: (next: CheckSettings) => {
      settings = next
      listeners.forEach((listener) => listener())
    },
    type: (insert: string) =>
      designer.actions.edit({ changes: [{ from: 0, to: 0, insert }], userEvent: 'input.type' }),
  }
}

const nowhere: StartChecks = () => undefined

/** A worker that answers when a test says so. */
function worker() {
  const bench = new CheckBench()
  const posted: CheckRequest[] = []
  const ways = { answer: (): void => undefined, fail: (): void => undefined }
  const start: StartChecks = (onAnswer, onFailure) => {
    ways.answer = () => {
      const request = posted.shift()
      if (request !== undefined) onAnswer(structuredClone(bench.answer(structuredClone(request))))
    }
    ways.fail = onFailure
    return { post: (request) => void posted.push(request), end: () => undefined }
  }
  return { start, posted, answer: () => ways.answer(), fail: () => ways.fail() }
}

const codesOf = ({ list }: { readonly list: readonly { readonly code: string }[] }) =>
  list.map(({ code }) => code)

describe('problems, where there are no workers', () => {
  test('are not known before the rules have come, and nothing waits for them', async () => {
    const { watch, rest } = watched('a: [\n', nowhere, () => new Promise(() => undefined))
    await rest()
    expect(watch.flush()).toMatchObject({ isChecked: false, errors: 0 })
  })

  test('are looked for when there is time, once for many changes', async () => {
    const { watch, due, type, rest } = watched('kind: Workflow\n', nowhere)
    await rest()
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
    const { watch, type, rest } = watched('kind: Workflow\n', nowhere)
    await rest()
    type('x: y: z\n')
    expect(watch.flush().errors).toBeGreaterThan(0)
    expect(watch.flush()).toBe(watch.flush())
  })

  test('are not looked for again when only the selection changed', async () => {
    const { due, designer, rest } = watched('kind: Workflow\n', nowhere)
    await rest()
    designer.actions.select([{ document: 0, path: ['kind'] }])
    expect(due).toHaveLength(0)
  })
})

describe('problems that a worker finds', () => {
  test('are those of the text, though only changes are told', async () => {
    const { start, posted, answer } = worker()
    const { watch, type, rest, designer } = watched('kind: Workflow\n', start)
    await rest()
    expect(watch.getSnapshot().isChecked).toBe(false)
    answer()
    expect(watch.getSnapshot()).toMatchObject({
      isChecked: true,
      tree: designer.session.state.tree,
    })
    await rest()
    type('x: y: z\n')
    type('# ')
    await rest()
    expect(posted).toMatchObject([{ version: 2, text: [{ from: 0, to: 0 }] }])
    answer()
    expect(codesOf(watch.getSnapshot())).toEqual(codesOf({ list: checkTree(watch.flush().tree) }))
  })

  test('are dropped when the text is another by then, and asked for again', async () => {
    const { start, posted, answer } = worker()
    const { watch, type, rest } = watched('kind: Workflow\n', start)
    await rest()
    answer()
    const before = watch.getSnapshot()
    type('x: y: z\n')
    await rest()
    type('a')
    await rest()
    expect(posted).toHaveLength(1)
    answer()
    expect(watch.getSnapshot()).toBe(before)
    await rest()
    answer()
    expect(watch.getSnapshot().errors).toBeGreaterThan(0)
  })

  test('are known at once to whoever cannot wait, and the late answer says nothing new', async () => {
    const { start, answer } = worker()
    const { watch, type, rest } = watched('kind: Workflow\n', start)
    await rest()
    answer()
    await rest()
    type('x: y: z\n')
    expect(watch.flush().errors).toBeGreaterThan(0)
    const { list } = watch.getSnapshot()
    await rest()
    answer()
    expect(watch.getSnapshot().list).toEqual(list)
  })

  test('are found here when the worker is lost', async () => {
    const { start, fail } = worker()
    const { watch, type, rest } = watched('kind: Workflow\n', start)
    await rest()
    fail()
    await rest()
    expect(watch.getSnapshot().isChecked).toBe(true)
    type('x: y: z\n')
    await rest()
    expect(watch.getSnapshot().errors).toBeGreaterThan(0)
  })

  test('follow the settings', async () => {
    const { start, answer } = worker()
    const { watch, rest, set } = watched('kind: Workflow\n', start)
    await rest()
    answer()
    const [code] = codesOf(watch.getSnapshot())
    expect(code).toBeDefined()
    if (code === undefined) return
    set({ ...usualSettings, off: new Set([code]) })
    await rest()
    answer()
    expect(codesOf(watch.getSnapshot())).not.toContain(code)
  })
})

describe('problems that others add', () => {
  const more = {
    code: 'step-never-runs',
    severity: 'warning',
    message: 'a never runs.',
    range: { from: 0, to: 4 },
    document: 0,
    path: [],
  } as const

  test('are asked for once, after the first answer, and ended with the watch', async () => {
    const { start, answer, posted } = worker()
    const calls: string[] = []
    const load = () => {
      calls.push('load')
      return Promise.resolve(() => {
        calls.push('watch')
        return () => void calls.push('end')
      })
    }
    const { watch, type, rest } = watched('kind: Workflow\n', start, undefined, load)
    await rest()
    expect(calls).toEqual([])
    answer()
    await rest()
    expect(calls).toEqual(['load', 'watch'])
    type('a')
    await rest()
    expect(posted).toHaveLength(1)
    answer()
    await rest()
    watch.dispose()
    expect(calls).toEqual(['load', 'watch', 'end'])
  })

  test('stand in their place until there is another list, and only where they belong', async () => {
    const { watch, type, rest } = watched('kind: Workflow\n', nowhere)
    await rest()
    const { tree, list, warnings } = watch.getSnapshot()
    watch.add(tree, [])
    expect(watch.getSnapshot().list).toBe(list)
    watch.add(tree, [more])
    expect(codesOf(watch.getSnapshot())).toContain('step-never-runs')
    expect(watch.getSnapshot().warnings).toBe(warnings + 1)
    const froms = watch.getSnapshot().list.map(({ range }) => range.from)
    expect(froms).toEqual(froms.toSorted((a, b) => a - b))
    watch.add(tree, [])
    expect(watch.getSnapshot().list).toBe(list)
    watch.add(tree, [more])
    type('a: 1\n')
    expect(codesOf(watch.flush())).not.toContain('step-never-runs')
    watch.add(tree, [more])
    expect(codesOf(watch.getSnapshot())).not.toContain('step-never-runs')
  })
})
