import type { JsonObject } from '../../yaml/index.ts'
import { Agenda } from './agenda.ts'
import { randomNumbers } from './chance.ts'
import type { Caches } from './caches.ts'
import type { ContentStore } from './contents.ts'
import { objectIn, objectsIn, textIn } from './json.ts'
import type { Locks } from './locks.ts'
import type { FoundTemplate, Manifests, TemplateContext } from './manifests.ts'
import { displayName, nodeID } from './names.ts'
import {
  isFulfilled,
  type NodeOutputs,
  type NodePhase,
  type NodeType,
  type Origin,
  type RunNode,
} from '../node.ts'
import type { Outcome, OutcomeRequest } from '../outcome.ts'
import type { PodPatches } from './resources.ts'
import type { Moment } from './scope.ts'
import { Tally } from './tally.ts'
import type { TraceEvent, WorkflowPhase } from '../trace.ts'

/** A node while the run works on it. */
export type LiveNode = { -readonly [Field in keyof Omit<RunNode, 'children'>]: RunNode[Field] } & {
  children: string[]
}

/** Where `memoize` keeps outputs, and under which key. */
export function memoizeKey(memoize: JsonObject): {
  readonly key: string
  readonly cacheName: string
} {
  const cacheName = textIn(objectIn(objectIn(memoize, 'cache'), 'configMap'), 'name') ?? ''
  return { key: textIn(memoize, 'key') ?? '', cacheName }
}

/** What makes a node: a step or a task (after its loop was unrolled), a hook, or the workflow itself. */
export interface Call {
  readonly name: string
  readonly kind: 'step' | 'task' | 'hook' | 'entry'
  readonly json: JsonObject
  readonly origin: Origin
  readonly verdict?: RunNode['verdict']
  readonly item?: RunNode['item']
}

/** What a run calls when it begins, with what it is given, and where its name is looked up. */
export interface EntryCall {
  readonly call: Call
  readonly context: TemplateContext
  readonly args: JsonObject | undefined
}

/** What is known of a node beside what it shows: what it runs, prepared once. */
export interface Work {
  readonly call: Call
  readonly found: FoundTemplate
  /** With arguments, inputs and what is known of the workflow filled in. */
  readonly template: JsonObject
}

/** What a new node is like; see `RunNode`. */
export interface NewNode {
  readonly name: string
  readonly type: NodeType
  readonly phase: NodePhase
  readonly call: Call
  readonly context: TemplateContext
  readonly boundary: LiveNode | undefined
  readonly isHooked?: boolean
  readonly attempt?: number
  readonly message?: string
}

/**
 * All that a run knows. The parts of the controller work on it, one after the other; what has changed is put into the trace
 * by `flush`, once a node, when the controller has looked at everything.
 */
export class RunState {
  readonly name: string
  readonly spec: JsonObject
  readonly manifests: Manifests
  readonly context: TemplateContext
  /** Where the spec stands that runs. */
  readonly origin: Origin
  /** What the whole run calls. */
  readonly entry: EntryCall
  readonly globals: Map<string, string>
  readonly configMaps: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What `memoize` finds and keeps. */
  readonly caches: Caches
  readonly contents: ContentStore
  readonly locks: Locks
  readonly seed: number
  readonly random: () => number
  readonly startedAt: number
  now: number
  phase: WorkflowPhase = 'Pending'
  message = ''
  outputs: NodeOutputs = { parameters: [], artifacts: [] }
  shutdown: 'Stop' | 'Terminate' | undefined
  /** Whether nothing begins, since the workflow itself is suspended. */
  isSuspended: boolean
  /** How many templates call each other right now. */
  depth = 0
  /** Whether the last look changed anything, so that another one may change more. */
  hasChanged = false
  /** Names of the nodes to look at in this round: something happened to them, or to a part of them. */
  stirred: ReadonlySet<string> = new Set()
  /** Nodes to look at whenever anything has happened anywhere: held back by a limit or a lock, or with hooks. */
  readonly restless: Set<LiveNode> = new Set()
  /** Why parts of the run wait, gathered anew at each look. */
  readonly waits: Set<string> = new Set()
  /** Patches of pods that were read. */
  readonly podPatches: PodPatches = new Map()
  readonly nodes: Map<string, LiveNode> = new Map()
  readonly works: Map<string, Work> = new Map()
  readonly tally: Tally = new Tally()
  readonly agenda: Agenda = new Agenda()
  readonly requests: Map<string, OutcomeRequest> = new Map()
  /** Nodes that have been asked for. */
  readonly asked: Set<string> = new Set()
  /** What was answered, until the node has ended. */
  readonly outcomes: Map<string, { readonly request: OutcomeRequest; readonly outcome: Outcome }> =
    new Map()
  readonly shown: Map<string, RunNode> = new Map()
  readonly trace: TraceEvent[] = []
  /** Daemons that are up, by the node that ends them. */
  readonly daemons: Map<string, Set<LiveNode>> = new Map()
  /** When attempts must have ended, by their nodes' names. */
  readonly deadlines: Map<string, number> = new Map()
  private readonly byName = new Map<string, LiveNode>()
  private readonly serials = new Map<string, number>()
  private readonly dirty = new Set<LiveNode>()
  private stirredNext = new Set<string>()
  private readonly links = new Map<string, Set<string>>()

