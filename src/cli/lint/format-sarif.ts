import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Fix, Log, Region, ReportingDescriptor, Result } from 'sarif'
import type { TextRange } from '../../base/index.ts'
import { runCommand } from '../../edit/index.ts'
import {
  problemCodes,
  type Problem,
  type ProblemCode,
  type Severity,
} from '../../validate/index.ts'
import { placeAt, shortName, type CheckedFile, type ParsedFile } from './checked-file.ts'

const levels = {
  error: 'error',
  warning: 'warning',
  info: 'note',
} as const satisfies Record<Severity, Result.level>

/** The problems of files as a log of SARIF 2.1.0. `failures` are what could not be read. */
export function formatSarif(files: readonly CheckedFile[], failures: readonly string[]): string {
  const rules = Object.entries(problemCodes).map(
    ([id, { about, severity }]): ReportingDescriptor => ({
      id,
      shortDescription: { text: about },
      defaultConfiguration: { level: levels[severity] },
    }),
  )
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const results = files.flatMap((file) =>
    file.problems.map((problem) => resultOf(file, problem, indexes)),
  )
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Stepwright', rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map((text) => ({
              level: 'error',
              message: { text },
            })),
          },
        ],
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(
  file: CheckedFile,
  problem: Problem,
  indexes: ReadonlyMap<string, number>,
): Result {
  const { code, severity, message, path, range } = problem
  const fixes = fixesOf(file, problem)
  return {
    ruleId: code,
    ruleIndex: indexes.get(code satisfies ProblemCode) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file.name) },
          region: regionOf(file, range),
        },
        ...(path.length === 0
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: path.map(String).join('.') }] }),
      },
    ],
    ...(fixes.length === 0 ? {} : { fixes }),
  }
}

function fixesOf(file: CheckedFile, { fixes = [], document }: Problem): Fix[] {
  return fixes.flatMap(({ title, command, args }) => {
    const edit = runCommand({ tree: file.tree, document }, command, args)
    if (!edit.ok || edit.value.changes.length === 0) return []
    const replacements = edit.value.changes.map(({ from, to, insert }) => ({
      deletedRegion: regionOf(file, { from, to }),
      insertedContent: { text: insert },
    }))
    const change = { artifactLocation: { uri: uriOf(file.name) }, replacements }
    return [{ description: { text: title }, artifactChanges: [change] }]
  })
}

function regionOf({ tree }: ParsedFile, { from, to }: TextRange): Region {
  const [start, end] = [placeAt(tree, from), placeAt(tree, to)]
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
}

/** A relative URI for what is below the current folder, a whole one for what is not. */
function uriOf(name: string): string {
  const short = shortName(name)
  if (name !== '-' && short === resolve(name).replaceAll('\\', '/')) return pathToFileURL(name).href
  return short.split('/').map(encodeURIComponent).join('/')
}
