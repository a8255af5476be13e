import type { Outcome, OutcomeRequest } from './outcome.ts'

/** Says how a requested pod ends. Aborted by the signal, it may answer anything, or throw. */
export type Provide = (request: OutcomeRequest, signal: AbortSignal) => Outcome | Promise<Outcome>

/** Says how some pods end, and of others nothing. */
export type ProvideSome = (
  request: OutcomeRequest,
  signal: AbortSignal,
) => Outcome | undefined | Promise<Outcome | undefined>

/** Asks one source after the other; `last` is asked when no other knows. What a source knows at once is given at once. */
export function firstOf(sources: readonly ProvideSome[], last: Provide): Provide {
  const ask: (from: number, ...asked: Parameters<Provide>) => ReturnType<Provide> = (
    from,
    request,
    signal,
  ) => {
    for (const [index, source] of sources.slice(from).entries()) {
      const answer = source(request, signal)
      if (answer instanceof Promise)
        return answer.then((known) => known ?? ask(from + index + 1, request, signal))
      if (answer !== undefined) return answer
    }
    return last(request, signal)
  }
  return (request, signal) => ask(0, request, signal)
}

/** Makes something of an answer, at once if it is there. */
export function answered(
  answer: ReturnType<Provide>,
  make: (outcome: Outcome) => Outcome,
): ReturnType<Provide> {
  return answer instanceof Promise ? answer.then(make) : make(answer)
}

/** A pod that was asked for, and how it ended. */
export interface Answered {
  readonly request: OutcomeRequest
  readonly outcome: Outcome
}

/** Answers with outcomes that are kept from an earlier run, by the names of nodes. */
export function pinned(answers: ReadonlyMap<string, Pick<Answered, 'outcome'>>): ProvideSome {
  return ({ node }) => answers.get(node.name)?.outcome
}

/** Takes what is answered, by the names of nodes: a map, or whatever else has a `set`. */
export interface Keeper {
  readonly set: (name: string, answered: Answered) => unknown
}

/** Keeps all that is answered: for `pinned`, and for the record of a test. */
export function kept(provide: Provide, answers: Keeper): Provide {
  const keep = (request: OutcomeRequest, outcome: Outcome): Outcome => {
    answers.set(request.node.name, { request, outcome })
    return outcome
  }
  return (request, signal) =>
    answered(provide(request, signal), (outcome) => keep(request, outcome))
}
