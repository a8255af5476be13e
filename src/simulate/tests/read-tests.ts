import type { YamlTree } from '../../yaml/index.ts'
import { parseMoment } from '../engine/time.ts'
import { readMocks, readTexts } from '../mocks/read-mocks.ts'
import { Field, type ReadProblem } from '../reading/field.ts'
import { readExpectations } from './read-expectations.ts'
import type { TestFile, WorkflowTest } from './workflow-test.ts'

/**
 * Reads a file of tests: a map with `tests`, and with `mocks`, `workflow` and `sources` for all of them; or only the list. What cannot be read
 * is told and left out.
 */
export function readTestFile(
  tree: YamlTree,
  document = 0,
): { readonly file: TestFile; readonly problems: readonly ReadProblem[] } {
  const problems: ReadProblem[] = []
  const root = Field.rootOf(tree, document, problems)
  const around = root?.kind === 'map' ? root : undefined
  around?.only(['workflow', 'sources', 'mocks', 'tests'])
  const list = around === undefined ? root : around.get('tests')
  if (list === undefined) around?.problem('There must be a list of tests here, under tests.')
  const mocks = around?.get('mocks')
  const sources = around?.get('sources')?.items() ?? []
  const file: TestFile = {
    workflow: around?.get('workflow')?.text(),
    sources: sources.flatMap((source) => source.text() ?? []),
    mocks: mocks === undefined ? [] : readMocks(mocks),
    tests: list?.items().flatMap((item, index) => readTest(item, index) ?? []) ?? [],
  }
  return { file, problems }
}

function readTest(field: Field, index: number): WorkflowTest | undefined {
  if (field.kind !== 'map') {
    field.problem('A test must be a map with a name and what is expected.')
    return undefined
  }
  field.only(['name', 'parameters', 'seed', 'now', 'runName', 'mocks', 'expect'])
  const mocks = field.get('mocks')
  const parameters = field.get('parameters')
  const now = field.get('now')
  return {
    name: field.get('name')?.text() ?? `Test ${String(index + 1)}`,
    range: field.range,
    path: field.path,
    parameters: parameters === undefined ? {} : readTexts(parameters),
    seed: field.get('seed')?.count() ?? 1,
    now: now && readMoment(now),
    runName: field.get('runName')?.text(),
    mocks: mocks === undefined ? [] : readMocks(mocks),
    checks: readExpectations(field),
  }
}

/** A moment as RFC 3339 has it, in milliseconds since 1970. */
function readMoment(field: Field): number | undefined {
  const moment = parseMoment(field.text() ?? '')
  if (moment === undefined) field.problem('now must be a moment such as 2025-03-01T12:00:00Z.')
  return moment
}
