import { freeName } from '../../argo/index.ts'
import type { JsonObject, JsonValue } from '../../yaml/index.ts'

/** Parameters and artifacts that a new template gets, each once for what it stands for, under names that are free. */
export class PortList {
  private readonly ports = new Map<string, Port>()
  private readonly taken: Set<string>

  /** Names that are taken by others. */
  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken)
  }

  /** The name of the port that stands for something, which is made when there is none. */
  nameFor(
    key: string,
    kind: 'parameters' | 'artifacts',
    wanted: string,
    fields: Fields,
    isOptional = false,
  ): string {
    const id = `${kind}/${key}`
    const known = this.ports.get(id)
    if (known !== undefined) return known.name
    const name = freeName(wanted.replaceAll(/[^-A-Za-z0-9_]/g, '-'), this.taken)
    this.taken.add(name)
    this.ports.set(id, { name, kind, fields, isOptional })
    return name
  }

  /** The ports as a template declares them, or as they are given; nothing where there are none. */
  fields(which: keyof Fields): JsonObject | undefined {
    const lists: Record<string, JsonValue> = {}
    for (const kind of ['parameters', 'artifacts'] as const) {
      const items = [...this.ports.values()].filter((port) => port.kind === kind)
      if (items.length > 0)
        lists[kind] = items.map(({ name, fields, isOptional }) => ({
          name,
          ...fields[which],
          ...(isOptional ? { optional: true } : {}),
        }))
    }
    return Object.keys(lists).length === 0 ? undefined : lists
  }
}

/** What a port has beside its name where it is declared, and where it is given. */
export interface Fields {
  readonly declared: JsonObject
  readonly given: JsonObject
}

interface Port {
  readonly name: string
  readonly kind: 'parameters' | 'artifacts'
  readonly fields: Fields
  readonly isOptional: boolean
}
