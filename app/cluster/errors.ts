import type { Problem } from '../../src/validate/index.ts'
import type { SubmitFinding } from '../store/index.ts'

/** Those problems of a document that Argo would refuse it for, as far as the checks know. */
export function errorsOf(problems: readonly Problem[], document: number): readonly SubmitFinding[] {
  return problems
    .filter((problem) => problem.severity === 'error' && problem.document === document)
    .map(({ message, range }) => ({ text: message, range }))
}