  constructor(
    parts: Pick<
      RunState,
      | 'name'
      | 'spec'
      | 'manifests'
      | 'context'
      | 'origin'
      | 'entry'
      | 'globals'
      | 'configMaps'
      | 'caches'
      | 'contents'
      | 'locks'
      | 'seed'
      | 'startedAt'
      | 'isSuspended'
    >,
  ) {
    this.name = parts.name
    this.spec = parts.spec
    this.manifests = parts.manifests
    this.context = parts.context
    this.origin = parts.origin
    this.entry = parts.entry
    this.globals = parts.globals
    this.configMaps = parts.configMaps
    this.caches = parts.caches
    this.contents = parts.contents
    this.locks = parts.locks
    this.seed = parts.seed
    this.random = randomNumbers(parts.seed)
    this.startedAt = parts.startedAt
    this.isSuspended = parts.isSuspended
    this.now = parts.startedAt
  }

  /** For expressions. */
  get moment(): Moment {
    return { now: this.now, random: this.random }
  }

  /** A node by its full name. */
  find(name: string): LiveNode | undefined {
    return this.byName.get(name)
  }

  /** The id of a node of that name, there or not. */
  idOf(name: string): string {
    return this.find(name)?.id ?? nodeID(this.name, name, (taken) => this.nodes.has(taken))
  }

  /** Makes a node that runs a template itself: with its inputs (Argo: `initializeExecutableNode`). */
  createWith(template: JsonObject, wanted: NewNode): LiveNode {
    const node = this.create(wanted)
    const inputs = objectIn(template, 'inputs')
    const parameters = objectsIn(inputs, 'parameters')
    const artifacts = objectsIn(inputs, 'artifacts')
    if (parameters.length + artifacts.length > 0) node.inputs = { parameters, artifacts }
    const memoize = objectIn(template, 'memoize')
    if (memoize) node.memoization = { hit: false, ...memoizeKey(memoize) }
    return node
  }

  /** Makes a node (Argo: `initializeNode`). No node of that name may be there. */
  create(wanted: NewNode): LiveNode {
    const { name, call, boundary } = wanted
    const reference = objectIn(call.json, 'templateRef')
    const inline = objectIn(call.json, 'inline')
    const templateName = textIn(call.json, 'template')
    const id = this.idOf(name)
    const node: LiveNode = {
      id,
      name,
      displayName: displayName(name, boundary?.name),
      type: wanted.type,
      phase: wanted.phase,
      message: wanted.message ?? '',
      templateScope: wanted.context.scope,
      boundaryID: boundary?.id ?? '',
      startedAt: this.now,
      children: [],
      isDaemoned: false,
      isHooked: wanted.isHooked ?? false,
      isRetried: wanted.attempt !== undefined,
      isInvented: false,
      origin: call.origin,
    }
    if (templateName !== undefined) node.templateName = templateName
    if (reference !== undefined) node.templateRef = reference
    if (inline !== undefined) node.inline = inline
    if (call.verdict) node.verdict = call.verdict
    if (call.item) node.item = call.item
    if (wanted.attempt !== undefined) node.attempt = wanted.attempt
    if (isFulfilled(node)) node.finishedAt = this.now
    this.serials.set(id, this.nodes.size)
    this.nodes.set(id, node)
    this.byName.set(name, node)
    this.tally.count(node, 1)
    this.touch(node)
    return node
  }

