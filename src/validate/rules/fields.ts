import { RecallEach } from '../../base/index.ts'
import type { FieldReader } from '../../argo/index.ts'
import {
  kindType,
  objectType,
  type ArgoVersion,
  type Field,
  type FieldType,
  type ObjectType,
} from '../../schema/index.ts'
import { itemsOf, keyText, type YamlEntry, type YamlMap, type YamlNode } from '../../yaml/index.ts'
import { findingBelow, type Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'
import { flatLane } from './lanes.ts'
import { keyTrap } from './traps.ts'
import { isThere, removedField, unknownField } from './unknown-fields.ts'
import { checkValue } from './values.ts'

const none: readonly Finding[] = []
/** Items of a loop can be anything; where they are scalars, they become text. */
const loopItem: FieldType = { kind: 'scalar' }
const loopItems: FieldType = { kind: 'list', of: loopItem }

/**
 * Every field of a manifest against the description of the API, as Argo's decoder reads it: names that it does not have, values of other
 * types, and scalars that are read as something else than stands there. Places that the API leaves open are not looked into. What stands
 * behind an alias is found at the anchor; here only whether it is of the right shape. (Argo: `ParseObjects`, with `--strict`.)
 */
export const checkFields: DocumentRule = ({ manifest, reader, settings }) => {
  const root = kindType(manifest.kind)
  if (root === undefined) return none
  const type: FieldType = { kind: 'object', name: root.name }
  return readingOf(settings.target, false).value(manifest.document.root, type, root.name, reader)
}

/** What is wrong with a value that Argo reads leniently, whose name that is; paths are from it. */
export function checkPlace(
  node: YamlNode,
  type: FieldType,
  name: string,
  target: ArgoVersion,
): readonly Finding[] {
  return readingOf(target, true).value(node, type, name, undefined)
}

interface Known {
  readonly type: FieldType
  readonly name: string
  readonly findings: readonly Finding[]
}

const readings = new Map<string, Reading>()

/** How one version of Argo reads. What it found is kept for as long as nodes live. */
function readingOf(target: ArgoVersion, isLenient: boolean): Reading {
  const key = `${target} ${String(isLenient)}`
  const known = readings.get(key)
  if (known !== undefined) return known
  const made = new Reading(target, isLenient)
  readings.set(key, made)
  return made
}

/**
 * Below steps Argo reads leniently, whatever is asked of it: what it does not know it leaves out, and letters may be of another case. (Argo:
 * `ParallelSteps.UnmarshalJSON`.)
 */
class Reading {
  private readonly target: ArgoVersion
  private readonly isLenient: boolean
  private readonly known = new WeakMap<YamlNode, Known>()
  /** By the type of the items and the name of the field. */
  private readonly lists = new Map<
    FieldType,
    Map<string, RecallEach<YamlNode, readonly Finding[]>>
  >()

  constructor(target: ArgoVersion, isLenient: boolean) {
    this.target = target
    this.isLenient = isLenient
  }

  /** What is wrong with a value and below it, with paths from it. Kept with the node: after an edit only new nodes are looked at. */
  value(
    node: YamlNode,
    type: FieldType,
    name: string,
    reader: FieldReader | undefined,
  ): readonly Finding[] {
    if (node.kind === 'empty') return none
    if (node.kind === 'alias') return behindAlias(node, type, name, reader)
    if (node.kind === 'scalar') return checkValue(node, type, name)
    if (reader?.isOwn(node) === true) return this.inside(node, type, name, reader)
    const kept = this.known.get(node)
    if (kept?.type === type && kept.name === name) return kept.findings
    const findings = this.inside(node, type, name, undefined)
    this.known.set(node, { type, name, findings })
    return findings
  }

  private inside(
    node: YamlNode & { kind: 'map' | 'seq' },
    type: FieldType,
    name: string,
    reader: FieldReader | undefined,
  ): readonly Finding[] {
    const own = isLoopItem(type) ? none : checkValue(node, type, name)
    const findings =
      node.kind === 'map' ? this.entries(node, type, reader) : this.items(node, type, name, reader)
    return own.length === 0 ? findings : [...own, ...findings]
  }

  private items(
    node: YamlNode & { kind: 'seq' },
    type: FieldType,
    name: string,
    reader: FieldReader | undefined,
  ): readonly Finding[] {
    const of = type.kind === 'list' ? type.of : isLoopItem(type) ? type : undefined
    if (of === undefined) return none
    const items = itemsOf(node)
    const found =
      reader === undefined
        ? this.each(of, name).of(items)
        : items.map((item) => this.item(item, of, name, reader))
    let findings: Finding[] | undefined
    found.forEach((found, index) => {
      if (found.length > 0) (findings ??= []).push(...below(index, found))
    })
    return findings ?? none
  }

  /** What is wrong in items that are to be of a type. */
  private each(type: FieldType, name: string): RecallEach<YamlNode, readonly Finding[]> {
    const named =
      this.lists.get(type) ?? new Map<string, RecallEach<YamlNode, readonly Finding[]>>()
    this.lists.set(type, named)
    const known = named.get(name)
    if (known !== undefined) return known
    const made = new RecallEach<YamlNode, readonly Finding[]>((value) =>
      this.item(value, type, name, undefined),
    )
    named.set(name, made)
    return made
  }

  private item(
    node: YamlNode,
    type: FieldType,
    name: string,
    reader: FieldReader | undefined,
  ): readonly Finding[] {
    if (type.kind === 'list' && node.kind === 'map') return [flatLane()]
    return this.value(node, type, name, reader)
  }

  private entries(
    map: YamlMap,
    type: FieldType,
    reader: FieldReader | undefined,
  ): readonly Finding[] {
    if (type.kind !== 'map' && type.kind !== 'object' && !isLoopItem(type)) return none
    const owner = type.kind === 'object' ? objectType(type.name) : undefined
    let findings: Finding[] | undefined
    for (const entry of map.entries) {
      const key = keyText(entry)
      if (key === undefined || key === '<<') continue
      const found =
        owner === undefined
          ? this.entry(entry, key, type, reader)
          : this.field(entry, key, owner, map, reader)
      if (found.length > 0) (findings ??= []).push(...below(key, found))
    }
    return findings ?? none
  }

  private entry(
    { key: node, value }: YamlEntry,
    key: string,
    type: FieldType,
    reader: FieldReader | undefined,
  ): readonly Finding[] {
    const trap = keyTrap(node, key)
    const found =
      type.kind === 'map'
        ? this.value(value, type.of, key, reader)
        : this.value(value, type, 'withItems', reader)
    return trap === undefined ? found : [trap, ...found]
  }

  private field(
    { value }: YamlEntry,
    key: string,
    owner: ObjectType,
    map: YamlMap,
    reader: FieldReader | undefined,
  ): readonly Finding[] {
    const { target } = this
    const isStep = owner.name === 'WorkflowStep'
    const isIgnored = this.isLenient && !isStep
    const field = owner.fields.get(key)
    if (field === undefined) {
      // Argo reads a file leniently first, and then letters may be of another case.
      const meant = sameBut(owner, key)
      const unknown = unknownField({ owner, key, map, target, isIgnored })
      if (meant === undefined) return [unknown]
      return [unknown, ...this.value(value, typeOf(meant, key), key, reader)]
    }
    const gone = isThere(field, target)
      ? undefined
      : field.since !== undefined && field.since > target
        ? unknownField({ owner, key, map, target, isIgnored, since: field.since })
        : removedField(field, key, map, isIgnored)
    const reading = isStep ? readingOf(target, true) : this
    const found = reading.value(value, typeOf(field, key), key, reader)
    return gone === undefined ? found : [gone, ...found]
  }
}

function typeOf({ type }: Field, key: string): FieldType {
  return key === 'withItems' ? loopItems : type
}

function isLoopItem(type: FieldType): boolean {
  return type === loopItem
}

/** The field that a key is but for the case of its letters. */
function sameBut(owner: ObjectType, key: string): Field | undefined {
  const lower = key.toLowerCase()
  for (const [name, field] of owner.fields) if (name.toLowerCase() === lower) return field
  return undefined
}

/** What an alias stands for is to be of the right shape at each of its places. It cannot be mended there. */
function behindAlias(
  alias: YamlNode,
  type: FieldType,
  name: string,
  reader: FieldReader | undefined,
): readonly Finding[] {
  const target = reader?.resolve(alias)
  if (target === undefined || isLoopItem(type)) return none
  return checkValue(target, type, name)
    .filter(({ code }) => code !== 'yaml-1.1-trap')
    .map(({ code, message, severity }) => ({
      code,
      message,
      path: [],
      ...(severity === undefined ? {} : { severity }),
    }))
}

function below(part: string | number, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => findingBelow([part], finding))
}
