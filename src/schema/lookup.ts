import type { Path } from '../base/index.ts'
import type { Field, FieldType, ObjectType } from './model.ts'
import type { TypeTable } from './notation.ts'
import { containerPartsTypes } from './types/container-parts.ts'
import { containersTypes } from './types/containers.ts'
import { cronTypes } from './types/cron.ts'
import { flowTypes } from './types/flow.ts'
import { metaTypes } from './types/meta.ts'
import { podsTypes } from './types/pods.ts'
import { policiesTypes } from './types/policies.ts'
import { portsTypes } from './types/ports.ts'
import { securityTypes } from './types/security.ts'
import { storageTypes } from './types/storage.ts'
import { templateTypes } from './types/template.ts'
import { volumesTypes } from './types/volumes.ts'
import { workflowTypes } from './types/workflow.ts'

const tables: readonly TypeTable[] = [
  workflowTypes,
  cronTypes,
  metaTypes,
  templateTypes,
  flowTypes,
  portsTypes,
  storageTypes,
  policiesTypes,
  containersTypes,
  containerPartsTypes,
  podsTypes,
  securityTypes,
  volumesTypes,
]

const types: ReadonlyMap<string, ObjectType> = new Map(
  tables.flatMap((table) =>
    Object.entries(table).map(([name, { doc, fields, groups }]): [string, ObjectType] => [
      name,
      { name, doc, fields: new Map(Object.entries(fields)), groups },
    ]),
  ),
)

const kinds: readonly string[] = [
  'Workflow',
  'WorkflowTemplate',
  'ClusterWorkflowTemplate',
  'CronWorkflow',
]

const noFields: ReadonlyMap<string, Field> = new Map()

/** Every object of the API, the workflow first. */
export function allTypes(): readonly ObjectType[] {
  return [...types.values()]
}

/** The object of that name, as `Template` or `EnvVar`. */
export function objectType(name: string): ObjectType | undefined {
  return types.get(name)
}

/** The fields of the object of that name, in the order in which they are shown; none for a name that is not there. */
export function fieldsOf(name: string): ReadonlyMap<string, Field> {
  return types.get(name)?.fields ?? noFields
}

/** The object that a manifest of that kind is; nothing for kinds that are not Argo's or hold no workflow. */
export function kindType(kind: string | undefined): ObjectType | undefined {
  return kind !== undefined && kinds.includes(kind) ? types.get(kind) : undefined
}

/** What is known of a place in a manifest. */
export interface Place {
  readonly type: FieldType
  /** The field whose value, or a part of whose value, the place is; none for a whole manifest. */
  readonly field?: Field
  /** The name of that field. */
  readonly key?: string
  /** The object that has the field. */
  readonly owner?: ObjectType
}

/** What is known of the value at a path of a manifest of that kind; nothing where the API has no such field. */
export function typeAt(kind: string | undefined, path: Path): Place | undefined {
  const root = kindType(kind)
  if (root === undefined) return undefined
  let place: Place | undefined = { type: { kind: 'object', name: root.name } }
  for (const part of path) {
    if (place === undefined) return undefined
    place = placeBelow(place, part)
  }
  return place
}

/** The place under a key or at an index of another; nothing where the API has no such place. */
export function placeBelow(place: Place, part: string | number): Place | undefined {
  const { type } = place
  switch (type.kind) {
    case 'any':
      return place
    case 'list':
      return typeof part === 'number' ? { ...place, type: type.of } : undefined
    case 'map':
      return typeof part === 'string' ? { ...place, type: type.of } : undefined
    case 'object': {
      const owner = types.get(type.name)
      const field = typeof part === 'string' ? owner?.fields.get(part) : undefined
      if (owner === undefined || field === undefined) return undefined
      return { type: field.type, field, key: String(part), owner }
    }
    default:
      return undefined
  }
}
