import { describe, expect, test } from 'vitest'
import type { BranchRequest } from '../../../app/problems/branch-messages.ts'
import { watchBranches } from '../../../app/problems/branch-watch.ts'
import { createProblemWatch } from '../../../app/problems/problem-watch.ts'
import type { StartBranches } from '../../../app/problems/start-branches.ts'
import { createDesigner } from '../../../app/store/index.ts'
import { checkBranches } from '../../../src/branches/index.ts'
import { checkOpenFile } from '../../../app/problems/rules.ts'
import { usualSettings, type CheckSettings } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const DEAD = `kind: Workflow
metadata: {name: w}
spec:
  entrypoint: main
  arguments: {parameters: [{name: size, value: small, enum: [small, large]}]}
  templates:
    - name: main
      steps:
        - - name: it
            template: say
            when: "'{{workflow.parameters.size}}' == 'huge'"
    - name: say
      container: {image: 'alpine:3.20'}
`

/** A watch whose pauses end, and whose worker answers, when a test says so. */
async function watched(text: string) {
  const designer = createDesigner({ name: 'a.yaml' }, text, () => 0)
  let settings: CheckSettings = usualSettings
  const tellSettings = new Set<() => void>()
  const soon: (() => void)[] = []
  const schedule =
    (due: (() => void)[]) =>
    (action: () => void): (() => void) => {
      due.push(action)
      return () => {
        if (due.includes(action)) due.splice(due.indexOf(action), 1)
      }
    }
  const pauses: (() => void)[] = []
  const posted: BranchRequest[] = []
  const ends: string[] = []
  const ways = { answer: (): void => undefined, fail: (): void => undefined }
  const start: StartBranches = (onAnswer, onFailure) => {
    ways.answer = () => {
      const request = posted.shift()
      if (request === undefined) return
      const list = checkBranches(parseTree(request.text), [], request.settings)
      onAnswer({ version: request.version, list })
    }
    ways.fail = onFailure
    return { post: (request) => void posted.push(request), end: () => void ends.push('ended') }
  }
  const watch = createProblemWatch(designer, {
    settings: {
      getSnapshot: () => settings,
      subscribe: (listener) => {
        tellSettings.add(listener)
        return () => tellSettings.delete(listener)
      },
      change: () => undefined,
    },
    start: () => undefined,
    loadRules: () => Promise.resolve(checkOpenFile),
    loadBranches: () => new Promise(() => undefined),
    soon: schedule(soon),
    atRest: schedule(soon),
  })
  const check = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) {
      soon.shift()?.()
      await Promise.resolve()
    }
  }
  await check()
  const sources: readonly never[] = []
  const end = watchBranches(watch, () => sources, { start, later: schedule(pauses) })
  return {
    watch,
    check,
    pauses,
    posted,
    ends,
    end,
    pause: () => pauses.shift()?.(),
    answer: () => ways.answer(),
    fail: () => ways.fail(),
    set: (next: CheckSettings) => {
      settings = next
      tellSettings.forEach((listener) => listener())
    },
    edit: (from: string, to: string) => {
      const at = designer.session.state.text.indexOf(from)
      const change = { from: at, to: at + from.length, insert: to }
      designer.actions.edit({ changes: [change], userEvent: 'input.type' })
    },
    codes: () => watch.getSnapshot().list.map(({ code }) => code),
  }
}

describe('steps that never run', () => {
  test('are problems once the rules have spoken, after a pause, in a worker', async () => {
    const { pause, posted, answer, codes, watch } = await watched(DEAD)
    const { warnings } = watch.getSnapshot()
    expect(posted).toEqual([])
    pause()
    expect(posted).toHaveLength(1)
    expect(codes()).not.toContain('step-never-runs')
    answer()
    expect(codes()).toContain('step-never-runs')
    expect(watch.getSnapshot().warnings).toBe(warnings + 1)
    expect(watch.flush()).toBe(watch.getSnapshot())
  })

  test('are told again only when something has changed', async () => {
    const { pause, pauses, posted, answer } = await watched(DEAD)
    pause()
    answer()
    expect(pauses).toEqual([])
    expect(posted).toEqual([])
  })

  test('stay while the text changes elsewhere, at their new place, and are asked again', async () => {
    const { pause, posted, answer, edit, check, codes, watch } = await watched(DEAD)
    pause()
    answer()
    edit('name: w', 'name: longer')
    await check()
    expect(codes()).toContain('step-never-runs')
    const { list, tree } = watch.getSnapshot()
    const range = list.find(({ code }) => code === 'step-never-runs')?.range
    expect(range && tree.text.slice(range.from, range.to)).toMatch(/^".*huge'"$/)
    pause()
    expect(posted).toHaveLength(1)
    answer()
    expect(codes()).toContain('step-never-runs')
  })

  test('go at once with their condition, and stay away when the step can run', async () => {
    const { pause, answer, edit, check, codes } = await watched(DEAD)
    pause()
    answer()
    edit("'huge'", "'large'")
    await check()
    expect(codes()).not.toContain('step-never-runs')
    pause()
    answer()
    expect(codes()).not.toContain('step-never-runs')
  })

  test('go when something else lets the step run', async () => {
    const { pause, answer, edit, check, codes } = await watched(DEAD)
    pause()
    answer()
    edit('large]', 'large, huge]')
    await check()
    expect(codes()).toContain('step-never-runs')
    pause()
    answer()
    expect(codes()).not.toContain('step-never-runs')
  })

  test('are not looked for any more in a text that has changed: the worker is ended', async () => {
    const { pause, posted, edit, check, ends, codes, answer } = await watched(DEAD)
    pause()
    edit("'huge'", "'large'")
    await check()
    expect(ends).toEqual(['ended'])
    answer()
    expect(codes()).not.toContain('step-never-runs')
    pause()
    expect(posted.map(({ text }) => text.includes("'large'"))).toEqual([true])
  })

  test('are not looked for while letters follow each other', async () => {
    const { pauses, edit, check } = await watched(DEAD)
    for (const name of ['v', 'u', 't']) {
      edit('name: ', `name: ${name}`)
      await check()
    }
    expect(pauses).toHaveLength(1)
  })

  test('are told by the settings of the moment', async () => {
    const { pause, answer, check, set, codes, posted } = await watched(DEAD)
    pause()
    answer()
    set({ ...usualSettings, off: new Set(['step-never-runs']) })
    await check()
    expect(codes()).not.toContain('step-never-runs')
    pause()
    expect(posted[0]?.settings.off).toEqual(new Set(['step-never-runs']))
    answer()
    expect(codes()).not.toContain('step-never-runs')
  })

  test('cost no worker where nothing could be passed over', async () => {
    const { pause, posted, pauses } = await watched(DEAD.replace(/ {12}when:.*\n/, ''))
    pause()
    expect(posted).toEqual([])
    expect(pauses).toEqual([])
  })

  test('are forgotten where workers fail, and all is ended with the watch', async () => {
    const { pause, fail, edit, check, pauses, codes } = await watched(DEAD)
    pause()
    fail()
    edit('name: w', 'name: x')
    await check()
    expect(pauses).toEqual([])
    expect(codes()).not.toContain('step-never-runs')
    const other = await watched(DEAD)
    other.pause()
    other.end()
    expect(other.ends.length).toBeGreaterThan(0)
    other.edit('name: w', 'name: x')
    await other.check()
    expect(other.pauses).toEqual([])
  })
})
