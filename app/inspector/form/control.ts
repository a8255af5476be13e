import type { Path } from '../../../src/base/index.ts'
import type { Field } from '../../../src/schema/index.ts'
import type { YamlNode } from '../../../src/yaml/index.ts'
import type { FieldPlan } from './plan-types.ts'
import { labelOf } from './labels.ts'

/** What every control of a form is given. */
export interface ControlProps {
  /** The key, or for an item of a list what it is called. */
  readonly name: string
  readonly field: Field
  readonly plan: FieldPlan
  readonly path: Path
  /** Absent while the file does not have it. */
  readonly node: YamlNode | undefined
  /** How many of the maps and lists around it go with it when it leaves them empty. */
  readonly emptied: number
  /** Takes a field that is not in the file out of the form again. */
  readonly onDrop?: (() => void) | undefined
  readonly autoFocus?: boolean
}

/** What a field is called in the form. */
export function displayName({ name, plan }: Pick<ControlProps, 'name' | 'plan'>): string {
  return plan.label ?? labelOf(name)
}

/** Whether two controls would show the same. */
export function sameControl(a: ControlProps, b: ControlProps): boolean {
  return (
    a.node === b.node &&
    a.field === b.field &&
    a.plan === b.plan &&
    a.name === b.name &&
    a.emptied === b.emptied &&
    a.autoFocus === b.autoFocus &&
    (a.onDrop === undefined) === (b.onDrop === undefined) &&
    a.path.length === b.path.length &&
    a.path.every((part, index) => part === b.path[index])
  )
}