  /** Changes fields of a node that counts depend on. */
  change(node: LiveNode, fields: Partial<Omit<LiveNode, 'children'>>): void {
    this.tally.count(node, -1)
    Object.assign(node, fields)
    this.tally.count(node, 1)
    this.touch(node)
  }

  /** Gives a node a phase (Argo: `markNodePhase`). A final one is never left. */
  mark(node: LiveNode, phase: NodePhase, message: string = node.message): LiveNode {
    if (node.phase === phase && node.message === message) return node
    if (node.finishedAt !== undefined && !node.isDaemoned && node.phase !== phase) return node
    this.change(node, { phase, message })
    if (isFulfilled(node) && node.finishedAt === undefined && !node.isDaemoned)
      node.finishedAt = this.now
    return node
  }

  /** Says that a node has the lock that it waited for. */
  stopWaiting(node: LiveNode): void {
    this.tally.count(node, -1)
    delete node.waitingFor
    node.message = ''
    this.tally.count(node, 1)
    this.touch(node)
  }

  /** Frees the locks of a node for which nobody has to wait any more. */
  release(node: LiveNode): void {
    if (isFulfilled(node) && this.locks.release(node.id)) this.hasChanged = true
  }

  /** Says that a node has changed. */
  touch(node: LiveNode): void {
    this.hasChanged = true
    this.dirty.add(node)
    this.stir(node)
  }

  /** Sees to it that a node, and all that it is a part of, is looked at in the next round. */
  stir(node: LiveNode): void {
    let at: LiveNode | undefined = node
    while (at && !this.stirredNext.has(at.name)) {
      this.stirredNext.add(at.name)
      if (at.isRetried) this.stirredNext.add(at.name.replace(/\(\d+\)$/, ''))
      at = this.nodes.get(at.boundaryID)
    }
  }

  /** Says that a node is not looked at in this round: what has happened to it, and within it, is looked at in the next. */
  putOff(node: LiveNode): void {
    for (const name of this.stirred) {
      const stirred = this.find(name)
      let around = stirred
      while (around && around !== node) around = this.nodes.get(around.boundaryID)
      if (stirred && around) this.stir(stirred)
    }
  }

  /** Begins another round of looking at what has changed. */
  beginLook(): void {
    this.hasChanged = false
    this.waits.clear()
    this.stirred = this.stirredNext
    this.stirredNext = new Set()
  }

  /** As the how-many-th node it was made; what is no node comes first. */
  serialOf(id: string): number {
    return this.serials.get(id) ?? -1
  }

  /** Makes a node the child of another, once. */
  link(parent: LiveNode, child: LiveNode): void {
    const linked = this.linked(parent)
    if (linked.has(child.id)) return
    linked.add(child.id)
    parent.children.push(child.id)
    this.touch(parent)
  }

  private linked(parent: LiveNode): Set<string> {
    const known = this.links.get(parent.id)
    if (known) return known
    const linked = new Set<string>()
    this.links.set(parent.id, linked)
    return linked
  }

  /** Gives the workflow a phase. */
  markWorkflow(phase: WorkflowPhase, message = ''): void {
    if (this.phase === phase && this.message === message) return
    this.phase = phase
    this.message = message
    this.hasChanged = true
    this.flush()
    this.trace.push({ kind: 'workflow', at: this.now, phase, message })
  }

  /** A node as it is now, as a value. */
  show(live: LiveNode): RunNode {
    const before = this.shown.get(live.id)
    const isSame = before?.children.length === live.children.length
    return { ...live, children: isSame ? before.children : [...live.children] }
  }

  /** Puts all that has changed into the trace. */
  flush(): void {
    for (const live of this.dirty) {
      const node = this.show(live)
      this.shown.set(live.id, node)
      this.trace.push({ kind: 'node', at: this.now, node })
    }
    this.dirty.clear()
  }
}
