import { RecallEach } from '../../base/index.ts'
import {
  kindType,
  objectType,
  similarField,
  type Field,
  type FieldType,
  type ObjectType,
} from '../../schema/index.ts'
import { itemsOf, keyText, type YamlEntry, type YamlMap, type YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'
import { keyTrap, scalarTraps } from './traps.ts'

const none: readonly Finding[] = []
/** Items of a loop can be anything; where they are scalars, they become text. */
const loopItems: FieldType = { kind: 'list', of: { kind: 'scalar' } }

/**
 * Every field of a manifest against the description of the API: names that it does not have, fields that are no more, and scalars that
 * are read as something else than stands there. Places that the API leaves open are not looked into, nor what aliases stand for: that
 * is found at the anchor.
 */
export const checkFields: DocumentRule = ({ manifest }) => {
  const root = kindType(manifest.kind)
  if (root === undefined) return none
  return findingsIn(manifest.document.root, { kind: 'object', name: root.name })
}

interface Known {
  readonly type: FieldType
  readonly findings: readonly Finding[]
}

const known = new WeakMap<YamlNode, Known>()

/** What is wrong in a node and below it, with paths from it. Kept with the node: after an edit only new nodes are looked at. */
function findingsIn(node: YamlNode, type: FieldType): readonly Finding[] {
  if (node.kind === 'scalar') return scalarTraps(node, type)
  if (node.kind !== 'map' && node.kind !== 'seq') return none
  const kept = known.get(node)
  if (kept?.type === type) return kept.findings
  const findings = node.kind === 'map' ? inMap(node, type) : inItems(node, type)
  known.set(node, { type, findings })
  return findings
}

function inItems(node: YamlNode & { kind: 'seq' }, type: FieldType): readonly Finding[] {
  const of = type.kind === 'list' ? type.of : type.kind === 'scalar' ? type : undefined
  if (of === undefined) return none
  let findings: Finding[] | undefined
  itemsAs(of)
    .of(itemsOf(node))
    .forEach((found, index) => {
      if (found.length > 0) (findings ??= []).push(...below(index, found))
    })
  return findings ?? none
}

const lists = new WeakMap<FieldType, RecallEach<YamlNode, readonly Finding[]>>()

/** What is wrong in items that are to be of a type. */
function itemsAs(type: FieldType): RecallEach<YamlNode, readonly Finding[]> {
  const known = lists.get(type)
  if (known !== undefined) return known
  const made = new RecallEach<YamlNode, readonly Finding[]>((value) => findingsIn(value, type))
  lists.set(type, made)
  return made
}

function inMap(map: YamlMap, type: FieldType): readonly Finding[] {
  if (type.kind !== 'map' && type.kind !== 'object' && type.kind !== 'scalar') return none
  const owner = type.kind === 'object' ? objectType(type.name) : undefined
  let findings: Finding[] | undefined
  for (const entry of map.entries) {
    const key = keyText(entry)
    if (key === undefined || key === '<<') continue
    const found = owner === undefined ? inEntry(entry, key, type) : inField(entry, key, owner)
    if (found.length > 0) (findings ??= []).push(...below(key, found))
  }
  return findings ?? none
}

function inEntry(
  { key: node, value }: YamlEntry,
  key: string,
  type: FieldType,
): readonly Finding[] {
  const trap = keyTrap(node, key)
  const found = findingsIn(value, type.kind === 'map' ? type.of : type)
  return trap === undefined ? found : [trap, ...found]
}

function inField({ value }: YamlEntry, key: string, owner: ObjectType): readonly Finding[] {
  const field = owner.fields.get(key)
  if (field === undefined) return [unknown(owner, key)]
  const found = findingsIn(value, key === 'withItems' ? loopItems : field.type)
  const gone = removed(field, key)
  return gone === undefined ? found : [gone, ...found]
}

/** A step is read strictly by whoever reads it; elsewhere only strict checks mind. */
function unknown(owner: ObjectType, key: string): Finding {
  const isStep = owner.name === 'WorkflowStep'
  const similar = similarField(owner, key)
  const advice = similar === undefined ? '' : ` Did you mean \`${similar}\`?`
  const outcome = isStep
    ? 'Argo refuses a step with it.'
    : 'Argo refuses it where it checks strictly, and ignores it elsewhere.'
  return {
    code: 'field-unknown',
    message: `\`${owner.name}\` has no field \`${key}\`.${advice} ${outcome}`,
    path: [],
    marks: 'key',
    ...(isStep ? { severity: 'error' } : {}),
  }
}

function removed({ until, deprecated = '' }: Field, key: string): Finding | undefined {
  if (until === undefined) return undefined
  const message = `Argo ${until} and later have no \`${key}\`. ${deprecated}`
  return { code: 'field-removed', message, path: [], marks: 'key' }
}

function below(part: string | number, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, path: [part, ...finding.path] }))
}
