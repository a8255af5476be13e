import type { StepView, TemplateAddress, TemplateType } from '../argo/index.ts'

/** What a step calls, as far as it can be told: the type of the template, or why that is not known. */
export type CardKind = TemplateType | 'templateRef' | 'unknown'

/** A fact about a step that is worth a word on its card. */
export interface CardChip {
  readonly kind:
    | 'when'
    | 'loop'
    | 'retry'
    | 'timeout'
    | 'daemon'
    | 'memoize'
    | 'locks'
    | 'hooks'
    | 'continueOn'
    | 'onExit'
  /** A few characters; whoever draws it cuts what does not fit. */
  readonly text: string
  /** The same as a part of a sentence. */
  readonly words: string
}

/** A step as it is drawn. It does not know where it stands, so that it stays the same when others move. */
export interface StepCard {
  /** Unique in its graph, and the same after an edit elsewhere. */
  readonly id: string
  readonly step: StepView
  /** As written; absent for a nameless step. */
  readonly name: string | undefined
  /** What to show as its name. */
  readonly title: string
  /** What it calls, in words; absent when it says nothing. */
  readonly calls: string | undefined
  readonly kind: CardKind
  /** Whether the template is given in place. */
  readonly isInline: boolean
  readonly chips: readonly CardChip[]
  /** Inputs of the called template that have neither a default nor an argument. */
  readonly missing: readonly string[]
  /** Whether what it calls is known, and in another manifest. */
  readonly isElsewhere?: boolean
}

/** Steps that start together. */
export interface GraphLane {
  /** Unique in its graph; follows the first step of the lane. */
  readonly id: string
  readonly cards: readonly StepCard[]
  /** False where the text has something that is no list of steps. */
  readonly isList: boolean
}

/** A `steps` template as it is drawn, without coordinates. Indices are those of the text. */
export interface StepsGraph {
  readonly template: TemplateAddress
  readonly lanes: readonly GraphLane[]
}

/** A card of a graph: a task with its step, or a container of a set, which calls nothing. */
export type NodeCard = Omit<StepCard, 'step'>

/** That one card waits for another. */
export interface GraphEdge {
  /** Unique in its graph, and the same after an edit elsewhere. */
  readonly id: string
  /** Index of the card that comes first. */
  readonly from: number
  /** Index of the card that waits. */
  readonly to: number
  /** What has to come of the first, such as `Failed`; the empty text for any good end. */
  readonly words: string
  /** Whether the other may start without it, by an `||`. */
  readonly isOptional: boolean
}

/** A `dag` or `containerSet` template as it is drawn, without coordinates. Indices are those of the text. */
export interface DagGraph {
  readonly template: TemplateAddress
  readonly kind: 'tasks' | 'containers'
  readonly cards: readonly NodeCard[]
  /** In the order of the text of what waits; those of names that are not there are left out. */
  readonly edges: readonly GraphEdge[]
}
