import type { TextRange } from '../base/index.ts'

/** A name inside a reference: what a rename replaces. */
export interface NamePart {
  readonly name: string
  /** The name itself, without dot, brackets or quotes. */
  readonly range: TextRange
  /** The whole access: `.flip`, `?.flip`, or `['flip']`. */
  readonly access: TextRange
  readonly style: 'dotted' | 'bracket'
}

/** Which outputs of a step a reference asks for. */
export type StepPart =
  | { readonly kind: 'result' }
  /** All output parameters of a loop together: `steps.S.outputs.parameters`. */
  | { readonly kind: 'parameters' }
  | { readonly kind: 'parameter'; readonly name: NamePart }
  | { readonly kind: 'artifact'; readonly name: NamePart }
  /** `status`, `id`, `ip`, `exitCode`, `startedAt`, `finishedAt`, `hostNodeName`. */
  | { readonly kind: 'field'; readonly field: string }
  /** Anything else; the empty text for a step without further part. */
  | { readonly kind: 'unknown'; readonly text: string }

/** Whether a name means a parameter or an artifact. */
export type PortKind = 'parameter' | 'artifact'

interface Ranged {
  readonly range: TextRange
}

export interface StepReference extends Ranged {
  readonly kind: 'step'
  readonly scope: 'steps' | 'tasks'
  readonly step: NamePart
  readonly part: StepPart
}

/** `inputs.parameters.p`, `inputs.artifacts.a` and the same under `outputs`; `path` for a trailing `.path`. */
export interface PortReference extends Ranged {
  readonly kind: 'input' | 'output'
  readonly of: PortKind
  readonly name: NamePart
  readonly path: boolean
}

export interface WorkflowParameterReference extends Ranged {
  readonly kind: 'workflow-parameter'
  readonly name: NamePart
}

/** A global output: `workflow.outputs.parameters.p`. */
export interface WorkflowOutputReference extends Ranged {
  readonly kind: 'workflow-output'
  readonly of: PortKind
  readonly name: NamePart
}

export interface ItemReference extends Ranged {
  readonly kind: 'item'
  /** Absent for the bare `item`. */
  readonly key: NamePart | undefined
}

/** What Argo itself provides (`workflow.name`, `pod.name`, `retries`) and whole lists (`inputs.parameters`). */
export interface BuiltInReference extends Ranged {
  readonly kind: 'built-in'
  /** As in a tag: parts joined by dots. */
  readonly name: string
}

export type Reference =
  | StepReference
  | PortReference
  | WorkflowParameterReference
  | WorkflowOutputReference
  | ItemReference
  | BuiltInReference
