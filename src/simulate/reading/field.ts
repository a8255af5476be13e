import { FieldReader } from '../../argo/index.ts'
import type { Path, TextRange } from '../../base/index.ts'
import {
  anchorsOf,
  isJsonArray,
  keyText,
  locateAll,
  toValue,
  type JsonValue,
  type YamlNode,
  type YamlTree,
} from '../../yaml/index.ts'

/** What is wrong with a file of mocks or tests, and where. */
export interface ReadProblem {
  /** One sentence, with a full stop. */
  readonly message: string
  readonly path: Path
  readonly range: TextRange
}

/** What all fields of one document share. */
interface Around {
  readonly tree: YamlTree
  readonly document: number
  readonly reader: FieldReader
  readonly anchors: ReadonlyMap<string, YamlNode>
  readonly problems: ReadProblem[]
}

/**
 * A value in a YAML document that people write for Stepwright, with its place. Whoever reads it gets what can be read; what cannot
 * is told in `problems` and reads as absent.
 */
export class Field {
  readonly path: Path
  /** Aliases followed. */
  private readonly node: YamlNode | undefined
  private readonly around: Around

  private constructor(around: Around, node: YamlNode | undefined, path: Path) {
    this.around = around
    this.node = around.reader.resolve(node)
    this.path = path
  }

  /** The root of a document; nothing if the tree has no such document. What is wrong with the text as YAML is told at once. */
  static rootOf(tree: YamlTree, document: number, problems: ReadProblem[]): Field | undefined {
    for (const { severity, message, range } of tree.problems)
      if (severity === 'error') problems.push({ message, path: [], range })
    const found = tree.documents[document]
    if (found === undefined) return undefined
    const reader = new FieldReader(found)
    const anchors = anchorsOf((found.outer ?? found).root)
    return new Field({ tree, document, reader, anchors, problems }, found.root, [])
  }

  /** Where the value stands; for what comes by an alias, where the alias stands. */
  get range(): TextRange {
    const { tree, document } = this.around
    const last = locateAll(tree, { document, path: this.path }).at(-1)
    return last === undefined ? { from: 0, to: 0 } : { from: last.start, to: last.end }
  }

  get kind(): 'map' | 'list' | 'text' | 'nothing' {
    switch (this.node?.kind) {
      case 'map':
        return 'map'
      case 'seq':
        return 'list'
      case 'scalar':
        return this.node.style === 'plain' && this.value() === null ? 'nothing' : 'text'
      default:
        return 'nothing'
    }
  }

  /** Tells of a problem here. */
  problem(message: string): void {
    this.around.problems.push({ message, path: this.path, range: this.range })
  }

  /** A field of a map, merged maps included; nothing where there is none, or none with a value. */
  get(key: string): Field | undefined {
    const found = this.around.reader.field(this.node, key)
    return found === undefined ? undefined : this.child(found, key)
  }

  /** The fields of a map that stand there themselves, in their order, those without a value included. Tells of anything else. */
  entries(): readonly (readonly [string, Field])[] {
    if (this.node?.kind !== 'map') {
      if (this.kind !== 'nothing') this.problem(`${this.name} must be a map of names and values.`)
      return []
    }
    return this.node.entries.flatMap((entry) => {
      const key = keyText(entry)
      return key === undefined || key === '<<' ? [] : [[key, this.child(entry.value, key)] as const]
    })
  }

  /** The items of a list. Tells of anything else. */
  items(): readonly Field[] {
    if (this.kind === 'list')
      return this.around.reader.items(this.node).map((item, index) => this.child(item, index))
    if (this.kind !== 'nothing') this.problem(`${this.name} must be a list.`)
    return []
  }

  /** Tells of fields that a map may not have. */
  only(known: readonly string[]): void {
    for (const [key, field] of this.kind === 'map' ? this.entries() : []) {
      if (!known.includes(key))
        field.problem(`There is no field ${key} here. There may be: ${known.join(', ')}.`)
    }
  }

  /** A text as it is written, so that `1.10` and `yes` stay what they are. Tells of lists and maps. */
  text(): string | undefined {
    if (this.node?.kind === 'scalar') return this.node.value
    if (this.kind !== 'nothing') this.problem(`${this.name} must be a text.`)
    return undefined
  }

  /** A text, or a list or map as JSON: what a step gives may be either. */
  valueText(): string | undefined {
    if (this.kind === 'nothing') return undefined
    return this.node?.kind === 'scalar' ? this.node.value : JSON.stringify(this.value())
  }

  /** A whole number that is not negative. Tells of anything else. */
  count(): number | undefined {
    const value = this.value()
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
    this.problem(`${this.name} must be a whole number from 0 on.`)
    return undefined
  }

  /** One of a few words. Tells of anything else. */
  oneOf<T extends string>(words: readonly T[]): T | undefined {
    const written = this.text()
    const found = words.find((word) => word === written)
    if (found === undefined && this.kind === 'text')
      this.problem(`${this.name} must be one of ${words.join(', ')}.`)
    return found
  }

  /** The value as JSON has it. */
  value(): JsonValue {
    const value = this.node && toValue(this.node, this.around.anchors)
    return value === undefined || (typeof value === 'number' && !Number.isFinite(value))
      ? null
      : value
  }

  /** Whether it is a number that is not quoted. */
  get isNumber(): boolean {
    return typeof this.value() === 'number'
  }

  private child(node: YamlNode, part: string | number): Field {
    return new Field(this.around, node, [...this.path, part])
  }

  private get name(): string {
    const last = this.path.at(-1)
    if (last === undefined) return 'The file'
    return typeof last === 'string'
      ? last
      : `Item ${String(last + 1)} of ${String(this.path.at(-2))}`
  }
}

/** Whether a value holds all that another asks for: of a map its fields may be more, everything else is the same. */
export function holdsValue(value: JsonValue, wanted: JsonValue): boolean {
  if (isJsonArray(wanted)) {
    return (
      isJsonArray(value) &&
      value.length === wanted.length &&
      wanted.every((item, index) => holdsValue(value[index] ?? null, item))
    )
  }
  if (wanted === null || typeof wanted !== 'object') return value === wanted
  if (value === null || typeof value !== 'object' || isJsonArray(value)) return false
  return Object.entries(wanted).every(
    ([key, item]) => Object.hasOwn(value, key) && holdsValue(value[key] ?? null, item),
  )
}
