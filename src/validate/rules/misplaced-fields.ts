import {
  leafTypes,
  templateTypes,
  typesWithPod,
  type FieldReader,
  type TemplateType,
} from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { settingField } from '../fix.ts'
import type { OwnRule } from '../scope.ts'

/** Fields that only some types of templates have, and whose they are in words. */
const limited: readonly {
  readonly field: string
  readonly types: ReadonlySet<TemplateType>
  readonly whose: string
}[] = [
  { field: 'timeout', types: leafTypes, whose: 'templates that do something themselves' },
  { field: 'pendingTimeout', types: leafTypes, whose: 'templates that do something themselves' },
  {
    field: 'activeDeadlineSeconds',
    types: allBut('steps', 'dag'),
    whose: 'templates that do something themselves',
  },
  { field: 'parallelism', types: new Set(['steps', 'dag']), whose: 'steps and dag templates' },
  {
    field: 'podResources',
    types: allBut('http', 'plugin'),
    whose: 'templates with a pod of their own',
  },
  { field: 'resourceClaims', types: typesWithPod, whose: 'templates with a pod of their own' },
]

function allBut(...without: readonly TemplateType[]): ReadonlySet<TemplateType> {
  return new Set(templateTypes.filter((type) => !without.includes(type)))
}

/** A template has only fields of its type. (Argo: validateTemplate, validateLeaf, validateNonLeaf.) */
export const checkMisplacedFields: OwnRule = ({ node, type }, reader) => {
  if (type === undefined) return []
  // Steps without any are gone when Argo looks, and with them the type.
  const isNothing = type === 'steps' && !says(reader, reader.field(node, 'steps'))
  return limited.flatMap(({ field, types, whose }) => {
    const isTaken = isNothing ? field === 'activeDeadlineSeconds' : types.has(type)
    if (isTaken || !says(reader, reader.field(node, field))) return []
    const owner = isNothing ? 'steps template without steps' : `${type} template`
    const message = `A ${owner} has no \`${field}\`: only ${whose} have one. Remove it here.`
    const fixes = [settingField(`Remove ${field}`, [field], null)]
    return [
      { code: 'field-misplaced' as const, message, path: [field], marks: 'key' as const, fixes },
    ]
  })
}

/** Empty texts and lists are as good as none. */
function says(reader: FieldReader, node: YamlNode | undefined): boolean {
  if (node?.kind === 'scalar') return node.value !== ''
  return node?.kind === 'seq' ? reader.items(node).length > 0 : node !== undefined
}
