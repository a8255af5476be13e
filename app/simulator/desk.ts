import {
  bestFor,
  configMapsIn,
  type Mock,
  type Origin,
  type Outcome,
  type RunNode,
  type RunOptions,
  type Timing,
} from '../../src/simulate/index.ts'
import {
  isGoingOn,
  sourceKey,
  TraceIndex,
  usualRun,
  type Designer,
  type FileEntry,
  type RunDesk,
  type Runs,
  type RunSettings,
  type ShownRun,
} from '../store/index.ts'
import { replaceMock, withMocksSaid } from '../mocks/said.ts'
import { changeSettings, settingsOf } from '../mocks/settings.ts'
import { pageScripts } from './page-scripts.ts'
import { answersBefore, withAnswer, type Answer, type Answers } from './pins.ts'
import type { RunReport } from './run-messages.ts'
import { missingParameters, runParameters, unrunnable, valuesFor } from './prepare.ts'
import { askedInputs, singleStep, type AskedInputs, type StepInputs } from './single-step.ts'
import { startSession, type Session } from './session.ts'
import { keepTest } from './tests/keep-test.ts'
import { holdsTests } from './tests/open-tests.ts'
import { testDeskOf } from './tests/test-desk.ts'

/** All that can be done with dry runs. */
export interface Desk extends RunDesk {
  readonly settings: () => RunSettings
  readonly changeSettings: (change: Partial<RunSettings>) => void
  /** The same run once more: same seed, same parameters. */
  readonly again: () => void
  /** The run from a node on: what had ended before stays as it was. */
  readonly runFrom: (id: string) => void
  /** The run with another outcome of a node; others whose inputs stay the same keep theirs. */
  readonly changeOutcome: (id: string, outcome: Outcome) => void
  /** Nothing but the template of a node, with these inputs. */
  readonly runAlone: (id: string, inputs: StepInputs) => void
  /** What that wants to be given; nothing where it cannot be. */
  readonly askedAlone: (id: string) => AskedInputs | undefined
  readonly outcomeOf: (id: string) => Outcome | undefined
  /** Says what steps give in all runs of the file from now on, and runs again. */
  readonly mock: (mock: Mock) => void
  /** What was said of a node's step; nothing if nothing was. */
  readonly mockOf: (node: RunNode) => Mock | undefined
  /** Takes back what was said, and runs again. */
  readonly forget: (mock: Mock) => void
  /** Says how long steps take in all runs of the file from now on, and runs again. */
  readonly retime: (change: Partial<Timing>) => void
  readonly resume: (
    id: string,
    parameters: Readonly<Record<string, string>>,
  ) => Promise<string | undefined>
  readonly reject: (id: string) => void
  /** Lets a workflow go on that is itself suspended. */
  readonly unsuspend: () => void
  /** Whether a test can be made of the run: not of one of a single step, which is no run of a file, nor once its worker is gone or has begun with another. */
  readonly canRecord: () => boolean
  /** Puts a test that the run passes into the open file of tests of its workflow, or into a new one. */
  readonly record: () => Promise<void>
  /** Runs what is made from other things than what is said for the file: the run of a test. The first of the files is the one that runs. */
  readonly play: (options: PlayOptions, files: readonly FileEntry[], purpose: string) => void
}

const desks = new WeakMap<Runs, Desk>()

/** The desk of some runs: always the same one. */
export function deskOf(runs: Runs, designer: Designer): Desk {
  const known = desks.get(runs)
  if (known !== undefined) return known
  const made = createDesk(runs, designer)
  desks.set(runs, made)
  return made
}

/** A run that brings its own mocks. */
export interface PlayOptions extends RunOptions {
  readonly mocks: readonly Mock[]
}

/** What a run is made from. */
interface Plan {
  readonly options: RunOptions
  /** What steps give and how long they take, where that is not what is said for the file. */
  readonly said?: Pick<RunSettings, 'mocks' | 'timing'>
  /** What its sources are, as `ShownRun` has them. */
  readonly files: ShownRun['files']
  /** The names of those files, for a test of the run; nothing where none can be made. */
  readonly names: readonly string[] | undefined
}

/** How a run differs from a plain one. */
interface Way {
  readonly seed?: number | undefined
  readonly answers?: Answers
  readonly before?: TraceIndex | undefined
  readonly purpose?: string
}

