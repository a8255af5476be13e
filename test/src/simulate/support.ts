import { parseTree } from '../../../src/yaml/index.ts'
import {
  startRun,
  type Outcome,
  type OutcomeRequest,
  type Run,
  type RunOptions,
} from '../../../src/simulate/index.ts'

/** What a test says of a step's end; all else is a plain success. */
export type Given = Partial<Outcome>

/** How steps end, by their templates or names; a list is for the attempts in order, the last for all that follow. */
export type Answers = Readonly<Record<string, Given | readonly Given[]>>

const success: Outcome = {
  phase: 'Succeeded',
  exitCode: 0,
  result: '',
  parameters: {},
  artifacts: {},
  duration: 1000,
  log: [],
  isInvented: false,
}

/** Starts a run of a text; throws where it cannot start. */
export function started(text: string, options: Partial<RunOptions> = {}): Run {
  const sources = [{ tree: parseTree(text) }, ...(options.sources ?? [])]
  const run = startRun({ name: 'w', seed: 1, now: 0, document: 0, ...options, sources })
  if (!run.ok) throw new Error(run.error)
  return run.value
}

/** Answers all requests of a run until nothing more happens. */
export function finished(run: Run, answers: Answers = {}): Run {
  do for (const request of run.requests) run.answer(request.node.id, outcomeOf(request, answers))
  while (run.advance())
  return run
}

function outcomeOf({ node, template }: OutcomeRequest, answers: Answers): Outcome {
  const own = template['name']
  const names = [node.name.slice(2), node.displayName, typeof own === 'string' ? own : '']
  const name = names.find((one) => Object.hasOwn(answers, one))
  const given = name === undefined ? {} : (answers[name] ?? {})
  const end: Given = isList(given) ? (given[node.attempt ?? 0] ?? given.at(-1) ?? {}) : given
  const outcome = { ...success, ...end }
  return outcome.exitCode === 0 || 'phase' in end ? outcome : { ...outcome, phase: 'Failed' }
}

function isList(given: Given | readonly Given[]): given is readonly Given[] {
  return Array.isArray(given)
}

/**
 * The nodes of a run in one text, in the order in which they came to be, without the root: `[0].flip Succeeded`, with the message
 * behind a colon.
 */
export function told(run: Run): string {
  return [...run.nodes.values()]
    .slice(1)
    .map(({ name, phase, message }) => {
      const short = name.slice(run.name.length)
      return `${short} ${phase}${message === '' ? '' : `: ${message}`}`
    })
    .join('\n')
}
