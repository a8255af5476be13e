import { Plus } from 'lucide-react'
import { useState } from 'react'
import { freeName } from '../../../src/argo/index.ts'
import { fieldsOf, type FieldType } from '../../../src/schema/index.ts'
import type { JsonValue, YamlNode } from '../../../src/yaml/index.ts'
import { IconButton } from '../../ui/index.ts'
import { useEdits } from '../commands.ts'
import { displayName, type ControlProps } from './control.ts'
import { FieldLabel, versionWarning } from './FieldLabel.tsx'
import styles from './form.module.css'
import { planOf } from './form-plan.ts'
import { Group } from './Group.tsx'
import { nounOf } from './labels.ts'
import { ListItem } from './ListItem.tsx'
import { summaryOf, titleOf } from './summary.ts'

/** A list of objects, lists or anything: items to open, add, move, copy and remove. */
export function ListField(props: ControlProps & { readonly of: FieldType }) {
  const { of, name, field, plan, path, node, emptied, onDrop, autoFocus = false } = props
  const edits = useEdits()
  const [open, setOpen] = useState(autoFocus)
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [newest, setNewest] = useState<number>()
  const label = displayName(props)
  const noun = plan.noun ?? nounOf(name)
  const items = node?.kind === 'seq' ? node.items.map(({ value }) => value) : []
  const toggle = (index: number, isOpen: boolean): void => {
    const next = new Set(opened)
    if (isOpen) next.add(index)
    else next.delete(index)
    setOpened(next)
  }
  const add = (): void => {
    const value = newValue(of, noun, items)
    const refused = edits.run('insertItem', { path, value })
    setOpen(true)
    if (refused !== undefined) return
    toggle(items.length, true)
    setNewest(items.length)
  }
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= items.length) return
    const refused = edits.run('moveItem', { path, from, to: to > from ? to + 1 : to })
    if (refused !== undefined) return
    const swap = (index: number): number => (index === from ? to : index === to ? from : index)
    setOpened(new Set([...opened].map(swap)))
    setNewest(undefined)
  }
  const canGo = node !== undefined && !field.required
  return (
    <Group
      label={
        <>
          <FieldLabel name={name} label={label} field={field} />{' '}
          {items.length > 0 && <span className={styles.count}>{items.length}</span>}
        </>
      }
      name={label}
      summary={node === undefined ? 'not set' : summaryOf(node)}
      open={open}
      onOpenChange={setOpen}
      warning={node === undefined ? undefined : versionWarning(field)}
      autoFocus={autoFocus}
      actions={<IconButton size="sm" icon={<Plus />} label={`Add ${noun}`} onClick={add} />}
      onRemove={
        canGo || onDrop !== undefined
          ? () => {
              if (node !== undefined) edits.run('setField', { path, value: null, emptied })
              onDrop?.()
            }
          : undefined
      }
    >
      {items.length === 0 && (
        <p className={styles.note}>
          None yet.{' '}
          <button type="button" className={styles.link} onClick={add}>{`Add ${noun}`}</button>
        </p>
      )}
      {items.map((item, index) => (
        <ListItem
          key={index}
          type={of}
          path={[...path, index]}
          node={item}
          fallback={`${noun} ${String(index + 1)}`}
          emptied={emptied + 1}
          open={opened.has(index)}
          onOpenChange={(isOpen) => {
            toggle(index, isOpen)
          }}
          autoFocus={index === newest}
          isFirst={index === 0}
          isLast={index === items.length - 1}
          onMove={(by) => {
            move(index, index + by)
          }}
        />
      ))}
    </Group>
  )
}

/** What a new item begins as: with a name, where its kind has one. */
function newValue(of: FieldType, noun: string, items: readonly YamlNode[]): JsonValue {
  if (of.kind === 'list') return []
  if (of.kind !== 'object') return of.kind === 'any' ? '' : {}
  const named = ['name', 'key'].find((key) => {
    const isPinned = planOf(of.name)?.fields[key]?.pinned === true
    return fieldsOf(of.name).get(key)?.required === true || isPinned
  })
  if (named === undefined || of.name === 'Toleration') return {}
  const taken = new Set(items.flatMap((item) => titleOf(item) ?? []))
  const name = freeName(noun.replace(/\s+/g, '-'), taken)
  return { [named]: name }
}
