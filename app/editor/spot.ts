import type { TextRange } from '../../src/base/index.ts'
import {
  definitionElsewhere,
  flowOf,
  type Elsewhere,
  type FlowReference,
  type SymbolAt,
} from '../../src/flow/index.ts'
import type { Designer, OpenSource } from '../store/index.ts'
import type { ModelPosition } from './line-map.ts'

/** What a position of an editor is on, and where in the editor's text that is written. */
export interface Spot {
  readonly at: SymbolAt
  readonly range: TextRange
}

/** Finds what a position is on; nothing where no name is, and while the text does not parse. */
export type FindSpot = (position: ModelPosition) => Spot | undefined

/** What a spot means in another file, or in the cluster: of a name of an output, that and not the step which gives it. */
export function meantElsewhere(
  designer: Designer,
  { at: { symbol, reference, within } }: Spot,
): Elsewhere<OpenSource> | undefined {
  const { tree, sources } = designer.scene()
  const flow = reference && flowOf(tree, reference.document)
  if (reference === undefined || flow === undefined) return undefined
  // On the name of a step or of what is in this file, that is meant.
  const isOwn = symbol !== undefined && reference.parts.some((part) => part.within === within)
  return isOwn ? undefined : definitionElsewhere(flow, reference, sources)
}

/** Why what a position is on has no name that could be changed. */
export function fixedNameWords(reference: FlowReference | undefined): string {
  const nothing = 'There is no step, template, parameter or artifact here.'
  if (reference === undefined) return nothing
  const { problem, what, text } = reference
  if (problem !== undefined) return problem
  if (what.role === 'call' || what.role === 'argument')
    return `What ${text} means is in none of the open files, so it cannot be renamed from here.`
  if (what.role !== 'data') return nothing
  switch (what.reference.kind) {
    case 'item':
      return `${text} is given by the loop. Change its items instead.`
    case 'built-in':
      return `${text} is given by Argo, so it has no other name.`
    default:
      return `What ${text} means is in none of the open files, so it cannot be renamed from here.`
  }
}
