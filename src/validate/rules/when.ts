import { parseWhen } from '../../expression/index.ts'
import type { StepRule } from '../scope.ts'

/** Conditions must be such that govaluate, which Argo uses, can evaluate them. Argo's lint does not look at them. */
export const checkConditions: StepRule = ({ when }) => {
  // What stands between the braces of an expression becomes a condition at run time only.
  if (when === undefined || when.includes('{{=')) return []
  return parseWhen(when).problems.map(({ message, range }) => ({
    code: 'when-unreadable',
    message,
    path: ['when'],
    within: range,
  }))
}
