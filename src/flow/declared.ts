import type { TemplateSource } from '../argo/index.ts'
import { calledBy } from './called.ts'
import { calledElsewhere, definitionElsewhere } from './elsewhere.ts'
import { flowOf, ownerAt, type Flow, type Owner, type PlacedStep } from './owner.ts'
import type { FlowReference } from './reference.ts'
import type { FlowSymbol } from './symbol.ts'

/** Where else templates are, by the name of the file. */
export interface NamedSource extends TemplateSource {
  readonly name: string
}

/** A thing, with what is needed to read what is said of it. */
export interface Declared {
  readonly flow: Flow
  readonly symbol: FlowSymbol
  /** The file that has it, where that is another one. */
  readonly file: string | undefined
}

/** A template, in the same way. */
export interface CalledTemplate {
  readonly flow: Flow
  readonly owner: Owner
  readonly file: string | undefined
}

/** The thing that a reference means in the end, of a step’s output that output; in the file itself or in one of the sources. */
export function declaredBy(
  flow: Flow,
  reference: FlowReference,
  sources: readonly NamedSource[],
): Declared | undefined {
  const found = definitionElsewhere(flow, reference, sources)
  if (found !== undefined) {
    const other = flowOf(found.source.tree, found.symbol.document)
    return other && { flow: other, symbol: found.symbol, file: found.source.name }
  }
  const symbol = reference.parts.at(-1)?.symbol
  return symbol && declaredHere(flow, symbol)
}

/** A thing of the file itself, perhaps of another of its documents. */
export function declaredHere(flow: Flow, symbol: FlowSymbol): Declared | undefined {
  const own = symbol.document === flow.document ? flow : flowOf(flow.tree, symbol.document)
  return own && { flow: own, symbol, file: undefined }
}

/** The template that a step calls, in the file itself or in one of the sources. */
export function calledIn(
  flow: Flow,
  step: PlacedStep,
  sources: readonly NamedSource[],
): CalledTemplate | undefined {
  const own = calledBy(flow, step.view, step.path)
  const here = own && flowOf(flow.tree, own.document)
  if (own !== undefined && here !== undefined) return { flow: here, owner: own, file: undefined }
  const others = sources.filter(({ tree }) => tree !== flow.tree)
  const found = calledElsewhere(flow, step.path, step.view.template, others)
  const other = found && flowOf(found.source.tree, found.owner.document)
  return found && other && { flow: other, owner: found.owner, file: found.source.name }
}

/** The template that declares a thing, or that a template is. */
export function ownerOf({ flow, symbol }: Declared): Owner | undefined {
  return ownerAt(flow, symbol.path)
}
