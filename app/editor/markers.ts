import type { TextRange } from '../../src/base/index.ts'
import type { ModelSync } from './model-sync.ts'
import type { Monaco, MonacoMarker } from './monaco-types.ts'

/** Something wrong in a text, to be marked there. */
export interface CodeProblem {
  readonly range: TextRange
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
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
    ...sync.rangeAt(problem.range.from, problem.range.to),
    severity: severity[problem.severity],
    message: problem.message,
  }))
}
