import type { FieldReader, StepView } from '../../argo/index.ts'
import {
  evaluateWhen,
  findTags,
  isOperand,
  toBuilder,
  type Comparison,
  type ConditionGroup,
  type Operand,
} from '../../expression/index.ts'
import { settingField, type FixMaker } from '../fix.ts'
import type { StepRule } from '../scope.ts'

/**
 * A loop over what another step gave is asked for its condition once before there are items (Argo: `resolveReferences`), with `{{item}}` as it
 * stands. In quotes that is a text like any other: where the condition does not hold for it, no item is looked at.
 */
export const checkEarlyConditions: StepRule = (step, reader) => {
  const { when } = step
  if (when === undefined || !isAskedEarly(step, reader)) return []
  const verdict = evaluateWhen(when)
  if (!verdict.ok || verdict.value) return []
  const message =
    'The list of this loop comes from another step, so Argo asks the condition once before there are items, with `{{item}}` as plain text. It does not hold then, and the whole loop is skipped. An expression is asked for each item only.'
  return [{ code: 'when-early', message, path: ['when'], fixes: asExpression(when) }]
}

/** Whether the condition is about nothing but items, and asked before there are some. */
export function isAskedEarly({ when = '', loop, node }: StepView, reader: FieldReader): boolean {
  if (loop !== 'withParam') return false
  const isLater = findTags(reader.text(node, 'withParam') ?? '').some((tag) =>
    /\b(?:steps|tasks|workflow\.outputs)\b/.test(tag.body),
  )
  const tags = findTags(when)
  return (
    isLater &&
    tags.length > 0 &&
    tags.every(({ kind, body }) => kind === 'simple' && ITEM.test(body))
  )
}

const ITEM = /^item(?:\.[A-Za-z_]\w*)*$/

/** Writes a condition as an expression; nothing where it compares otherwise than by `==` and `!=`. */
export function asExpression(when: string): readonly FixMaker[] {
  const root = toBuilder(when)
  const written = root && groupText(root)
  return written === undefined
    ? []
    : [settingField('Write it as an expression', ['when'], `{{= ${written} }}`)]
}

function groupText({ items, operator }: ConditionGroup): string | undefined {
  const texts = items.map((item) => {
    if (item.kind === 'comparison') return comparisonText(item)
    const text = groupText(item)
    return text !== undefined && item.items.length > 1 ? `(${text})` : text
  })
  return texts.includes(undefined) ? undefined : texts.join(operator === 'and' ? ' && ' : ' || ')
}

function comparisonText({ left, operator, right }: Comparison): string | undefined {
  if ((operator !== '==' && operator !== '!=') || !isOperand(right)) return undefined
  const [first, second] = [operandText(left), operandText(right)]
  return first === undefined || second === undefined ? undefined : `${first} ${operator} ${second}`
}

function operandText({ text }: Operand): string | undefined {
  const [tag] = findTags(text)
  if (tag === undefined) return /['\\\n]/.test(text) ? undefined : `'${text}'`
  const isWhole = tag.range.from === 0 && tag.range.to === text.length
  return isWhole ? tag.body : undefined
}
