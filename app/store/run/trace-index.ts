import type {
  LogLine,
  Origin,
  RunNode,
  TraceEvent,
  WorkflowPhase,
} from '../../../src/simulate/index.ts'
import { templateKeyOf } from './place-key.ts'

/** What something is from an event of the trace on; `count` is how many events there are with it. */
interface Version<T> {
  readonly count: number
  readonly value: T
}

export interface WorkflowState {
  readonly phase: WorkflowPhase
  readonly message: string
}

/** A node of the run in the tree that people read: below it what it is made of. */
export interface RunRow {
  readonly id: string
  readonly depth: number
  readonly parent: string | undefined
}

/**
 * The trace of a run, made ready to be looked at after any number of its events. It grows with the run; nothing of what it knew changes, so
 * going back costs the same as going on.
 */
export class TraceIndex {
  private readonly histories = new Map<string, Version<RunNode>[]>()
  private readonly placed = new Map<string, string[]>()
  private readonly callers = new Map<string, string[]>()
  private readonly known = new Set<string>()
  private readonly byName = new Map<string, string>()
  private readonly below = new Map<string | undefined, string[]>()
  private readonly written = new Map<string, Version<readonly LogLine[]>[]>()
  private readonly workflow: Version<WorkflowState>[] = []
  private readonly list: TraceEvent[] = []
  private made: RunRow[] | undefined
  private outer: string | undefined
  private readonly keyOf: (origin: Origin) => string

  /** `keyOf` names the place of a manifest that a node comes from; see `placeKey`. */
  constructor(keyOf: (origin: Origin) => string) {
    this.keyOf = keyOf
  }

  get events(): readonly TraceEvent[] {
    return this.list
  }

  get count(): number {
    return this.list.length
  }

  /** Ids of the nodes in the order in which they came to be. */
  get ids(): Iterable<string> {
    return this.histories.keys()
  }

  add(event: TraceEvent): void {
    this.list.push(event)
    const count = this.list.length
    if (event.kind === 'node') this.addNode(event.node, count)
    else if (event.kind === 'log') push(this.written, event.id, { count, value: event.lines })
    else this.workflow.push({ count, value: { phase: event.phase, message: event.message } })
  }

  /** What a node is after so many events; nothing before it came to be. */
  nodeAt(id: string, count = this.count): RunNode | undefined {
    return versionAt(this.histories.get(id) ?? [], count)
  }

  workflowAt(count = this.count): WorkflowState {
    return versionAt(this.workflow, count) ?? { phase: 'Pending', message: '' }
  }

  /** What a node wrote until then. */
  logAt(id: string, count = this.count): readonly LogLine[] {
    return (this.written.get(id) ?? [])
      .filter((version) => version.count <= count)
      .flatMap(({ value }) => value)
  }

  /** When the event before that count happened, in the time of the run; without one the time of the first. */
  timeAt(count: number): number {
    return this.list[Math.max(0, Math.min(count, this.count) - 1)]?.at ?? 0
  }

  /** Nodes that a place made within a call of its template; the call is the node of that id, empty for the whole run. */
  inPlace(call: string, key: string): readonly string[] {
    return this.placed.get(placedKey(call, key)) ?? []
  }

  /** The key of the place that a node comes from. */
  keyOfNode(id: string): string | undefined {
    const node = this.nodeAt(id)
    return node && this.keyOf(node.origin)
  }

  /** The nodes that the same place made in the same call as a node, itself among them. */
  besides(id: string): readonly string[] {
    const node = this.nodeAt(id)
    return node === undefined ? [] : this.inPlace(node.boundaryID, this.keyOf(node.origin))
  }

  /** The calls of a template, by the key of it: nodes in which steps or tasks of it ran. */
  callsOf(template: string): readonly string[] {
    return this.callers.get(template) ?? []
  }

  /** Of a run of a single step the template in which that stands, by its key: it was not called, but its step ran. */
  get around(): string | undefined {
    return this.outer
  }

  /** What the node of a name is after so many events. */
  nodeNamed(name: string, count = this.count): RunNode | undefined {
    const id = this.byName.get(name)
    return id === undefined ? undefined : this.nodeAt(id, count)
  }

  /** The node above one in the tree of rows. */
  parentOf(node: RunNode): string | undefined {
    const { name, attempt, item, boundaryID } = node
    const base =
      attempt !== undefined
        ? name.replace(/\(\d+\)$/, '')
        : item === undefined
          ? undefined
          : name.slice(0, name.lastIndexOf(`(${String(item.index)}:`))
    const whole = base === undefined || base === name ? undefined : this.byName.get(base)
    if (whole !== undefined) return whole
    return boundaryID === '' || boundaryID === node.id ? undefined : boundaryID
  }

  /** The nodes above one in the tree of rows, itself first; none for one that is not there. */
  lineOf(id: string | undefined): readonly string[] {
    const line: string[] = []
    let at = id
    while (at !== undefined) {
      const node = this.nodeAt(at)
      if (node === undefined) break
      line.push(at)
      at = this.parentOf(node)
    }
    return line
  }

  /** All nodes but lanes, what belongs to one right below it. */
  rows(): readonly RunRow[] {
    this.made ??= this.makeRows()
    return this.made
  }

  private addNode(node: RunNode, count: number): void {
    const history = this.histories.get(node.id)
    if (history !== undefined) {
      history.push({ count, value: node })
      return
    }
    this.histories.set(node.id, [{ count, value: node }])
    this.byName.set(node.name, node.id)
    if (node.type === 'StepGroup') return
    const parent = this.parentOf(node)
    push(this.below, parent, node.id)
    this.addRow(node.id, parent)
    const key = this.keyOf(node.origin)
    push(this.placed, placedKey(node.boundaryID, key), node.id)
    const template = templateKeyOf(key)
    if (node.boundaryID === '') this.outer ??= template
    if (template === undefined || node.boundaryID === '') return
    const call = placedKey(node.boundaryID, template)
    if (this.known.has(call)) return
    this.known.add(call)
    push(this.callers, template, node.boundaryID)
  }

  /** The items of a loop come one after the other, each last of all: then the rows need not be made anew. */
  private addRow(id: string, parent: string | undefined): void {
    const last = this.made?.at(-1)
    if (last === undefined) this.made = undefined
    else if (last.id === parent) this.made?.push({ id, depth: last.depth + 1, parent })
    else if (last.parent === parent) this.made?.push({ id, depth: last.depth, parent })
    else this.made = undefined
  }

  private makeRows(): RunRow[] {
    const rows: RunRow[] = []
    // On a stack of its own: nested calls may be deeper than that of the language.
    const open: RunRow[] = []
    const enter = (parent: string | undefined, depth: number): void => {
      for (const id of (this.below.get(parent) ?? []).toReversed()) open.push({ id, depth, parent })
    }
    enter(undefined, 0)
    for (let row = open.pop(); row !== undefined; row = open.pop()) {
      rows.push(row)
      enter(row.id, row.depth + 1)
    }
    return rows
  }
}

function placedKey(call: string, key: string): string {
  return `${call}\n${key}`
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function versionAt<T>(versions: readonly Version<T>[], count: number): T | undefined {
  return versions[firstAfter(versions, (version) => version.count > count) - 1]?.value
}

/** Index of the first item of a sorted list of which something is so; its length if it is so of none. */
function firstAfter<T>(list: readonly T[], isAfter: (item: T) => boolean): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const item = list[middle]
    if (item !== undefined && isAfter(item)) to = middle
    else from = middle + 1
  }
  return from
}
