import type { TextRange } from '../base/index.ts'

export type PythonProblemCode =
  // Refused by `parseFunction`.
  | 'syntax'
  | 'unclosed-string'
  | 'missing-colon'
  | 'missing-body'
  | 'mixed-indentation'
  | 'no-function'
  | 'several-functions'
  | 'decorator'
  | 'code-outside'
  | 'indented-function'
  | 'parameter-order'
  | 'duplicate-parameter'
  | 'default-not-literal'
  | 'enum-not-literal'
  // Found by `findPythonTraps`.
  | 'return'
  | 'yield'
  | 'await'
  | 'nonlocal'
  | 'parameter-name'
  | 'unsafe-value'
  | 'unbound-parameters'
  | 'shadowed-json'
  | 'not-converted'
  | 'optional-default'
  | 'annotated'
  | 'docstring-indentation'
  | 'comment-outside'

/** What is wrong with a function, where, and what to do about it. */
export interface PythonProblem {
  readonly code: PythonProblemCode
  /** An error does not run; a warning runs, but perhaps not as meant. */
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** In the code as it was given. */
  readonly range: TextRange
}

export function pythonError(
  code: PythonProblemCode,
  message: string,
  range: TextRange,
): PythonProblem {
  return { code, severity: 'error', message, range: { from: range.from, to: range.to } }
}

export function pythonWarning(
  code: PythonProblemCode,
  message: string,
  range: TextRange,
): PythonProblem {
  return { code, severity: 'warning', message, range: { from: range.from, to: range.to } }
}
