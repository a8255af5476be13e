import { useRef } from 'react'
import type { Path } from '../../../src/base/index.ts'
import { fieldsOf, type FieldGroup, type FieldType } from '../../../src/schema/index.ts'
import {
  anchorsOf,
  toValue,
  valueOf,
  type JsonValue,
  type YamlNode,
} from '../../../src/yaml/index.ts'
import { useActions, useDesigner } from '../../store/index.ts'
import { Field, Select } from '../../ui/index.ts'
import { useEdits } from '../commands.ts'
import { fits } from './fits.ts'
import { planOf } from './form-plan.ts'
import type { FieldPlan } from './plan-types.ts'
import { labelOf } from './labels.ts'
import { useFormParts } from './parts.ts'
import { ValueField } from './ValueField.tsx'

const NONE = '\0'

const noPlan: FieldPlan = {}

/**
 * Fields that exclude each other, as one choice. What another choice had is kept for as long as the form is open, and a note says that it
 * went; `convert` may carry it over.
 */
export function Choice({
  type,
  group,
  path,
  node,
  label,
  convert,
}: {
  readonly type: string
  readonly group: FieldGroup
  readonly path: Path
  readonly node: YamlNode | undefined
  readonly label?: string
  /** What a value of one variant is as another; nothing where it cannot be carried over. */
  readonly convert?: (from: string, to: string, value: JsonValue) => JsonValue | undefined
}) {
  const edits = useEdits()
  const actions = useActions()
  const designer = useDesigner()
  const { ObjectForm } = useFormParts()
  const remembered = useRef(new Map<string, JsonValue>())
  const fields = fieldsOf(type)
  const plan = planOf(type)
  const labelOfKey = (key: string): string => plan?.fields[key]?.label ?? labelOf(key)
  const present = group.fields.filter((key) => valueOf(node, key) !== undefined)
  // Of variants of which one is needed, the form may offer one before it is chosen.
  const offered =
    present.length === 0 && group.need === 'exactly-one'
      ? group.fields.find((key) => plan?.fields[key]?.pinned === true)
      : undefined
  const [current = offered] = present
  const planned = Object.keys(plan?.fields ?? {}).filter((key) => group.fields.includes(key))
  const keys = [...planned, ...group.fields.filter((key) => !planned.includes(key))]

  const choose = (next: string): void => {
    const { document } = designer.scene().manifest
    const anchors = document.hasAnchors ? anchorsOf(document.root) : new Map<string, YamlNode>()
    const gone: string[] = []
    let carried: JsonValue | undefined
    for (const key of present) {
      const old = valueOf(node, key)
      const value = old === undefined ? undefined : toValue(old, anchors)
      if (value === undefined || value === null) continue
      remembered.current.set(key, value)
      carried ??= next === NONE ? undefined : convert?.(key, next, value)
      if (carried === undefined && !isVoid(value)) gone.push(labelOfKey(key))
    }
    const known = remembered.current.get(next)
    const field = fields.get(next)
    const refused = edits.run('setFields', {
      fields: [
        ...(field === undefined
          ? []
          : [{ path: [...path, next], value: carried ?? known ?? blank(field.type) }]),
        ...present.map((key) => ({ path: [...path, key], value: null })),
      ],
    })
    if (refused === undefined && gone.length > 0)
      actions.notify({
        tone: 'info',
        text: `${gone.join(' and ')} went from the file. Choosing it again brings it back, and so does undo.`,
      })
  }

  return (
    <>
      <Field
        label={label ?? plan?.choice ?? 'Kind'}
        layout="row"
        required={group.need === 'exactly-one'}
        error={
          present.length > 1
            ? `Only one of these may be there: ${present.map(labelOfKey).join(', ')}.`
            : undefined
        }
      >
        <Select
          value={current}
          placeholder={group.need === 'exactly-one' ? 'Choose…' : 'none'}
          options={[
            ...(present.length > 0 && group.need === 'at-most-one'
              ? [{ value: NONE, label: 'none' }]
              : []),
            ...keys.map((key) => ({
              value: key,
              label: labelOfKey(key),
              description: fields.get(key)?.doc ?? '',
            })),
          ]}
          onChange={choose}
        />
      </Field>
      {(offered === undefined ? present : [offered]).map((key) => {
        const field = fields.get(key)
        const value = valueOf(node, key)
        if (field === undefined) return null
        const inner = field.type.kind === 'object' ? field.type.name : undefined
        // The choice is the object's heading already.
        return inner !== undefined && present.length === 1 && fits(field.type, value) ? (
          <ObjectForm key={key} type={inner} path={[...path, key]} node={value} />
        ) : (
          <ValueField
            key={key}
            name={key}
            field={field}
            plan={plan?.fields[key] ?? noPlan}
            path={[...path, key]}
            node={value}
            emptied={0}
          />
        )
      })}
    </>
  )
}

function isVoid(value: JsonValue): boolean {
  return value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)
}

/** What a variant begins as. */
function blank(type: FieldType): JsonValue {
  switch (type.kind) {
    case 'object':
    case 'map':
    case 'any':
      return {}
    case 'list':
      return []
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return type.kind === 'integer' ? (type.min ?? 0) : 0
    case 'enum':
      return type.values[0]?.value ?? ''
    default:
      return ''
  }
}
