import {
  durationText,
  parseDuration,
  type Mock,
  type MockOutcome,
  type MockTarget,
} from '../../src/simulate/index.ts'
import { anchorsOf, parseTree, toValue, type JsonValue } from '../../src/yaml/index.ts'

/** How a step ends, as a form has it: `own` as it does itself, `chance` with one of several results. */
export const ENDS = ['Succeeded', 'Failed', 'Error', 'chance', 'own'] as const
export type Ends = (typeof ENDS)[number]

/** What a step gives, as a form has it. What is empty is not said. */
export interface OutcomeDraft {
  readonly ends: Ends
  readonly exitCode: string
  readonly result: string
  /** One of these results, each on a line. */
  readonly choices: string
  readonly parameters: Readonly<Record<string, string>>
  readonly artifacts: Readonly<Record<string, string>>
  readonly message: string
  readonly log: string
  /** As Argo writes it. */
  readonly duration: string
}

/** A mock, as a form has it. */
export interface MockDraft {
  /** For all items of a loop, or one by its place or value. */
  readonly items: 'all' | 'index' | 'value'
  readonly item: string
  readonly attempts: readonly OutcomeDraft[]
  /** About a suspended node. */
  readonly decision: 'ask' | 'approve' | 'reject'
  readonly values: Readonly<Record<string, string>>
  readonly reason: string
}

export const plainOutcome: OutcomeDraft = {
  ends: 'Succeeded',
  exitCode: '',
  result: '',
  choices: '',
  parameters: {},
  artifacts: {},
  message: '',
  log: '',
  duration: '',
}

export const plainMock: MockDraft = {
  items: 'all',
  item: '',
  attempts: [plainOutcome],
  decision: 'ask',
  values: {},
  reason: '',
}

/** What is wrong with a duration that was typed; nothing if it is one, or empty. */
export function durationProblem(text: string): string | undefined {
  return text.trim() === '' || parseDuration(text.trim()) !== undefined
    ? undefined
    : 'The duration is a text such as 90s, 5m or 1h30m, or a number of seconds.'
}

/** What is wrong with an exit code that was typed, beside how the step ends; nothing if it is one, or empty. */
export function exitCodeProblem(ends: Ends, text: string): string | undefined {
  const code = text.trim()
  if (code !== '' && (!/^\d{1,3}$/.test(code) || Number(code) > 255))
    return 'The exit code is a whole number from 0 to 255.'
  return ends === 'Succeeded' && Number(code) !== 0
    ? 'A step that succeeds ends with exit code 0. Choose Failed, or take the code away.'
    : undefined
}

/** The mock that a form says, for whom `target` names; in words what is wrong with it. */
export function mockOf(draft: MockDraft, target: MockTarget): Mock | string {
  const { items, item, decision, values, reason } = draft
  const { template, step, node, attempt } = target
  // No more than that: the target may be a mock, which says what happens as well.
  const whole: MockTarget = { template, step, node, attempt }
  if (items === 'index' && !/^\d{1,9}$/.test(item.trim()))
    return 'Say which item by its number: the first one is 0.'
  const whom: MockTarget =
    items === 'index'
      ? { ...whole, index: Number(item) }
      : items === 'value'
        ? { ...whole, item: itemOf(item) }
        : whole
  if (decision === 'approve') return { ...whom, attempts: [], resume: filled(values) }
  if (decision === 'reject') return { ...whom, attempts: [], reject: reason }
  const attempts: MockOutcome[] = []
  for (const attempt of draft.attempts) {
    const outcome = outcomeOf(attempt)
    if (typeof outcome === 'string') return outcome
    attempts.push(outcome)
  }
  return { ...whom, attempts }
}

/** A mock as a form has it; nothing where the form cannot say all of it. */
export function draftOf(mock: Mock): MockDraft | undefined {
  const { item, index, attempts, resume, reject } = mock
  const draft: MockDraft = {
    items: index !== undefined ? 'index' : item !== undefined ? 'value' : 'all',
    item: index !== undefined ? String(index) : item === undefined ? '' : itemText(item),
    attempts: attempts.length === 0 ? [plainOutcome] : attempts.map(outcomeDraft),
    decision: reject !== undefined ? 'reject' : resume !== undefined ? 'approve' : 'ask',
    values: resume ?? {},
    reason: reject ?? '',
  }
  const again = mockOf(draft, mock)
  return typeof again !== 'string' && textOf(again) === textOf(mock) ? draft : undefined
}

