import { checkWhen, type Replacement, type WhenProblemCode } from '../../expression/index.ts'
import type { ProblemCode } from '../codes.ts'
import { settingField, type FixMaker } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { StepRule } from '../scope.ts'
import { asExpression, isAskedEarly } from './early-conditions.ts'

/** Conditions must be such that govaluate, which Argo uses, can evaluate them. Argo's lint does not look at them. */
export const checkConditions: StepRule = (step, reader) => {
  const { when } = step
  // What stands between the braces of an expression becomes a condition at run time only.
  if (when === undefined || when.includes('{{=')) return []
  const { problems, risks } = checkWhen(when)
  return [...problems, ...risks].map(({ code, message, range, replacement }): Finding => {
    const finding: Finding = { code: codes[code], message, path: ['when'], within: range }
    // Quotes would make it a condition that is asked before there are items.
    if (code === 'tag-unquoted' && isAskedEarly(step, reader))
      return { ...finding, message: unquotedItem(when), fixes: asExpression(when) }
    if (replacement === undefined) return finding
    return { ...finding, fixes: [replacing(when, replacement, safe.has(code))] }
  })
}

function unquotedItem(when: string): string {
  return `\`${when}\` cannot be evaluated for an item that is empty, or has a space, a hyphen or a dot. Write it as an expression: in quotes it would be asked before there are items, and the whole loop be skipped.`
}

/** Writes a condition anew with a part of it replaced. */
function replacing(when: string, { range, text }: Replacement, isSafe: boolean): FixMaker {
  const next = when.slice(0, range.from) + text + when.slice(range.to)
  const title = text.trim() === '' ? 'Remove it' : `Write ${text.trim()}`
  return settingField(title, ['when'], next, isSafe)
}

/** Without these mended, a condition is an error whatever its tags become, and what is meant is plain. */
const safe: ReadonlySet<WhenProblemCode> = new Set<WhenProblemCode>([
  'unknown-operator',
  'missing-operator',
  'unquoted-number',
  'unquoted-dots',
  'unquoted-spaces',
  'unquoted-signs',
  'short-list',
])

/** As what each problem is shown: what people would turn off together is one code. */
const codes: Readonly<Record<WhenProblemCode, ProblemCode>> = {
  empty: 'when-unreadable',
  'unclosed-tag': 'when-unreadable',
  'unclosed-string': 'when-unreadable',
  'unclosed-bracket': 'when-unreadable',
  'unknown-operator': 'when-unreadable',
  'missing-operand': 'when-unreadable',
  'missing-operator': 'when-unreadable',
  'unbalanced-parenthesis': 'when-unreadable',
  'backslash-at-end': 'when-unreadable',
  'too-deep': 'when-unreadable',
  'unquoted-number': 'when-unquoted',
  'unquoted-dots': 'when-unquoted',
  'unquoted-spaces': 'when-unquoted',
  'unquoted-signs': 'when-unquoted',
  'tag-unquoted': 'when-tag-unquoted',
  'tag-against-quoted': 'when-never-equal',
  'never-equal': 'when-never-equal',
  'quoted-date': 'when-date',
  'short-list': 'when-list',
  'wrong-type': 'when-types',
  'not-boolean': 'when-not-boolean',
  'bad-pattern': 'when-pattern',
  ignored: 'when-ignored',
  constant: 'when-constant',
}
