import {
  bestFor,
  createScriptRunner,
  type Mock,
  type Origin,
  type Outcome,
  type RunNode,
  type RunOptions,
  type ScriptRunner,
} from '../../src/simulate/index.ts'
import {
  isGoingOn,
  sourceKey,
  TraceIndex,
  usualRun,
  type Designer,
  type RunDesk,
  type Runs,
  type RunSettings,
} from '../store/index.ts'
import { download } from '../platform/index.ts'
import { browserScriptHost } from '../platform/script-host.ts'
import { keepParameters, keptParameters } from './kept-parameters.ts'
import { answersBefore, withAnswer, type Answer, type Answers } from './pins.ts'
import type { RunReport } from './run-messages.ts'
import { missingParameters, runParameters, unrunnable, valuesFor } from './prepare.ts'
import { singleStep } from './single-step.ts'
import { startSession, type Session } from './session.ts'

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
  readonly runAlone: (id: string, inputs: Readonly<Record<string, string>>) => void
  /** Whether that can be. */
  readonly canRunAlone: (node: RunNode) => boolean
  readonly outcomeOf: (id: string) => Outcome | undefined
  /** Says what steps give in all runs of the file from now on, and runs again. */
  readonly mock: (mock: Mock) => void
  /** What was said of a node's step; nothing if nothing was. */
  readonly mockOf: (node: RunNode) => Mock | undefined
  /** Takes back what was said, and runs again. */
  readonly forget: (mock: Mock) => void
  readonly resume: (
    id: string,
    parameters: Readonly<Record<string, string>>,
  ) => Promise<string | undefined>
  readonly reject: (id: string) => void
  /** Whether a test can be made of the run: not of one of a single step, which is no run of a file. */
  readonly canRecord: () => boolean
  /** Downloads a file with a test that the run passes. */
  readonly record: () => Promise<void>
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

/** How a run differs from a plain one. */
interface Way {
  readonly seed?: number
  readonly answers?: Answers
  readonly before?: TraceIndex
  readonly purpose?: string
}

