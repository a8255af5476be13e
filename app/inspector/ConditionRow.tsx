import { Group, X } from 'lucide-react'
import {
  comparisonOperators,
  editComparison,
  isOperand,
  removeComparison,
  wrapInGroup,
  type Comparison,
  type ConditionPath,
  type PlacedComparison,
} from '../../src/expression/index.ts'
import { Combobox, IconButton, Select, type Option } from '../ui/index.ts'
import { rightText, withRight } from './condition.ts'
import styles from './Condition.module.css'

/** What rows and groups of a condition share. */
export interface ConditionEditing {
  /** The whole condition. */
  readonly text: string
  readonly path: ConditionPath
  readonly options: readonly Option[]
  /** What a new row begins with. */
  readonly fresh: Comparison
  /** Makes an edited text the condition; nothing means that the edit could not be made. */
  readonly onApply: (text: string | undefined) => void
  /** Shows what the text would become; nothing ends that. */
  readonly onPreview: (text: string | undefined) => void
}

const operators: readonly Option[] = comparisonOperators.map((operator) => ({
  value: operator,
  description: {
    '==': 'is',
    '!=': 'is not',
    '<': 'is less than',
    '<=': 'is at most',
    '>': 'is greater than',
    '>=': 'is at least',
    '=~': 'matches the pattern',
    '!~': 'does not match the pattern',
    in: 'is one of',
  }[operator],
}))

/** One comparison: what, how, with what. */
export function ConditionRow({
  text,
  comparison,
  path,
  options,
  canGroup,
  onApply,
  onPreview,
}: ConditionEditing & {
  readonly comparison: PlacedComparison
  /** Whether a group around it would mean anything. */
  readonly canGroup: boolean
}) {
  const right = rightText(comparison)
  const edit = (next: Comparison): string | undefined => editComparison(text, path, next)
  const withLeft = (typed: string): Comparison => ({
    ...comparison,
    left: { ...comparison.left, text: typed },
  })
  const show = (next: Comparison | undefined): void => {
    onPreview(next === undefined ? undefined : edit(next))
  }
  const apply = (next: Comparison): undefined => {
    onApply(edit(next))
  }
  const isList = !isOperand(comparison.right)
  return (
    <div className={styles.row} role="group" aria-label="Condition">
      <div className={styles.left}>
        <Combobox
          free
          mono
          label="Left side"
          placeholder="value"
          value={comparison.left.text}
          options={options}
          onCommit={(typed) => apply(withLeft(typed))}
          onDraft={(typed) => {
            show(typed === undefined ? undefined : withLeft(typed))
          }}
        />
      </div>
      <div className={styles.tools}>
        {canGroup && (
          <IconButton
            size="sm"
            icon={<Group />}
            label="Put in a group"
            onClick={() => {
              onApply(wrapInGroup(text, path))
            }}
          />
        )}
        <IconButton
          size="sm"
          icon={<X />}
          label="Remove this condition"
          onClick={() => {
            onApply(removeComparison(text, path))
          }}
        />
      </div>
      <div className={styles.operator}>
        <Select
          mono
          label="Operator"
          value={comparison.operator}
          options={operators}
          onChange={(chosen) => {
            const operator = comparisonOperators.find((known) => known === chosen)
            if (operator !== undefined) apply({ ...comparison, operator })
          }}
        />
      </div>
      <div className={styles.right}>
        <Combobox
          free
          mono
          label="Right side"
          placeholder={isList ? 'a, b, c' : 'empty text'}
          value={right ?? ''}
          disabled={right === undefined}
          options={isList ? [] : options}
          empty={isList ? 'Texts with commas between them.' : 'A text of your own.'}
          onCommit={(typed) => apply(withRight(comparison, typed))}
          onDraft={(typed) => {
            show(typed === undefined ? undefined : withRight(comparison, typed))
          }}
        />
      </div>
      {right === undefined && (
        <p className={styles.wide}>The list has texts with commas: edit it as text below.</p>
      )}
    </div>
  )
}
