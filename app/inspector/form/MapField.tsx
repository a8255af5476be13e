import { Plus, X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { Path } from '../../../src/base/index.ts'
import type { EnumValue, FieldType } from '../../../src/schema/index.ts'
import { keyText, type YamlNode } from '../../../src/yaml/index.ts'
import { CommitField, IconButton, TextField } from '../../ui/index.ts'
import { useEdits } from '../commands.ts'
import { RawRow } from '../RawRow.tsx'
import { shorten } from '../shorten.ts'
import { displayName, type ControlProps } from './control.ts'
import { FieldLabel, versionWarning } from './FieldLabel.tsx'
import { fits } from './fits.ts'
import styles from './form.module.css'
import { focusFirst, Group } from './Group.tsx'
import { nounOf } from './labels.ts'
import { useFormParts } from './parts.ts'
import { isScalarType, scalarValue } from './scalars.ts'
import { summaryOf } from './summary.ts'

interface MapProps extends ControlProps {
  readonly of: FieldType
  readonly keys: readonly EnumValue[]
}

/** A map with keys of one's own: labels, limits, hooks. */
export function MapField(props: MapProps) {
  const { of, keys, name, field, plan, path, node, emptied, onDrop, autoFocus = false } = props
  const edits = useEdits()
  const [open, setOpen] = useState(autoFocus)
  const [isAdding, setAdding] = useState(autoFocus && node === undefined)
  const [newest, setNewest] = useState<string>()
  const label = displayName(props)
  const noun = plan.noun ?? nounOf(name)
  const entries = node?.kind === 'map' ? node.entries : []
  const canGo = node !== undefined && !field.required
  return (
    <Group
      label={
        <>
          <FieldLabel name={name} label={label} field={field} />{' '}
          {entries.length > 0 && <span className={styles.count}>{entries.length}</span>}
        </>
      }
      name={label}
      summary={summaryOf(node)}
      open={open}
      onOpenChange={setOpen}
      warning={node === undefined ? undefined : versionWarning(field)}
      actions={
        <IconButton
          size="sm"
          icon={<Plus />}
          label={`Add ${noun}`}
          onClick={() => {
            setOpen(true)
            setAdding(true)
          }}
        />
      }
      onRemove={
        canGo || onDrop !== undefined
          ? () => {
              if (node !== undefined) edits.run('setField', { path, value: null, emptied })
              onDrop?.()
            }
          : undefined
      }
    >
      {entries.length === 0 && !isAdding && <p className={styles.note}>None yet.</p>}
      {entries.map((entry, index) => {
        const key = keyText(entry) ?? ''
        return (
          <MapRow
            key={index}
            of={of}
            map={path}
            name={key}
            node={entry.value}
            emptied={emptied + 1}
            isNew={key === newest}
          />
        )
      })}
      {isAdding && (
        <NewEntry
          of={of}
          keys={keys.filter((known) => !entries.some((entry) => keyText(entry) === known.value))}
          noun={noun}
          onDone={() => {
            setAdding(false)
          }}
          onAdd={(key, value) => {
            if (entries.some((entry) => keyText(entry) === key)) return `There is ${key} already.`
            const refused = edits.run('setField', { path: [...path, key], value })
            if (refused === undefined) setNewest(key)
            return refused
          }}
        />
      )}
    </Group>
  )
}

function MapRow({
  of,
  map,
  name,
  node,
  emptied,
  isNew,
}: {
  readonly of: FieldType
  readonly map: Path
  readonly name: string
  readonly node: YamlNode
  readonly emptied: number
  readonly isNew: boolean
}) {
  const edits = useEdits()
  const [open, setOpen] = useState(isNew)
  const { ObjectForm } = useFormParts()
  const path = [...map, name]
  const short = shorten(name, 40)
  const remove = (): void => void edits.run('setField', { path, value: null, emptied })
  const rename = (text: string): string | undefined =>
    edits.run('renameField', { path, name: text })
  if (of.kind === 'object' && fits(of, node))
    return (
      <Group
        label={short}
        name={short}
        summary={summaryOf(node)}
        open={open}
        onOpenChange={setOpen}
        onRemove={remove}
      >
        <CommitField label="Name" layout="row" mono value={name} onCommit={rename} />
        <ObjectForm type={of.name} path={path} node={node} />
      </Group>
    )
  if (!isScalarType(of) || !fits(of, node))
    return <RawRow label={name} path={path} onRemove={remove} />
  const value = node.kind === 'scalar' ? node.value : ''
  return (
    <div className={styles.entry}>
      <CommitField label={`Key ${short}`} layout="hidden" mono value={name} onCommit={rename} />
      <CommitField
        label={`Value of ${short}`}
        layout="hidden"
        mono
        value={value}
        {...(value.includes('\n') && { rows: 3 })}
        onCommit={(text) => {
          const typed = scalarValue(of, text, node)
          return typed.ok ? edits.run('setField', { path, value: typed.value }) : typed.error
        }}
      />
      <div className={styles.pairTools}>
        <IconButton size="sm" icon={<X />} label={`Remove ${short}`} onClick={remove} />
      </div>
    </div>
  )
}

/** A key and its value before they are in the file: they are written when both are there and the line is left. */
function NewEntry({
  of,
  keys,
  noun,
  onAdd,
  onDone,
}: {
  readonly of: FieldType
  readonly keys: readonly EnumValue[]
  readonly noun: string
  readonly onAdd: (key: string, value: string | number | boolean | object) => string | undefined
  readonly onDone: () => void
}) {
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const [key, setKey] = useState('')
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string>()
  useEffect(() => {
    focusFirst(row.current)
  }, [])
  const hasText = isScalarType(of)
  const add = (): void => {
    if (key === '' && text === '') {
      onDone()
      return
    }
    if (key === '' || (hasText && text === '')) return
    const value = hasText ? scalarValue(of, text) : undefined
    const refused =
      value?.ok === false ? value.error : onAdd(key, value?.ok === true ? (value.value ?? '') : {})
    setRefusal(refused)
    if (refused === undefined) onDone()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') add()
    if (event.key === 'Escape') {
      event.stopPropagation()
      onDone()
    }
  }
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) add()
  }
  return (
    <div>
      <div ref={row} className={styles.entry} onKeyDown={onKeyDown} onBlur={onBlur}>
        <TextField
          mono
          aria-label={`Key of the new ${noun}`}
          placeholder={hasText ? 'key' : 'name'}
          list={keys.length === 0 ? undefined : `${id}-keys`}
          value={key}
          onChange={(next) => {
            setKey(next)
            setRefusal(undefined)
          }}
        />
        {hasText ? (
          <TextField
            mono
            aria-label={`Value of the new ${noun}`}
            placeholder="value"
            value={text}
            onChange={(next) => {
              setText(next)
              setRefusal(undefined)
            }}
          />
        ) : (
          <span />
        )}
        <div className={styles.pairTools}>
          <IconButton size="sm" icon={<X />} label={`Do not add the ${noun}`} onClick={onDone} />
        </div>
        <datalist id={`${id}-keys`}>
          {keys.map(({ value, doc }) => (
            <option key={value} value={value} label={doc} />
          ))}
        </datalist>
      </div>
      {refusal !== undefined && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
    </div>
  )
}
