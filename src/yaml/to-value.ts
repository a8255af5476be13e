import { keyText } from './locate.ts'
import { resolveScalar } from './scalar.ts'
import type { YamlNode } from './tree.ts'

/** A value as JSON has it. */
export type JsonValue = string | number | boolean | null | JsonArray | JsonObject

export type JsonArray = readonly JsonValue[]

/** Whether a value is a list; `Array.isArray` does not know read-only ones. */
export function isJsonArray(value: JsonValue | undefined): value is JsonArray {
  return Array.isArray(value)
}

export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** More nodes than this are never made from aliases: a few lines of them can stand for billions. */
const MAX_NODES = 2_000_000

/**
 * The value of a node, aliases and merge keys (`<<`) followed. `anchors` are those of the whole document, from `anchorsOf`.
 * Nothing when an alias has no anchor, contains itself, or the aliases multiply beyond any real manifest.
 */
export function toValue(
  node: YamlNode,
  anchors: ReadonlyMap<string, YamlNode>,
): JsonValue | undefined {
  try {
    return new Resolver(anchors).value(node)
  } catch (error) {
    if (error instanceof UnresolvedAlias || error instanceof RangeError) return undefined
    throw error
  }
}

class UnresolvedAlias extends Error {}

class Resolver {
  private nodes = 0
  private readonly anchors: ReadonlyMap<string, YamlNode>
  private readonly open = new Set<YamlNode>()

  constructor(anchors: ReadonlyMap<string, YamlNode>) {
    this.anchors = anchors
  }

  value(node: YamlNode): JsonValue {
    if (++this.nodes > MAX_NODES) throw new UnresolvedAlias()
    switch (node.kind) {
      case 'scalar':
        return resolveScalar(node)
      case 'empty':
        return null
      case 'alias':
        return this.aliased(node.name)
      case 'seq':
        return node.items.map((item) => this.value(item.value))
      case 'map':
        return this.map(node)
    }
  }

  private map(node: YamlNode & { kind: 'map' }): JsonValue {
    const merged: Record<string, JsonValue> = {}
    const own: Record<string, JsonValue> = {}
    for (const entry of node.entries) {
      const key = keyText(entry) ?? JSON.stringify(this.value(entry.key))
      const value = this.value(entry.value)
      if (key === '<<' && entry.key.kind === 'scalar' && entry.key.style === 'plain') {
        for (const part of isJsonArray(value) ? value.toReversed() : [value]) {
          if (part !== null && typeof part === 'object' && !isJsonArray(part))
            define(merged, Object.entries(part))
        }
      } else define(own, [[key, value]])
    }
    return Object.keys(merged).length === 0 ? own : define(merged, Object.entries(own))
  }

  private aliased(name: string): JsonValue {
    const target = this.anchors.get(name)
    if (target === undefined || this.open.has(target)) throw new UnresolvedAlias()
    this.open.add(target)
    const value = this.value(target)
    this.open.delete(target)
    return value
  }
}

/** Copies own properties so that a key such as `__proto__` stays a plain key. */
function define(
  into: Record<string, JsonValue>,
  entries: readonly (readonly [string, JsonValue])[],
): Record<string, JsonValue> {
  for (const [key, value] of entries) {
    Object.defineProperty(into, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return into
}
