import { ChevronDown, Copy, Ellipsis, MoveDown, MoveUp, Trash2 } from 'lucide-react'
import { memo, useEffect, useRef, type KeyboardEvent } from 'react'
import type { Path } from '../../../src/base/index.ts'
import { fieldsOf, type FieldType } from '../../../src/schema/index.ts'
import { entryOf, keyText, valueOf, type YamlNode } from '../../../src/yaml/index.ts'
import { CommitField, IconButton, Menu, type MenuEntry } from '../../ui/index.ts'
import { useEdits } from '../commands.ts'
import { RawRow } from '../RawRow.tsx'
import { ReferenceField } from '../ReferenceField.tsx'
import { shorten } from '../shorten.ts'
import { fits } from './fits.ts'
import styles from './form.module.css'
import { asField, planOf } from './form-plan.ts'
import type { FieldPlan } from './plan-types.ts'
import { focusFirst, Group } from './Group.tsx'
import { labelOf } from './labels.ts'
import { useFormParts } from './parts.ts'
import { isScalarType, scalarValue } from './scalars.ts'
import { summaryOf, titleKey, titleOf } from './summary.ts'

interface ListItemProps {
  readonly type: FieldType
  readonly path: Path
  readonly node: YamlNode
  /** What it is called without a name. */
  readonly fallback: string
  readonly emptied: number
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly autoFocus: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
}

/** One item of a list: its two main fields in a line where it has such, else a line that opens its form. */
export const ListItem = memo(
  function ListItem(props: ListItemProps) {
    const { type, path, node, fallback, open, onOpenChange, autoFocus } = props
    const pair = type.kind === 'object' ? pairOf(type.name) : undefined
    const title = titleOf(node) ?? fallback
    const remove = useRemove(props)
    const { ObjectForm, ValueField } = useFormParts()
    if (type.kind === 'list' && fits(type, node))
      return <ValueField name={fallback} field={asField(type)} {...inner(props)} />
    if (type.kind !== 'object' || !fits(type, node))
      return <RawRow label={title} path={path} onRemove={remove} />
    if (pair !== undefined) return <PairItem {...props} object={type.name} pair={pair} />
    return (
      <Group
        label={shorten(title, 40)}
        name={shorten(title, 40)}
        summary={summaryOf(node, titleKey(node))}
        open={open}
        onOpenChange={onOpenChange}
        autoFocus={autoFocus}
        onKeyDown={moveKeys(props)}
        actions={<ItemMenu {...props} title={title} />}
      >
        <ObjectForm type={type.name} path={path} node={node} />
      </Group>
    )
  },
  (a, b) =>
    a.node === b.node &&
    a.open === b.open &&
    a.autoFocus === b.autoFocus &&
    a.isFirst === b.isFirst &&
    a.isLast === b.isLast &&
    a.emptied === b.emptied &&
    a.path.join('\0') === b.path.join('\0'),
)

const noPlan: FieldPlan = {}

function inner({ path, node, emptied }: ListItemProps) {
  return { path, node, emptied, plan: noPlan }
}

type Pair = readonly [string, string]

/** The two fields of an object that say all about most of its items. */
function pairOf(type: string): Pair | undefined {
  return planOf(type)?.pair
}

function PairItem(props: ListItemProps & { readonly object: string; readonly pair: Pair }) {
  const { object, pair, path, node, open, onOpenChange, autoFocus, fallback } = props
  const edits = useEdits()
  const row = useRef<HTMLDivElement>(null)
  const { ObjectForm } = useFormParts()
  useEffect(() => {
    if (autoFocus) focusFirst(row.current)
  }, [autoFocus])
  const title = shorten(titleOf(node) ?? fallback, 40)
  const others =
    node.kind === 'map' ? node.entries.filter((entry) => !pair.includes(keyText(entry) ?? '')) : []
  const cell = (key: string, label: string) => {
    const field = fieldsOf(object).get(key)
    const value = valueOf(node, key)
    if (field === undefined || !isScalarType(field.type)) return undefined
    const { type } = field
    // What stands in place of a value is said here and edited below.
    if (
      (value !== undefined && !fits(type, value)) ||
      (value === undefined && others.length > 0 && key === pair[1])
    )
      return (
        <span className={styles.elsewhere} title={summaryOf(node, pair[0])}>
          {summaryOf(node, pair[0])}
        </span>
      )
    const text = value?.kind === 'scalar' ? value.value : ''
    const shared = {
      label,
      layout: 'hidden' as const,
      value: text,
      placeholder: labelOf(key).toLowerCase(),
      ...(text.includes('\n') && { rows: 3 }),
      onCommit: (typed: string) => {
        if (typed === '') return edits.run('setField', { path: [...path, key], value: null })
        const made = scalarValue(type, typed, value)
        return made.ok
          ? edits.run('setField', { path: [...path, key], value: made.value })
          : made.error
      },
    }
    return planOf(object)?.fields[key]?.references === undefined ? (
      <CommitField {...shared} mono />
    ) : (
      <ReferenceField {...shared} name={title} path={[...path, key]} />
    )
  }
  return (
    <div className={styles.pair}>
      <div ref={row} className={styles.pairRow}>
        {cell(pair[0], `${labelOf(pair[0])} of ${title}`)}
        {cell(pair[1], `${labelOf(pair[1])} of ${title}`)}
        <div className={styles.pairTools}>
          <IconButton
            size="sm"
            icon={<ChevronDown className={styles.down} data-open={open || undefined} />}
            label={`${open ? 'Fewer' : 'More'} fields of ${title}`}
            aria-expanded={open}
            onKeyDown={moveKeys(props)}
            onClick={() => {
              onOpenChange(!open)
            }}
          />
          <ItemMenu {...props} title={title} />
        </div>
      </div>
      {open && (
        <div className={styles.groupBody}>
          <ObjectForm
            type={object}
            path={path}
            node={node}
            hidden={pair.filter((key) => isShown(node, key, object))}
          />
        </div>
      )}
    </div>
  )
}

/** Whether the line shows a field, so that the form below need not. */
function isShown(node: YamlNode, key: string, object: string): boolean {
  const field = fieldsOf(object).get(key)
  const entry = node.kind === 'map' ? entryOf(node, key) : undefined
  return field !== undefined && (entry === undefined || fits(field.type, entry.value))
}

function useRemove({ path, emptied }: ListItemProps): () => void {
  const edits = useEdits()
  return () => void edits.run('setField', { path, value: null, emptied })
}

function moveKeys({ onMove }: ListItemProps): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
}

function ItemMenu(props: ListItemProps & { readonly title: string }) {
  const { path, title, isFirst, isLast, onMove } = props
  const edits = useEdits()
  const remove = useRemove(props)
  const entries: MenuEntry[] = [
    {
      type: 'action',
      label: 'Move up',
      icon: <MoveUp />,
      shortcut: 'Alt+↑',
      disabled: isFirst,
      onSelect: () => {
        onMove(-1)
      },
    },
    {
      type: 'action',
      label: 'Move down',
      icon: <MoveDown />,
      shortcut: 'Alt+↓',
      disabled: isLast,
      onSelect: () => {
        onMove(1)
      },
    },
    {
      type: 'action',
      label: 'Duplicate',
      icon: <Copy />,
      onSelect: () => void edits.run('duplicateItem', { path }),
    },
    { type: 'separator' },
    { type: 'action', label: 'Remove', icon: <Trash2 />, danger: true, onSelect: remove },
  ]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton size="sm" icon={<Ellipsis />} label={`More for ${shorten(title, 40)}`} />
      }
      entries={entries}
    />
  )
}
