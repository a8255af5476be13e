import type { TextRange } from '../../src/base/index.ts'
import type { ModelRange } from './map-changes.ts'
import type { ModelSync } from './model-sync.ts'
import type { Monaco, MonacoMarker } from './monaco-types.ts'

/** Something wrong in a text, to be marked there. */
export interface CodeProblem {
  readonly range: TextRange
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly code?: string
}

/** So many squiggles help nobody, and each costs time while typing. */
const MOST = 500

/** Problems as Monaco's markers. */
export function markersOf(
  severities: Monaco['MarkerSeverity'],
  sync: ModelSync,
  problems: readonly CodeProblem[],
): MonacoMarker[] {
  const severity = {
    error: severities.Error,
    warning: severities.Warning,
    info: severities.Info,
  }
  return problems.slice(0, MOST).map((problem) => ({
    ...firstLine(sync.rangeAt(problem.range.from, problem.range.to)),
    severity: severity[problem.severity],
    message: problem.message,
    ...(problem.code === undefined ? {} : { code: problem.code }),
  }))
}

/** A squiggle under a whole block says less than one under its first line. */
function firstLine(range: ModelRange): ModelRange {
  const { startLineNumber, endLineNumber } = range
  return endLineNumber === startLineNumber
    ? range
    : { ...range, endLineNumber: startLineNumber, endColumn: LINE_END }
}

/** Monaco takes a column past the end for the end. */
const LINE_END = 1_000_000
