import {
  fieldsOf,
  objectType,
  type Field,
  type FieldGroup,
  type FieldType,
} from '../../../src/schema/index.ts'
import { keyText, type YamlNode } from '../../../src/yaml/index.ts'
import type { FieldPlan, FormPlan } from './plan-types.ts'
import { formPlans } from './plans.ts'

/** The hand-made form of an object, if there is one. */
export function planOf(type: string): FormPlan | undefined {
  return Object.hasOwn(formPlans, type) ? formPlans[type] : undefined
}

/** A field of an object that a form shows. */
export interface FormField {
  readonly key: string
  readonly field: Field
  readonly plan: FieldPlan
  /** Absent when the file does not have it. */
  readonly node: YamlNode | undefined
}

/** What the form of an object shows of a map. */
export interface FormFields {
  /** In the order of the form: what is set, what is pinned and what was added. */
  readonly shown: readonly FormField[]
  /** Groups of which exactly one or at most one field may be set, and that have something to show. */
  readonly groups: readonly FieldGroup[]
  /** What could be added. */
  readonly missing: readonly FormField[]
  /** Keys that the API does not know. */
  readonly unknown: readonly string[]
}

const noPlan: FieldPlan = {}

const asFields = new WeakMap<FieldType, Field>()

/** An item of a list as a field of its own; the same for the same type. */
export function asField(type: FieldType): Field {
  const known = asFields.get(type)
  if (known !== undefined) return known
  const field: Field = { type, doc: '', required: false }
  asFields.set(type, field)
  return field
}

/** All fields of an object, those with a hand-made form first. */
export function allFields(type: string): readonly (readonly [string, Field, FieldPlan])[] {
  const fields = fieldsOf(type)
  const plans = planOf(type)?.fields ?? {}
  const planned = Object.keys(plans).filter((key) => fields.has(key))
  const others = [...fields.keys()].filter((key) => !Object.hasOwn(plans, key))
  return [...planned, ...others].flatMap((key) => {
    const field = fields.get(key)
    return field === undefined ? [] : [[key, field, plans[key] ?? noPlan] as const]
  })
}

/** Sorts out the fields of a map for a form. `added` are keys that the person asked for, `hidden` those that are shown elsewhere. */
export function formFields(
  type: string,
  node: YamlNode | undefined,
  added: readonly string[],
  hidden: readonly string[] = [],
): FormFields {
  const skipped = new Set(hidden)
  const values = new Map<string, YamlNode>()
  for (const entry of node?.kind === 'map' ? node.entries : []) {
    const key = keyText(entry)
    if (key !== undefined) values.set(key, entry.value)
  }
  const fields = allFields(type)
    .filter(([key]) => !skipped.has(key))
    .map(([key, field, plan]): FormField => ({ key, field, plan, node: values.get(key) }))
  const known = new Set([...fieldsOf(type).keys(), ...skipped])
  const isPinned = ({ key, plan, field }: FormField): boolean =>
    plan.pinned === true || field.required || added.includes(key)
  const groups = (objectType(type)?.groups ?? []).filter(
    (group) => isChoice(group) && group.fields.every((key) => known.has(key) && !skipped.has(key)),
  )
  const inGroup = new Set(groups.flatMap((group) => group.fields))
  return {
    shown: fields.filter(
      (field) => !inGroup.has(field.key) && (field.node !== undefined || isPinned(field)),
    ),
    groups,
    missing: fields.filter(
      (field) => !inGroup.has(field.key) && field.node === undefined && !isPinned(field),
    ),
    unknown: [...values.keys()].filter((key) => !known.has(key)),
  }
}

/** Whether a group is shown as one choice: it is when its fields are variants of one thing, and not when all may be absent of two. */
function isChoice({ need, fields }: FieldGroup): boolean {
  return need === 'exactly-one' || fields.length > 2
}

/** Fields under the headings of their form; without any, under one. */
export function areasOf(
  type: string,
  fields: readonly FormField[],
): readonly { readonly title: string; readonly fields: readonly FormField[] }[] {
  const areas = planOf(type)?.areas ?? []
  const last = areas.at(-1)
  const named = new Set(areas.flatMap(({ keys }) => keys))
  const parts = areas.map((area) => ({
    title: area.title,
    fields: fields.filter(
      ({ key }) => area.keys.includes(key) || (area === last && !named.has(key)),
    ),
  }))
  return (last === undefined ? [{ title: 'More fields', fields }] : parts).filter(
    (area) => area.fields.length > 0,
  )
}

/** Objects that mean nothing when they are empty: they go with their last field. */
const prunable: ReadonlySet<string> = new Set([
  'Inputs',
  'Outputs',
  'Arguments',
  'ResourceRequirements',
  'VolumeResourceRequirements',
  'Metadata',
  'WorkflowMetadata',
  'Metrics',
  'Synchronization',
  'ContinueOn',
  'TTLStrategy',
  'ExecutorConfig',
])

/** Whether an object goes with its last field. */
export function isPrunable(type: string): boolean {
  return prunable.has(type)
}

/** What is said of a key that the API does not have. */
export function unknownHint(key: string): string {
  return key === '<<' ? 'Merged in from an anchor.' : 'Not a field that Argo knows.'
}