function createDesk({ store }: Runs, designer: Designer): Desk {
  let session: Session | undefined
  let options: RunOptions | undefined
  let answers = new Map<string, Answer>()
  let runs = 0
  /** The names of the files that run, for a test of the run. */
  let recorded: readonly string[] | undefined

  let scriptRunner: ScriptRunner | undefined
  let runWorker: Worker | undefined
  const worker = (): Worker => {
    if (runWorker !== undefined) return runWorker
    const made = new Worker(new URL('./run-worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<RunReport>) => {
      if (data.run === session?.id) session.hear(data)
    }
    made.onerror = (event) => {
      runWorker = undefined
      refuse(
        `The dry run could not go on: ${event.message || 'its worker could not be loaded'}. Run again.`,
      )
      store.setState({ progress: { kind: 'ended' } })
    }
    runWorker = made
    return made
  }

  const fileId = (): number => designer.workspace.store.getState().active
  const fileName = (): string => designer.document.getState().file.name
  const settings = (): RunSettings =>
    store.getState().settings.get(fileId()) ?? {
      ...usualRun,
      parameters: keptParameters(fileName()),
    }
  const changeSettings = (change: Partial<RunSettings>): void => {
    const changed = { ...settings(), ...change }
    store.setState({ settings: new Map(store.getState().settings).set(fileId(), changed) })
    if (change.parameters !== undefined) keepParameters(fileName(), change.parameters)
  }
  const refuse = (problem: string): void => {
    store.setState({ problem })
    designer.actions.openBottom('run')
  }

  const begin = (next: RunOptions, files: readonly (number | undefined)[], way: Way): void => {
    const { sources, document, parameters = {}, seed, now, namespace } = next
    const { mocks } = settings()
    const id = ++runs
    const index = new TraceIndex(keysOf(sources))
    const answered = new Map<string, Answer>()
    const isNow = (): boolean => store.getState().shown?.id === id
    session?.stop()
    session = startSession({
      id,
      order: {
        texts: sources.map(({ tree }) => tree.text),
        document,
        parameters,
        seed,
        now,
        mocks,
        pins: way.answers ?? new Map(),
        ...(namespace === undefined ? {} : { namespace }),
      },
      post: (call) => worker().postMessage(call),
      index,
      answers: answered,
      scripts: () => (scriptRunner ??= createScriptRunner(browserScriptHost)),
      nextFrame: requestAnimationFrame,
      onStarted: (name) => {
        options = next
        answers = answered
        const { before, purpose } = way
        const { text } = sources[0]?.tree ?? { text: '' }
        store.setState({
          shown: { id, name, index, files, text, document, seed, parameters, before, purpose },
          progress: { kind: 'running' },
          count: 0,
          cursor: undefined,
          chosen: undefined,
          problem: undefined,
          isAsking: false,
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
    if (missingParameters(parameters, given).length > 0) {
      store.setState({ isAsking: true })
      return designer.actions.openBottom('run')
    }
    const { sources } = scene
    const { namespace } = scene.manifest
    const next = {
      sources,
      document: scene.document,
      parameters: given,
      seed: way.seed ?? settings().seed ?? newSeed(),
      now: Date.now(),
      ...(namespace === undefined ? {} : { namespace }),
    }
    begin(
      next,
      sources.map(({ id }) => id),
      way,
    )
    recorded = sources.map(({ name }) => name)
  }
  /** The run that is shown once more, in a changed way; the text is that of now only when nothing is kept of it. */
  const repeat = (way: Way): void => {
    const { shown } = store.getState()
    if (shown === undefined || options === undefined) return run()
    begin(options, shown.files, way)
  }
  const shownIndex = (): TraceIndex | undefined => store.getState().shown?.index

  const setMocks = (mocks: readonly Mock[]): void => {
    changeSettings({ mocks })
    const { shown } = store.getState()
    run(shown === undefined ? {} : { seed: shown.seed, before: shown.index })
  }

  return {
    mock: (mock) =>
      setMocks([mock, ...settings().mocks.filter((each) => !isSameTarget(each, mock))]),
    mockOf: (node) => bestFor(settings().mocks, node),
    forget: (mock) => setMocks(settings().mocks.filter((each) => each !== mock)),
    start: () => {
      if (isGoingOn(store.getState().progress)) designer.actions.openBottom('run')
      else run()
    },
    stop: () => session?.stop(),
    ask: () => {
      store.setState({ isAsking: true })
      designer.actions.openBottom('run')
    },
    settings,
    changeSettings,
    again: () => {
      const { shown } = store.getState()
      run(shown === undefined ? {} : { seed: shown.seed })
    },
    runFrom: (id) => {
      const index = shownIndex()
      const node = index?.nodeAt(id)
      if (index === undefined || node === undefined) return
      repeat({
        answers: answersBefore(index, answers, id),
        before: index,
        purpose: `From ${node.displayName} on; what had ended before is kept.`,
      })
    },
    changeOutcome: (id, outcome) => {
      const index = shownIndex()
      const node = index?.nodeAt(id)
      if (index === undefined || node === undefined) return
      repeat({
        answers: withAnswer(answers, node.name, outcome),
        before: index,
        purpose: `With another outcome of ${node.displayName}.`,
      })
    },
    runAlone: (id, inputs) => {
      const { shown } = store.getState()
      const node = shown?.index.nodeAt(id)
      if (shown === undefined || node === undefined || options === undefined) return
      const { artifacts = {} } = answers.get(node.name) ?? {}
      const alone = singleStep(options, node, inputs, artifacts)
      const purpose = `Only ${node.templateName ?? node.displayName}, with the inputs that were given.`
      if (alone === undefined) return
      begin(alone, shown.files, { purpose })
      recorded = undefined
    },
    canRunAlone: (node) => options !== undefined && singleStep(options, node, {}, {}) !== undefined,
    outcomeOf: (id) => answers.get(shownIndex()?.nodeAt(id)?.name ?? '')?.outcome,
    resume: async (id, parameters) => session?.resume(id, parameters),
    reject: (id) => session?.reject(id),
    canRecord: () => recorded !== undefined,
    record: async () => {
      if (recorded === undefined || session === undefined) return
      const [workflow = 'workflow.yaml'] = recorded
      const name = `${workflow.replace(/\.ya?ml$/, '')}.test.yaml`
      download(name, await session.record(recorded))
      const text = `The run is a test in ${name}. Beside ${workflow}, “npx stepwright test” runs it.`
      designer.actions.notify({ tone: 'success', text })
    },
  }
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

function isSameTarget(a: Mock, b: Mock): boolean {
  const parts = ['template', 'step', 'node', 'index', 'attempt'] as const
  return parts.every((part) => a[part] === b[part])
}

/** A whole number by chance, short enough to be told to others. */
function newSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000
}
