import { pickOf } from './pick.ts'
import { textFile, type LogLine, type Outcome, type OutcomeRequest } from '../outcome.ts'
import { exitMessage, hasExitCode } from '../placeholder/endings.ts'
import { answered, type Provide } from '../provide.ts'
import type { RunNode } from '../node.ts'
import { bestFor } from './match.ts'
import type { Mock, MockOutcome } from './mock.ts'

/**
 * Answers by mocks: of those for a node the one that says most about whom it is for. One that only says how long it takes or what it logs
 * changes nothing but that, and `otherwise` says the rest. Outputs that a successful mock leaves out are made up by `invent`.
 */
export function withMocks(
  mocks: readonly Mock[],
  otherwise: Provide,
  invent: (request: OutcomeRequest) => Outcome,
): Provide {
  const known = mocks.filter(({ attempts }) => attempts.length > 0)
  return (request, signal) => {
    const mock = bestFor(known, request.node)
    const { attempt = 0 } = request.node
    const given = mock?.attempts[Math.min(attempt, mock.attempts.length - 1)]
    const outcome = given && chosen(given, request.seed)
    if (outcome === undefined) return otherwise(request, signal)
    if (saysHowItEnds(outcome)) return mocked(outcome, request, invent)
    return answered(otherwise(request, signal), (own) => adjusted(own, outcome))
  }
}

/** What is decided about a suspended node: values for its outputs, or why it fails. */
export type Decision =
  | { readonly kind: 'resume'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'reject'; readonly message: string }

/** What mocks decide about suspended nodes; nothing about those that they do not name. */
export function decisionsOf(mocks: readonly Mock[]): (node: RunNode) => Decision | undefined {
  const known = mocks.filter(({ resume, reject }) => resume !== undefined || reject !== undefined)
  return (node) => {
    const mock = bestFor(known, node)
    if (mock?.reject !== undefined) return { kind: 'reject', message: mock.reject }
    return mock?.resume && { kind: 'resume', parameters: mock.resume }
  }
}

/** What is said beside `oneOf` holds for each of its choices that does not say it otherwise. */
function chosen(outcome: MockOutcome, seed: number): MockOutcome {
  const { oneOf, ...common } = outcome
  const choice = oneOf && pickOf(oneOf, seed)
  if (choice === undefined) return common
  const said = Object.entries(choice).filter(([, value]) => value !== undefined)
  return chosen({ ...common, ...Object.fromEntries(said) }, seed + 1)
}

function saysHowItEnds(outcome: MockOutcome): boolean {
  return Object.entries(outcome).some(
    ([key, value]) => value !== undefined && key !== 'duration' && key !== 'log',
  )
}

function adjusted(own: Outcome, { duration, log }: MockOutcome): Outcome {
  return {
    ...own,
    ...(duration === undefined ? {} : { duration, durationFrom: 'said' }),
    log: log === undefined ? own.log : linesOf(log),
  }
}

function mocked(
  given: MockOutcome,
  request: OutcomeRequest,
  invent: (request: OutcomeRequest) => Outcome,
): Outcome {
  const madeUp = invent(request)
  const phase = given.phase ?? ((given.exitCode ?? 0) === 0 ? 'Succeeded' : 'Failed')
  const isGood = phase === 'Succeeded'
  const parameters = given.parameters ?? {}
  const artifacts = given.artifacts ?? {}
  const result = given.result ?? (isGood ? madeUp.result : undefined)
  const code = given.exitCode ?? { Succeeded: 0, Failed: 1, Error: undefined }[phase]
  const exitCode = hasExitCode(request.template) ? code : undefined
  const message =
    given.message ?? (phase === 'Failed' ? exitMessage(request.template, code ?? 1) : undefined)
  return {
    phase,
    ...(message === undefined ? {} : { message }),
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(result === undefined ? {} : { result }),
    parameters: merged(parameters, isGood ? madeUp.parameters : {}, (text) => text),
    artifacts: merged(artifacts, isGood ? madeUp.artifacts : {}, textFile),
    duration: given.duration ?? madeUp.duration,
    ...(given.duration === undefined ? {} : { durationFrom: 'said' }),
    log: linesOf(given.log ?? given.result ?? ''),
    isInvented:
      isGood &&
      ((given.result === undefined && madeUp.result !== undefined) ||
        Object.keys(madeUp.parameters).some((name) => !Object.hasOwn(parameters, name)) ||
        Object.keys(madeUp.artifacts).some((name) => !Object.hasOwn(artifacts, name))),
  }
}

/** What is given, and of the rest what is made up; null says that there is none. */
function merged<T>(
  given: Readonly<Record<string, string | null>>,
  madeUp: Readonly<Record<string, T>>,
  make: (text: string) => T,
): Readonly<Record<string, T>> {
  const others = Object.entries(madeUp).filter(([name]) => !Object.hasOwn(given, name))
  const own = Object.entries(given).flatMap(([name, text]) =>
    text === null ? [] : [[name, make(text)] as const],
  )
  return Object.fromEntries([...own, ...others])
}

function linesOf(text: string): readonly LogLine[] {
  const written = text.replace(/\n$/, '')
  return written === '' ? [] : [{ source: 'stdout', text: written }]
}
