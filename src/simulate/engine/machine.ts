import type { JsonObject } from '../../yaml/index.ts'
import type { TemplateContext } from './manifests.ts'
import type { Call, LiveNode, RunState } from './state.ts'
import type { Trouble } from './trouble.ts'

/** A template that is to run as a node (what Argo gives to `executeTemplate`). */
export interface Execution {
  /** The full name of the node. */
  readonly name: string
  readonly call: Call
  /** Where the called template is looked up. */
  readonly context: TemplateContext
  readonly args: JsonObject | undefined
  /** The steps or dag node that it belongs to. */
  readonly boundary: LiveNode | undefined
  /** Whether it is part of an exit handler, which a stopped run still does. */
  readonly isExit: boolean
  readonly isHooked: boolean
  /** Of an attempt of a retry: which, from 0. */
  readonly attempt?: number
}

/** What came of it: no node where a limit let none begin. */
export interface Executed {
  readonly node: LiveNode | undefined
  readonly trouble?: Trouble
}

/** What the parts of the controller need of each other. */
export interface Machine {
  readonly run: RunState
  /** Begins a template as a node, or goes on with it. */
  execute(execution: Execution): Executed
}