function createDesk(runs: Runs, designer: Designer): Desk {
  const { store } = runs
  /** The run that was begun last; another one is shown before it has started, and when it was refused. */
  let session: Session | undefined
  /** What the shown run was made from, and how its steps ended. */
  let plan: Plan | undefined
  let answers = new Map<string, Answer>()
  let begun = 0

  let runWorker: Worker | undefined
  const worker = (): Worker => {
    if (runWorker !== undefined) return runWorker
    const made = new Worker(new URL('./run-worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<RunReport>) => {
      if (data.run === session?.id) session.hear(data)
    }
    made.onerror = (event) => {
      runWorker = undefined
      session = undefined
      refuse(
        `The dry run could not go on: ${event.message || 'its worker could not be loaded'}. Run again.`,
      )
      store.setState({ progress: { kind: 'ended' } })
    }
    runWorker = made
    return made
  }

  const settings = (): RunSettings => settingsOf(runs, designer)
  const refuse = (problem: string): void => {
    store.setState({ problem })
    designer.actions.openBottom('run')
  }

  const begin = (next: Plan, way: Way): void => {
    const { options, files } = next
    const { sources, ...rest } = options
    const { document, parameters = {}, seed } = rest
    const { mocks, timing } = next.said ?? settings()
    const id = ++begun
    const index = new TraceIndex(keysOf(sources))
    const answered = new Map<string, Answer>()
    const isNow = (): boolean => store.getState().shown?.id === id
    session?.stop()
    session = startSession({
      id,
      order: {
        ...rest,
        texts: sources.map(({ tree }) => tree.text),
        parameters,
        mocks,
        timing,
        pins: way.answers ?? new Map(),
      },
      post: (call) => worker().postMessage(call),
      index,
      answers: answered,
      scripts: pageScripts,
      nextFrame: requestAnimationFrame,
      onStarted: (name) => {
        plan = next
        answers = answered
        const { before, purpose } = way
        const { text } = sources[0]?.tree ?? { text: '' }
        store.setState({
          shown: {
            id,
            name,
            index,
            files,
            text,
            document,
            seed,
            parameters,
            timing,
            before,
            purpose,
          },
          progress: { kind: 'running' },
          count: 0,
          cursor: undefined,
          chosen: undefined,
          problem: undefined,
          notes: [],
          working: new Map(),
          isAsking: false,
          critical: new Set(),
        })
      },
      onRefused: (problem) => {
        refuse(problem)
        // The run before, which is still shown, was stopped.
        store.setState({
          progress: { kind: store.getState().shown === undefined ? 'none' : 'ended' },
        })
      },
      update: (change) => {
        if (isNow()) store.setState(change)
      },
    })
    designer.actions.openBottom('run')
  }

  const run = (way: Way = {}): void => {
    const scene = designer.scene()
    const reason = unrunnable(scene, designer.session.state.text)
    if (reason !== undefined) return refuse(reason)
    const parameters = runParameters(scene)
    const given = valuesFor(parameters, settings().parameters)
    if (missingParameters(parameters, given, configMapsIn(scene.sources)).length > 0) {
      store.setState({ isAsking: true })
      return designer.actions.openBottom('run')
    }
    const { sources, document } = scene
    const { namespace } = scene.manifest
    const options = {
      sources,
      document,
      parameters: given,
      seed: way.seed ?? settings().seed ?? newSeed(),
      now: Date.now(),
      ...(namespace === undefined ? {} : { namespace }),
    }
    const files = sources.map(({ id, tree }) => ({ id, text: tree.text }))
    begin({ options, files, names: sources.map(({ name }) => name) }, way)
  }
  const shownRun = (): ShownRun | undefined => store.getState().shown
  /** A node of the shown run, with what is known of that run. */
  const shownAt = (id: string) => {
    const index = shownRun()?.index
    const node = index?.nodeAt(id)
    return index === undefined || node === undefined || plan === undefined
      ? undefined
      : { index, node, plan }
  }
  /** The session of the shown run, if there still is one, with the names that a test of it has. */
  const recordable = () => {
    const names = plan?.names
    return session === undefined || session.id !== shownRun()?.id || names === undefined
      ? undefined
      : { session, names }
  }

  const setMocks = (mocks: readonly Mock[]): void => rerunWith({ mocks })
  const rerunWith = (change: Partial<RunSettings>): void => {
    changeSettings(runs, designer, change)
    const shown = shownRun()
    run({ seed: shown?.seed, before: shown?.index })
  }

  const desk: Desk = {
    mock: (mock) => setMocks(withMocksSaid(settings().mocks, [mock])),
    mockOf: (node) => bestFor(settings().mocks, node),
    retime: (change) => rerunWith({ timing: { ...settings().timing, ...change } }),
    forget: (mock) => setMocks(replaceMock(settings().mocks, mock, [])),
    start: () => {
      const active = designer.workspace.entries().find(({ isActive }) => isActive)
      // A file of tests is no workflow: what is run of it are the tests.
      if (active !== undefined && holdsTests(active)) desk.test()
      else if (isGoingOn(store.getState().progress)) designer.actions.openBottom('run')
      else run()
    },
    stop: () => session?.stop(),
    ask: () => {
      store.setState({ isAsking: true })
      designer.actions.openBottom('run')
    },
    settings,
    changeSettings: (change) => changeSettings(runs, designer, change),
    again: () => {
      const shown = shownRun()
      const file = shown?.files[0]?.id
      if (file !== undefined) {
        // The run that is shown may be of another file than the one on the canvas.
        if (!designer.workspace.entries().some(({ id }) => id === file))
          return refuse('The file of this run is not open any more: open it, and run it anew.')
        designer.workspace.show(file)
      }
      run({ seed: shown?.seed })
    },
    runFrom: (id) => {
      const at = shownAt(id)
      if (at === undefined) return
      begin(at.plan, {
        answers: answersBefore(at.index, answers, id),
        before: at.index,
        purpose: `From ${at.node.displayName} on; what had ended before is kept.`,
      })
    },
    changeOutcome: (id, outcome) => {
      const at = shownAt(id)
      if (at === undefined) return
      begin(at.plan, {
        answers: withAnswer(answers, at.node.name, outcome),
        before: at.index,
        purpose: `With another outcome of ${at.node.displayName}.`,
      })
    },
    runAlone: (id, inputs) => {
      const at = shownAt(id)
      if (at === undefined) return
      const { node } = at
      const options = singleStep(at.plan.options, node, inputs)
      const purpose = `Only ${node.templateName ?? node.displayName}, with the inputs that were given.`
      begin({ ...at.plan, options, names: undefined }, { purpose })
    },
    askedAlone: (id) => {
      const at = shownAt(id)
      if (at === undefined) return undefined
      const { node, plan } = at
      // The whole of a run is no step of it, unless it is all that ran.
      const isWhole = node.name === shownRun()?.name && plan.options.entry === undefined
      const { artifacts = {} } = answers.get(node.name) ?? plan.options.entry ?? {}
      return isWhole ? undefined : askedInputs(plan.options, node, artifacts)
    },
    outcomeOf: (id) => answers.get(shownRun()?.index.nodeAt(id)?.name ?? '')?.outcome,
    resume: async (id, parameters) => session?.resume(id, parameters),
    reject: (id) => session?.reject(id),
    unsuspend: () => session?.unsuspend(),
    canRecord: () => recordable() !== undefined,
    record: async () => {
      const found = recordable()
      if (found === undefined) return
      const workflow = shownRun()?.files[0]?.id
      const recorded = await found.session.record(found.names)
      if (workflow !== undefined) keepTest(designer, workflow, recorded)
    },
    play: ({ mocks, ...options }, entries, purpose) => {
      const files = entries.map(({ id, tree }) => ({ id, text: tree.text }))
      const names = entries.map(({ file }) => file.name)
      const said = { mocks, timing: usualRun.timing }
      begin({ options, said, files, names }, { purpose })
    },
    test: () => {
      designer.actions.openBottom('tests')
      testDeskOf(designer).runAll()
    },
  }
  return desk
}

/** Names the places of nodes, each once: the items of a loop come from the same one. */
function keysOf(sources: RunOptions['sources']): (origin: Origin) => string {
  const known = new Map<string, string>()
  return ({ source, document, path }) => {
    const at = `${String(source)}:${String(document)}:${path.join('/')}`
    const key = known.get(at)
    if (key !== undefined) return key
    const tree = sources[source]?.tree
    const made = tree === undefined ? '' : sourceKey(source, tree, document, path)
    known.set(at, made)
    return made
  }
}

/** A whole number by chance, short enough to be told to others. */
function newSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000
}