function outcomeOf(draft: OutcomeDraft): MockOutcome | string {
  const { ends, result, message, log } = draft
  const duration = parseDuration(draft.duration.trim())
  const problem = durationProblem(draft.duration) ?? exitCodeProblem(ends, draft.exitCode)
  if (problem !== undefined) return problem
  const around = { log: given(log), duration }
  if (ends === 'own') return around
  const parameters = someOf(filled(draft.parameters))
  const artifacts = someOf(filled(draft.artifacts))
  if (ends === 'chance') {
    const choices = draft.choices.split('\n').filter((line) => line !== '')
    if (choices.length === 0) return 'Say which results there may be, each on a line.'
    return { ...around, parameters, artifacts, oneOf: choices.map((each) => ({ result: each })) }
  }
  const code = draft.exitCode.trim()
  const exitCode = code === '' ? undefined : Number(code)
  const said = { message: given(message), result: given(result), parameters, artifacts, exitCode }
  const isSaid =
    ends === 'Succeeded'
      ? Object.values(said).some((one) => one !== undefined)
      : (exitCode ?? 0) > 0
  // What follows from the rest need not be said.
  return { ...around, ...said, phase: isSaid && ends !== 'Error' ? undefined : ends }
}

function outcomeDraft(outcome: MockOutcome): OutcomeDraft {
  const { exitCode, result, parameters, artifacts, message, log, duration, oneOf } = outcome
  return {
    ends: endsOf(outcome),
    exitCode: exitCode === undefined ? '' : String(exitCode),
    result: result ?? '',
    choices: (oneOf ?? []).map((choice) => choice.result ?? '').join('\n'),
    parameters: withoutNull(parameters),
    artifacts: withoutNull(artifacts),
    message: message ?? '',
    log: log ?? '',
    duration: duration === undefined ? '' : durationText(duration),
  }
}

function endsOf(outcome: MockOutcome): Ends {
  const { phase, exitCode, oneOf, message, result, parameters, artifacts } = outcome
  if (oneOf !== undefined) return 'chance'
  const said = [phase, exitCode, message, result, parameters, artifacts]
  if (said.every((part) => part === undefined)) return 'own'
  return phase ?? ((exitCode ?? 0) === 0 ? 'Succeeded' : 'Failed')
}

/** All that a mock says, in one text: what follows from the rest is said as well. */
function textOf({ attempts, resume, reject, ...target }: Mock): string {
  const whole = attempts.map((outcome) => {
    const { parameters = {}, artifacts = {}, ...rest } = outcome
    const ends = endsOf(outcome)
    const code = ends === 'Succeeded' ? 0 : ends === 'Failed' ? 1 : undefined
    const { exitCode = code } = rest
    return { ...rest, parameters, artifacts, phase: ends, exitCode }
  })
  return JSON.stringify(sorted({ ...target, attempts: whole, resume, reject }))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries: [string, unknown][] = Object.entries(value)
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]),
  )
}

/** An item as it is typed: what is a list or a map in brackets is that, all else a text. */
function itemOf(text: string): JsonValue {
  if (!/^\s*[[{]/.test(text)) return text
  const { documents, problems } = parseTree(text)
  const root = documents[0]?.root
  return root === undefined || problems.length > 0 ? text : (toValue(root, anchorsOf(root)) ?? text)
}

function itemText(item: JsonValue): string {
  return typeof item === 'string' ? item : JSON.stringify(item)
}

function given(text: string): string | undefined {
  return text === '' ? undefined : text
}

function filled(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

function someOf<T extends object>(record: T): T | undefined {
  return Object.keys(record).length === 0 ? undefined : record
}

function withoutNull(
  texts: Readonly<Record<string, string | null>> = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? '']))
}
