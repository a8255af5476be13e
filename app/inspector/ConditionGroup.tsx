import { Plus, X } from 'lucide-react'
import {
  addComparison,
  changeGroupOperator,
  removeComparison,
  type PlacedGroup,
} from '../../src/expression/index.ts'
import { Button, IconButton, SegmentedControl } from '../ui/index.ts'
import styles from './Condition.module.css'
import { ConditionRow, type ConditionEditing } from './ConditionRow.tsx'

export interface ConditionGroupProps extends ConditionEditing {
  readonly group: PlacedGroup
}

/** Comparisons that hold together, or of which one is enough, and groups of such inside. */
export function ConditionGroup(props: ConditionGroupProps) {
  const { text, group, path, fresh, onApply } = props
  const { items, operator } = group
  const isInner = path.length > 0
  return (
    <div
      className={styles.group}
      data-inner={isInner || undefined}
      role="group"
      aria-label={isInner ? 'Group of conditions' : 'Conditions'}
    >
      {(items.length > 1 || isInner) && (
        <div className={styles.groupHead}>
          {items.length > 1 ? (
            <SegmentedControl
              label="How the conditions are joined"
              value={operator}
              segments={[
                { value: 'and', label: 'All of' },
                { value: 'or', label: 'Any of' },
              ]}
              onChange={(next) => {
                onApply(changeGroupOperator(text, path, next === 'or' ? 'or' : 'and'))
              }}
            />
          ) : (
            <span className={styles.note}>Group</span>
          )}
          {isInner && (
            <IconButton
              size="sm"
              icon={<X />}
              label="Remove this group"
              onClick={() => {
                onApply(removeComparison(text, path))
              }}
            />
          )}
        </div>
      )}
      {items.map((item, index) => {
        const at = [...path, index]
        return item.kind === 'group' ? (
          <ConditionGroup key={index} {...props} group={item} path={at} />
        ) : (
          <ConditionRow
            key={index}
            {...props}
            comparison={item}
            path={at}
            canGroup={items.length > 1}
          />
        )
      })}
      <div>
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus />}
          onClick={() => {
            // People nest a group to join it the other way round.
            const joined = isInner && operator === 'and' ? 'or' : 'and'
            onApply(addComparison(text, path, fresh, { operator: joined }))
          }}
        >
          Add condition
        </Button>
      </div>
    </div>
  )
}
