import type { Path, TextRange } from '../base/index.ts'
import { locate, sourceRange, type Located, type YamlScalar, type YamlTree } from '../yaml/index.ts'
import type { What } from './mention.ts'
import { nameKey, type FlowSymbol } from './symbol.ts'

/** Who reads: the innermost step or task around a text, else its template, else the workflow. */
export interface Reader {
  readonly kind: 'step' | 'template' | 'workflow'
  readonly path: Path
  /** Absent for a nameless one, and for the workflow. */
  readonly name: string | undefined
}

/** A part of a reference that names one thing. */
export interface ReferencePart {
  readonly within: TextRange
  readonly symbol: FlowSymbol
}

/** A reference with what it means. */
export interface FlowReference {
  readonly document: number
  /** Path of the text in which it stands. */
  readonly path: Path
  /** In the value of that text. */
  readonly within: TextRange
  /** As it is written, without braces. */
  readonly text: string
  readonly what: What
  readonly reader: Reader
  /** The things that it names, as far as they are there: the step first, then its output. */
  readonly parts: readonly ReferencePart[]
  /** Why it means nothing, or nothing that is there in time; one sentence. */
  readonly problem: string | undefined
}

/** Where a part of a text is written; the whole text where that cannot be told, nothing when it is not in the file. */
export function rangeWithin(
  tree: YamlTree,
  { document, path }: { readonly document: number; readonly path: Path },
  within: TextRange,
): TextRange | undefined {
  const found = locate(tree, { document, path })
  if (found === undefined) return undefined
  const { node, start, end } = found
  if (node.kind !== 'scalar') return { from: start, to: end }
  const scalar: Located<YamlScalar> = { node, start, end }
  return sourceRange(tree.text, scalar, within) ?? { from: start, to: end }
}

/** Where a reference is written. */
export function referenceRange(tree: YamlTree, reference: FlowReference): TextRange | undefined {
  return rangeWithin(tree, reference, reference.within)
}

/** Where the name of a thing is written; where it has none in the file, the beginning of the thing. */
export function definitionRange(tree: YamlTree, symbol: FlowSymbol): TextRange | undefined {
  const { document, path } = symbol
  const named = locate(tree, { document, path: [...path, nameKey(symbol)] })
  if (named?.node.kind === 'scalar')
    return rangeWithin(
      tree,
      { document, path: [...path, nameKey(symbol)] },
      { from: 0, to: named.node.value.length },
    )
  const whole = locate(tree, { document, path })
  return whole && { from: whole.start, to: whole.start }
}
