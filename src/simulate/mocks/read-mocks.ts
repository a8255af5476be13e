import type { YamlTree } from '../../yaml/index.ts'
import { Field, type ReadProblem } from '../reading/field.ts'
import { parseDuration } from './duration.ts'
import type { Mock, MockOutcome, MockTarget } from './mock.ts'

const targetFields = ['template', 'step', 'node', 'item', 'index', 'attempt'] as const
const outcomeFields = [
  'phase',
  'exitCode',
  'message',
  'result',
  'outputs',
  'duration',
  'log',
  'oneOf',
] as const

/**
 * Reads a file of mocks: a list of them, or a map with one under `mocks`. What cannot be read is told and left out. Other fields of the map
 * are let be, since the mocks may stand in a file of tests.
 */
export function readMocksFile(
  tree: YamlTree,
  document = 0,
): { readonly mocks: readonly Mock[]; readonly problems: readonly ReadProblem[] } {
  const problems: ReadProblem[] = []
  const root = Field.rootOf(tree, document, problems)
  const list = root?.kind === 'map' ? root.get('mocks') : root
  return { mocks: list === undefined ? [] : readMocks(list), problems }
}

/** Reads a list of mocks. */
export function readMocks(list: Field): readonly Mock[] {
  return list.items().flatMap((item) => {
    const mock = readMock(item)
    return mock === undefined ? [] : [mock]
  })
}

function readMock(field: Field): Mock | undefined {
  if (field.kind !== 'map') {
    field.problem('A mock must be a map, such as {step: flip, result: heads}.')
    return undefined
  }
  field.only([...targetFields, ...outcomeFields, 'attempts', 'resume', 'reject'])
  const attempts = field.get('attempts')
  const own = readOutcome(field)
  const saysSomething = Object.values(own).some((value) => value !== undefined)
  if (attempts !== undefined && saysSomething)
    attempts.problem('Say what happens in attempts or beside it, not both.')
  const resume = field.get('resume')
  const reject = field.get('reject')
  if (resume !== undefined && reject !== undefined)
    reject.problem('A node is either resumed or rejected, not both.')
  return {
    ...readTarget(field),
    attempts: attempts?.items().map(readOutcomeItem) ?? (saysSomething ? [own] : []),
    resume: ifGiven(resume, readResume),
    reject: ifGiven(reject, (value) => (value.value() === true ? '' : value.text())),
  }
}

/** `resume: true` gives no values. */
function readResume(field: Field): Readonly<Record<string, string>> {
  if (field.kind !== 'map') return {}
  field.only(['parameters'])
  return ifGiven(field.get('parameters'), readTexts) ?? {}
}

function readTarget(field: Field): MockTarget {
  const item = field.get('item')
  return {
    template: field.get('template')?.text(),
    step: field.get('step')?.text(),
    node: field.get('node')?.text(),
    item: item?.kind === 'text' ? item.text() : item?.value(),
    index: field.get('index')?.count(),
    attempt: field.get('attempt')?.count(),
  }
}

/** An outcome in a list: a plain text stands for what the step prints. */
function readOutcomeItem(field: Field): MockOutcome {
  if (field.kind === 'nothing') return {}
  if (field.kind !== 'map') return { result: field.valueText() }
  field.only(outcomeFields)
  return readOutcome(field)
}

function readOutcome(field: Field): MockOutcome {
  const outputs = field.get('outputs')
  outputs?.only(['result', 'parameters', 'artifacts'])
  return {
    phase: field.get('phase')?.oneOf(['Succeeded', 'Failed', 'Error']),
    exitCode: field.get('exitCode')?.count(),
    message: field.get('message')?.text(),
    result: (field.get('result') ?? outputs?.get('result'))?.valueText(),
    parameters: ifGiven(outputs?.get('parameters'), readOutputs),
    artifacts: ifGiven(outputs?.get('artifacts'), readOutputs),
    duration: ifGiven(field.get('duration'), readDuration),
    log: field.get('log')?.text(),
    oneOf: ifGiven(field.get('oneOf'), (list) => list.items().map(readOutcomeItem)),
  }
}

function ifGiven<T>(field: Field | undefined, read: (field: Field) => T): T | undefined {
  return field === undefined ? undefined : read(field)
}

/** Names and texts, null where nothing is written. */
function readOutputs(field: Field): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    field.entries().map(([name, value]) => [name, value.valueText() ?? null]),
  )
}

/** Names and texts; numbers, lists and maps become texts. */
export function readTexts(field: Field): Readonly<Record<string, string>> {
  return Object.fromEntries(field.entries().map(([name, value]) => [name, value.valueText() ?? '']))
}

/** A duration as Argo reads it, in milliseconds: `90s`, `1h30m`, or a number of seconds. */
export function readDuration(field: Field): number | undefined {
  const duration = parseDuration(field.text() ?? '')
  if (duration === undefined)
    field.problem('A duration is a text such as 90s, 5m or 1h30m, or a number of seconds.')
  return duration
}
