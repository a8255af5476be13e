import { memo, useState } from 'react'
import type { FieldType } from '../../../src/schema/index.ts'
import { resolveScalar, type YamlNode } from '../../../src/yaml/index.ts'
import { CommitField } from '../../ui/index.ts'
import { CommandField } from '../CommandField.tsx'
import { useEdits } from '../commands.ts'
import { rowsFor } from '../parse-source.ts'
import { ReferenceField } from '../ReferenceField.tsx'
import { NewRow, RawRow } from '../RawRow.tsx'
import { isLines } from '../split-command.ts'
import { displayName, sameControl, type ControlProps } from './control.ts'
import { FieldLabel, versionWarning } from './FieldLabel.tsx'
import { fits, isTexts } from './fits.ts'
import { Group } from './Group.tsx'
import { itemsTable } from './items-table.ts'
import { ItemsField } from './ItemsField.tsx'
import { ListField } from './ListField.tsx'
import { MapField } from './MapField.tsx'
import { useFormParts } from './parts.ts'
import { RemoveButton, ScalarField } from './ScalarField.tsx'
import { isScalarType, scalarValue, type ScalarType } from './scalars.ts'
import { summaryOf } from './summary.ts'

/** Any field of the API: the control that its type asks for, or YAML where its value has another shape. */
export const ValueField = memo(function ValueField(props: ControlProps) {
  const { field, plan, path, node, onDrop } = props
  const { type } = field
  const table = plan.control === 'table' ? itemsTable(node) : undefined
  if (table !== undefined) return <ItemsField {...props} table={table} />
  if (node !== undefined && !fits(type, node))
    return <RawRow label={displayName(props)} path={path} warning={versionWarning(field)} />
  if (isScalarType(type)) return <ScalarField {...props} type={type} />
  switch (type.kind) {
    case 'any':
      return <NewRow label={displayName(props)} path={path} onDone={() => onDrop?.()} />
    case 'list':
      return isTexts(type.of) ? (
        <TextsField {...props} of={textsType(type.of, node)} />
      ) : (
        <ListField {...props} of={type.of} />
      )
    case 'map':
      return type.of.kind === 'any' ? (
        <NewRow label={displayName(props)} path={path} onDone={() => onDrop?.()} />
      ) : (
        <MapField {...props} of={type.of} keys={type.keys} />
      )
    case 'object':
      return <ObjectField {...props} type={type.name} />
  }
}, sameControl)

/** An object inside another: a line that opens it. */
function ObjectField(props: ControlProps & { readonly type: string }) {
  const { type, name, field, path, node, onDrop, plan, autoFocus = false } = props
  const edits = useEdits()
  const [open, setOpen] = useState(autoFocus)
  const { ObjectForm } = useFormParts()
  const label = displayName(props)
  const canGo = node !== undefined && !field.required
  return (
    <Group
      label={<FieldLabel name={name} label={label} field={field} />}
      name={label}
      summary={summaryOf(node)}
      open={open}
      onOpenChange={setOpen}
      autoFocus={autoFocus}
      warning={node === undefined ? undefined : versionWarning(field)}
      onRemove={
        canGo || (onDrop !== undefined && plan.pinned !== true)
          ? () => {
              if (node !== undefined)
                edits.run('setField', { path, value: null, emptied: props.emptied })
              onDrop?.()
            }
          : undefined
      }
    >
      <ObjectForm type={type} path={path} node={node} emptied={props.emptied} />
    </Group>
  )
}

/** What a line of a list may be: of a list of anything, numbers where all are, else texts. */
function textsType(of: FieldType, node: YamlNode | undefined): ScalarType {
  if (isScalarType(of)) return of
  const items = node?.kind === 'seq' ? node.items : []
  const areNumbers =
    items.length > 0 &&
    items.every(({ value }) => value.kind === 'scalar' && typeof resolveScalar(value) === 'number')
  return areNumbers ? { kind: 'number' } : { kind: 'scalar' }
}

/** A list of texts or numbers: one a line, or the words of a command line. */
function TextsField(props: ControlProps & { readonly of: ScalarType }) {
  const { of, name, field, plan, path, node, autoFocus = false } = props
  const edits = useEdits()
  const items = node?.kind === 'seq' ? node.items.map(({ value }) => value) : []
  const texts = items.map((item) => (item.kind === 'scalar' ? item.value : ''))
  const label = <FieldLabel name={name} label={displayName(props)} field={field} />
  if (plan.control === 'words' && isLines(texts) && !texts.some((text) => text.includes('\n')))
    return (
      <CommandField
        name={displayName(props)}
        label={label}
        path={path}
        value={texts}
        placeholder={plan.placeholder ?? field.default ?? ''}
        takesReferences={plan.references !== undefined}
      />
    )
  const text = texts.join('\n')
  const commit = (typed: string): string | undefined => {
    const lines = typed === '' ? [] : typed.replace(/\n$/, '').split('\n')
    if (lines.length === 0)
      return edits.run('setField', { path, value: null, emptied: props.emptied })
    const values = lines.map((line, index) => scalarValue(of, line, items[index]))
    const refused = values.find((value) => !value.ok)
    if (refused?.ok === false) return refused.error
    const list = values.flatMap((value) => (value.ok ? [value.value] : []))
    return list.every((value) => typeof value === 'string')
      ? edits.setTexts(path, list)
      : edits.run('setField', { path, value: list })
  }
  const shared = {
    label,
    rows: rowsFor(text, 2),
    autoFocus,
    value: text,
    required: field.required,
    placeholder: plan.placeholder ?? 'one a line',
    warning: node === undefined ? undefined : versionWarning(field),
    actions: <RemoveButton {...props} />,
    onCommit: commit,
  }
  return plan.references === undefined ? (
    <CommitField {...shared} mono />
  ) : (
    <ReferenceField {...shared} name={displayName(props)} path={path} />
  )
}
