import type { Path } from '../../../src/base/index.ts'
import { fieldsOf, type FieldGroup } from '../../../src/schema/index.ts'
import { valueOf, type YamlNode } from '../../../src/yaml/index.ts'
import { Field, Select } from '../../ui/index.ts'
import { fits } from './fits.ts'
import { planOf } from './form-plan.ts'
import { plainText } from './labels.ts'
import { useFormParts } from './parts.ts'
import type { FieldPlan } from './plan-types.ts'
import { useChoice, type ConvertVariant } from './use-choice.ts'
import { ValueField } from './ValueField.tsx'

const NONE = '\0'

const noPlan: FieldPlan = {}

/** Fields that exclude each other, as one choice, and what the one that is chosen holds. */
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
  readonly convert?: ConvertVariant
}) {
  const { ObjectForm } = useFormParts()
  const fields = fieldsOf(type)
  const plan = planOf(type)
  const { present, labelOfKey, choose } = useChoice(type, group.fields, path, node, convert)
  // Of variants of which one is needed, the form may offer one before it is chosen.
  const offered =
    present.length === 0 && group.need === 'exactly-one'
      ? group.fields.find((key) => plan?.fields[key]?.pinned === true)
      : undefined
  const [current = offered] = present
  const planned = Object.keys(plan?.fields ?? {}).filter((key) => group.fields.includes(key))
  const keys = [...planned, ...group.fields.filter((key) => !planned.includes(key))]

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
              description: plainText(fields.get(key)?.doc ?? ''),
            })),
          ]}
          onChange={(next) => {
            choose(next === NONE ? undefined : next)
          }}
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
