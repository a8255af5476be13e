import type { Path } from '../../src/base/index.ts'
import {
  completeDepends,
  completeReference,
  flowOf,
  wholeReferences,
  type Flow,
  type NamedSource,
  type ReferenceChoice,
  type ReferenceChoices,
} from '../../src/flow/index.ts'
import { textAt, type TextAt } from '../../src/schema/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'

/** A reference that could be put in, and what of it stands there already. */
export interface ReferenceOffer {
  readonly choice: ReferenceChoice
  readonly insert: string
  /** What is typed is compared with this; it begins with what is replaced. */
  readonly filter: string
}

export interface ReferenceOffers {
  readonly from: number
  readonly to: number
  readonly items: readonly ReferenceOffer[]
  readonly isPartial: boolean
}

/** Keys whose values are expressions as a whole. */
export const expressionKeys: readonly unknown[] = ['expression', 'fromExpression']

/** Keys whose values are mostly references, so that those are offered before anything is typed. */
const referenceKeys: readonly unknown[] = ['when', 'withParam', 'from', 'value', 'parameter']

/**
 * The references that could be written at an offset of the YAML, in a tag, an expression or a `depends`, or where a value that mostly is one
 * is empty. The place is told from the text, which may be broken there; what is in scope comes from `tree`, the last one that was good. A tag
 * that YAML would take for a map gets quotes.
 */
export function referencesFor(
  tree: YamlTree,
  document: number,
  text: string,
  offset: number,
  sources: readonly NamedSource[] = [],
): ReferenceOffers | undefined {
  const place = textAt(text, offset)
  const flow = place && flowOf(tree, document)
  if (place === undefined || flow === undefined) return undefined
  const { from, to, style } = place
  const key = place.path.at(-1)
  const written = {
    path: place.path,
    text: text.slice(from, to),
    offset: offset - from,
    isExpression: expressionKeys.includes(key),
    sources,
    quote: style === 'double' ? '"' : style === 'single' ? "'" : undefined,
  }
  if (key === 'depends') return shifted(completeDepends(flow, written), from)
  const found = completeReference(flow, written)
  if (found !== undefined) return quoted(found, place, text)
  return referenceKeys.includes(key) ? offersInVoid(flow, place, text, offset, sources) : undefined
}

function shifted(found: ReferenceChoices | undefined, by: number): ReferenceOffers | undefined {
  if (found === undefined) return undefined
  const items = found.items.map((choice) => ({
    choice,
    insert: choice.insert,
    filter: choice.label,
  }))
  return { from: found.from + by, to: found.to + by, items, isPartial: found.isPartial }
}

/** A plain text must not begin with braces: then the whole tag is written anew, in quotes. */
function quoted(found: ReferenceChoices, { from, style }: TextAt, text: string): ReferenceOffers {
  const isBare = style === 'plain' && text.startsWith('{{', from)
  if (!isBare) {
    const offers = shifted(found, from)
    const head = text.slice(from + found.from, from + found.to)
    // In an expression what is typed may be written in brackets, which the labels are not.
    const isSpelt = /[[\]'"]/.test(head)
    return {
      from: from + found.from,
      to: from + found.to,
      isPartial: found.isPartial || isSpelt,
      items: (offers?.items ?? []).map((item) => ({
        ...item,
        filter: isSpelt ? item.insert : item.filter,
      })),
    }
  }
  const rest = text.slice(from + found.to)
  const braces = /^\s*\}\}/.exec(rest)?.[0].length ?? 0
  const head = text.slice(from, from + found.from)
  return {
    from,
    to: from + found.to + braces,
    isPartial: found.isPartial,
    items: found.items.map((choice) => ({
      choice,
      insert: `"${head}${choice.insert.replace(/\s*\}\}$/, '')}${/\s$/.test(head) ? ' ' : ''}}}"`,
      filter: head + choice.label,
    })),
  }
}

/** Whole tags, where there is nothing but perhaps quotes. */
function offersInVoid(
  flow: Flow,
  { path, from, to, style }: TextAt,
  text: string,
  offset: number,
  sources: readonly NamedSource[],
): ReferenceOffers | undefined {
  const rest = text.slice(from, to)
  const isVoid = style === 'plain' ? /^\s*(#|[,\]}]|$)/.test(rest) : /^["']/.test(rest)
  if (style === 'lines' || !isVoid || offset !== from) return undefined
  const found = wholeReferences(flow, { path, text: '', offset: 0, sources })
  // A value needs a blank after its colon.
  const lead = style === 'plain' && text[offset - 1] === ':' ? ' ' : ''
  const quote = style === 'plain' ? '"' : ''
  return {
    from: offset,
    to: offset,
    isPartial: found.isPartial,
    items: found.items.map((choice) => ({
      choice,
      insert: lead + quote + choice.insert + quote,
      filter: choice.label,
    })),
  }
}

/** The references that could be written at an offset of a script. */
export function scriptReferences(
  tree: YamlTree,
  document: number,
  path: Path,
  text: string,
  offset: number,
  sources: readonly NamedSource[] = [],
): ReferenceOffers | undefined {
  const flow = flowOf(tree, document)
  return flow && shifted(completeReference(flow, { path, text, offset, sources }), 0)
}
