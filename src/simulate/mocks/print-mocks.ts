import { printCompact, type JsonObject, type JsonValue, type TextStyle } from '../../yaml/index.ts'
import { durationText } from './duration.ts'
import type { Mock, MockOutcome } from './mock.ts'

const style: TextStyle = { indent: 2, dashIndent: 2, singleQuotes: true, lineBreak: '\n' }

/** Mocks that are longer than a line of this are written in several. */
const WIDTH = 100

/** A file of mocks, as `readMocksFile` reads it: a list with a line for each that fits into one. */
export function printMocks(mocks: readonly Mock[]): string {
  return `${printCompact(mocks.map(mockJson), style, WIDTH).join('\n')}\n`
}

/** A mock as a file of mocks says it. */
export function mockJson(mock: Mock): JsonObject {
  const { step, template, node, item, index, attempt, attempts, resume, reject } = mock
  const [only] = attempts
  const own = only !== undefined && attempts.length === 1 ? outcomeJson(only) : {}
  const isOne = Object.keys(own).length > 0
  return said({
    step,
    template,
    node,
    item: typeof item === 'string' ? plain(item) : item,
    index,
    attempt,
    ...own,
    attempts: isOne || attempts.length === 0 ? undefined : attempts.map(itemJson),
    resume: resume && resumeJson(resume),
    reject: reject === '' ? true : reject,
  })
}

/** What a mock says happens, as a file of mocks says it. */
export function outcomeJson(outcome: MockOutcome): JsonObject {
  const { phase, exitCode, message, result, parameters, artifacts, duration, log, oneOf } = outcome
  const outputs = said({
    parameters: parameters && textsJson(parameters),
    artifacts: artifacts && textsJson(artifacts),
  })
  return said({
    phase,
    exitCode,
    message,
    result: result === undefined ? undefined : plain(result),
    outputs: Object.keys(outputs).length === 0 ? undefined : outputs,
    duration: duration === undefined ? undefined : durationText(duration),
    log,
    oneOf: oneOf?.map(itemJson),
  })
}

/** An outcome of a list: what only prints something is that. */
function itemJson(outcome: MockOutcome): JsonValue {
  const json = outcomeJson(outcome)
  const { result } = json
  return result !== undefined && Object.keys(json).length === 1 ? result : json
}

function resumeJson(values: Readonly<Record<string, string>>): JsonValue {
  return Object.keys(values).length === 0 ? true : { parameters: textsJson(values) }
}

function textsJson(texts: Readonly<Record<string, string | null>>): JsonObject {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text === null ? null : plain(text)]),
  )
}

/** A text as the number or boolean that is written just so: it needs no quotes then. */
function plain(text: string): JsonValue {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(text) && String(Number(text)) === text
    ? Number(text)
    : text
}

/** Only those fields that say something. */
function said(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
