import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runBench } from '../../../app/simulator/run-bench.ts'
import type { RunCall } from '../../../app/simulator/run-messages.ts'
import { createRunStore, type Designer, type Runs } from '../../../app/store/index.ts'
import { openDesigner } from '../canvas/open-designer.ts'

const text = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: two}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: first
            template: say
        - - name: second
            template: say
    - name: say
      container: {image: alpine}
`

/** A worker of runs that is in the page. */
class NearWorker {
  static last: NearWorker | undefined
  onmessage: ((event: { readonly data: unknown }) => void) | undefined
  onerror: ((event: { readonly message: string }) => void) | undefined
  readonly take = runBench({
    post: (report) => {
      const data: unknown = structuredClone(report)
      queueMicrotask(() => this.onmessage?.({ data }))
    },
    pause: () => undefined,
  })

  constructor() {
    NearWorker.last = this
  }

  postMessage(call: RunCall): void {
    queueMicrotask(() => this.take(structuredClone(call)))
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', NearWorker)
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 })
  vi.stubGlobal('crossOriginIsolated', false)
  vi.stubGlobal(
    'requestAnimationFrame',
    (action: (time: number) => void) => void setTimeout(() => action(performance.now()), 0),
  )
})
afterEach(() => vi.unstubAllGlobals())

async function openDesk() {
  const designer = openDesigner(text)
  const { deskOf } = await import('../../../app/simulator/desk.ts')
  const store = createRunStore()
  const runs: Runs = {
    store,
    desk: () => Promise.resolve(desk),
    Details: () => null,
    TestFile: () => null,
  }
  const desk = deskOf(runs, designer)
  const until = (kind: string) =>
    expect.poll(() => store.getState().progress.kind, { timeout: 20_000 }).toBe(kind)
  return { desk, designer, store, until }
}

/** Takes the entrypoint away, so that there is nothing to begin with. */
function breakText({ actions }: Designer): void {
  const from = text.indexOf('  entrypoint')
  const to = text.indexOf('  templates')
  actions.edit({ changes: [{ from, to, insert: '' }], userEvent: 'input.type' })
}

describe('the desk of runs', () => {
  it('runs the shown run again from a node on, and says so', async () => {
    const { desk, store, until } = await openDesk()
    desk.start()
    await until('ended')
    const { shown } = store.getState()
    const second = shown?.index.nodeNamed('two[1].second')
    desk.runFrom(second?.id ?? '')
    await expect.poll(() => store.getState().shown?.id).not.toBe(shown?.id)
    await until('ended')
    const again = store.getState().shown
    expect(again).toMatchObject({ seed: shown?.seed, before: shown?.index, text })
    expect(again?.purpose).toMatch(/^From second on/)
    expect(desk.canRecord()).toBe(true)
  })

  it('makes no test of a run of a single step, nor of what goes on from that', async () => {
    const { desk, store, until } = await openDesk()
    desk.start()
    await until('ended')
    const { shown } = store.getState()
    desk.runAlone(shown?.index.nodeNamed('two[1].second')?.id ?? '', {
      parameters: {},
      artifacts: {},
    })
    await expect.poll(() => store.getState().shown?.id).not.toBe(shown?.id)
    await until('ended')
    expect(desk.canRecord()).toBe(false)
    desk.again()
    await until('ended')
    await expect.poll(() => desk.canRecord()).toBe(true)
  })

  it('lets steps take as long as in an earlier run, or as somebody says, in all runs from then on', async () => {
    const { desk, store, until } = await openDesk()
    desk.start()
    await until('ended')
    const took = () => {
      const index = store.getState().shown?.index
      return ['first', 'second'].map((name, lane) => {
        const node = index?.nodeNamed(`two[${String(lane)}].${name}`)
        return [(node?.finishedAt ?? 0) - (node?.startedAt ?? 0), node?.durationFrom]
      })
    }
    const rerun = async (act: () => void): Promise<void> => {
      const before = store.getState().shown
      act()
      await expect.poll(() => store.getState().shown?.id).not.toBe(before?.id)
      await until('ended')
      expect(store.getState().shown).toMatchObject({ seed: before?.seed, before: before?.index })
    }
    const span = { path: '[0].first', step: 'first', template: 'say', hasFailed: false }
    await rerun(() =>
      desk.retime({ runs: [{ name: 'two-x', spans: [{ ...span, duration: 5000 }] }] }),
    )
    expect(took()).toEqual([
      [5000, 'earlier'],
      [5000, 'earlier'],
    ])
    await rerun(() => desk.retime({ said: [{ step: 'second', template: 'say', duration: 9000 }] }))
    expect(took()).toEqual([
      [5000, 'earlier'],
      [9000, 'said'],
    ])
    expect(store.getState().shown?.timing.runs[0]?.name).toBe('two-x')
    await rerun(() => desk.retime({ runs: [], said: [] }))
    expect(took()).toEqual([
      [1000, undefined],
      [1000, undefined],
    ])
  })

  it('makes no test of a run that is still shown when the next one was refused', async () => {
    const { desk, designer, store, until } = await openDesk()
    expect(desk.canRecord()).toBe(false)
    desk.start()
    await until('ended')
    expect(desk.canRecord()).toBe(true)
    breakText(designer)
    desk.start()
    await expect.poll(() => store.getState().problem).toMatch(/no entrypoint/)
    expect(store.getState().shown?.text).toBe(text)
    expect(desk.canRecord()).toBe(false)
  })

  it('makes no test of a run whose worker is gone', async () => {
    const { desk, store, until } = await openDesk()
    desk.start()
    await until('ended')
    NearWorker.last?.onerror?.({ message: 'out of memory' })
    expect(store.getState().problem).toMatch(/out of memory/)
    expect(desk.canRecord()).toBe(false)
  })

  it('runs the shown run again in its own file, whichever is on the canvas', async () => {
    const { desk, designer, store, until } = await openDesk()
    desk.start()
    await until('ended')
    const { shown } = store.getState()
    const other = text.replace('two', 'other')
    const id = designer.workspace.add({ name: 'other.yaml' }, other)
    desk.again()
    await expect.poll(() => store.getState().shown?.id).not.toBe(shown?.id)
    await until('ended')
    expect(store.getState().shown).toMatchObject({ name: shown?.name, seed: shown?.seed })
    expect(designer.workspace.store.getState().active).toBe(shown?.files[0]?.id)
    designer.workspace.show(id)
    designer.workspace.close(shown?.files[0]?.id ?? -1)
    desk.again()
    expect(store.getState().problem).toMatch(/not open any more/)
  })
})
