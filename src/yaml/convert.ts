import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type CST,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { TextRange } from '../base/index.ts'
import { joinedValue } from './repair.ts'
import type {
  ScalarStyle,
  YamlDocument,
  YamlEntry,
  YamlItem,
  YamlNode,
  YamlProps,
  YamlScalar,
} from './tree.ts'

type SourceToken = CST.SourceToken

/** A node with its absolute start, while a tree is built. */
interface Placed {
  readonly node: YamlNode
  readonly start: number
}

/** Turns composed documents of one text into our own tree. `joined` are the scalars that were repaired. */
export function convertDocuments(
  text: string,
  documents: readonly Document.Parsed[],
  joined: readonly TextRange[] = [],
): YamlDocument[] {
  let at = 0
  return documents.map((document, index) => {
    const converter = new Converter(text, joined)
    const root = converter.root(document)
    const isLast = index === documents.length - 1
    const end = isLast ? text.length : pastBreaks(text, Math.max(at, document.range[2]))
    const converted: YamlDocument = {
      at,
      length: end - at,
      root: root.node,
      rootAt: root.start - at,
      hasAnchors: converter.sawAnchor,
    }
    at = end
    return converted
  })
}

/** Where the next line with anything on it begins: after an empty value the parser leaves line breaks to the next document, else not. */
function pastBreaks(text: string, offset: number): number {
  let at = offset
  while (text[at] === '\n' || text[at] === '\r') at++
  return at
}

class Converter {
  sawAnchor = false
  private readonly text: string
  private readonly joined: readonly TextRange[]

  constructor(text: string, joined: readonly TextRange[]) {
    this.text = text
    this.joined = joined
  }

  root(document: Document.Parsed): Placed {
    const { contents } = document
    const fallback = document.range[0]
    const marks = isCollection(contents) ? this.rootMarks(document.range[0], contents) : []
    return this.node(contents, document.range[1] < fallback ? document.range[1] : fallback, marks)
  }

  /** The anchor and tag on a line above a document's root, which the parser keeps no tokens of. */
  private rootMarks(from: number, { anchor, tag, range }: YAMLMap | YAMLSeq): SourceToken[] {
    const to = range?.[0] ?? from
    const hasMarks = (anchor !== undefined && anchor !== '') || tag !== undefined
    if (!hasMarks) return []
    const head = this.text.slice(from, to)
    const start = head.lastIndexOf('---') < 0 ? 0 : head.lastIndexOf('---') + 3
    return [...head.slice(start).matchAll(/#.*|[&!][^\s]*/g)].flatMap((match): SourceToken[] => {
      const [source] = match
      const type = source.startsWith('&') ? 'anchor' : 'tag'
      const offset = from + start + match.index
      return source.startsWith('#') ? [] : [{ type, offset, source, indent: 0 }]
    })
  }

  /**
   * Converts one node. `fallback` is where an empty node stands; `before` are the tokens between its parent's indicator and
   * its value, in which its anchor and tag are looked for.
   */
  private node(source: unknown, fallback: number, before: readonly SourceToken[]): Placed {
    if (!isScalar(source) && !isCollection(source) && !isAlias(source)) {
      return { node: { kind: 'empty', length: 0 }, start: fallback }
    }
    const range = source.range ?? [fallback, fallback, fallback]
    const marks = before.filter(({ type }) => type === 'anchor' || type === 'tag')
    const first = marks[0]
    const empty = isScalar(source) && source.type === 'PLAIN' && range[0] === range[1]
    const lastMark = marks.at(-1)
    const valueStart = !empty
      ? range[0]
      : lastMark === undefined
        ? fallback
        : lastMark.offset + lastMark.source.length
    const start = first === undefined ? valueStart : first.offset
    const props = this.props(source, marks, valueStart - start)
    const withProps = props === undefined ? {} : { props }
    const lead = valueStart - start
    if (empty) return { node: { kind: 'empty', length: lead, ...withProps }, start }
    if (isAlias(source)) {
      this.sawAnchor = true
      const length = range[1] - range[0]
      return { node: { kind: 'alias', length, name: source.source, ...withProps }, start }
    }
    if (isScalar(source)) {
      const scalar = this.scalar(source.type, range[0], range[1], String(source.value))
      return { node: { ...scalar, length: lead + scalar.length, ...withProps }, start }
    }
    const flow = source.flow === true
    const collection = isMap(source) ? this.map(source, start, flow) : this.seq(source, start, flow)
    const length = flow ? range[1] - start : Math.max(collection.length, lead)
    return { node: { ...collection, length, ...withProps }, start }
  }

  private props(
    source: Node,
    marks: readonly SourceToken[],
    length: number,
  ): YamlProps | undefined {
    if (marks.length === 0) return undefined
    const anchor = 'anchor' in source && source.anchor !== '' ? source.anchor : undefined
    const tag = marks.find(({ type }) => type === 'tag')?.source
    if (anchor !== undefined) this.sawAnchor = true
    return {
      length,
      ...(anchor === undefined ? {} : { anchor }),
      ...(tag === undefined ? {} : { tag }),
    }
  }

  private scalar(
    type: string | null | undefined,
    from: number,
    to: number,
    value: string,
  ): YamlScalar {
    const style = scalarStyle(type)
    const block = style === 'literal' || style === 'folded'
    const end = block ? blockScalarEnd(this.text, from, to) : to
    const wasJoined = this.joined.some((range) => range.from === from)
    return {
      kind: 'scalar',
      length: end - from,
      style,
      value: wasJoined ? joinedValue(this.text.slice(from, to)) : value,
    }
  }

  private map(source: YAMLMap, start: number, flow: boolean): YamlNode {
    let length = 0
    const entries = source.items.map((pair): YamlEntry => {
      const entry = this.entry(pair, start)
      length = Math.max(length, entry.keyAt + entry.key.length, entry.valueAt + entry.value.length)
      return entry
    })
    return { kind: 'map', flow, length, entries }
  }

  private entry(pair: Pair, mapStart: number): YamlEntry {
    const before: readonly SourceToken[] = pair.srcToken?.start ?? []
    const separator: readonly SourceToken[] = pair.srcToken?.sep ?? []
    const question = before.find(({ type }) => type === 'explicit-key-ind')
    const colon = separator.find(({ type }) => type === 'map-value-ind')
    const keyFallback = question === undefined ? (colon?.offset ?? mapStart) : question.offset + 1
    const key = this.node(pair.key, keyFallback, keyMarks(pair.key, before))
    const keyEnd = key.start + key.node.length
    const value = this.node(
      pair.value,
      colon === undefined ? keyEnd : colon.offset + 1,
      colon === undefined ? [] : separator.slice(separator.indexOf(colon)),
    )
    return {
      at: (question?.offset ?? key.start) - mapStart,
      key: key.node,
      keyAt: key.start - mapStart,
      value: value.node,
      valueAt: value.start - mapStart,
    }
  }

  private seq(source: YAMLSeq, start: number, flow: boolean): YamlNode {
    const tokens = sequenceTokens(source)
    let length = 0
    const items = source.items.map((value, index): YamlItem => {
      const before = tokens[index] ?? []
      const dash = before.find(({ type }) => type === 'seq-item-ind')
      // A flow sequence may hold a single pair without braces, `[a: b]`: to us, it is a map of one entry.
      const placed = isPair(value)
        ? this.barePair(value, start)
        : this.node(value, dash === undefined ? start : dash.offset + 1, before)
      length = Math.max(length, placed.start + placed.node.length - start)
      if (dash !== undefined) length = Math.max(length, dash.offset + 1 - start)
      return {
        at: (dash?.offset ?? placed.start) - start,
        value: placed.node,
        valueAt: placed.start - start,
      }
    })
    return { kind: 'seq', flow, length, items }
  }

  private barePair(pair: Pair, fallback: number): Placed {
    const first = this.entry(pair, fallback)
    const start = fallback + first.at
    const entry = this.entry(pair, start)
    const length = Math.max(entry.keyAt + entry.key.length, entry.valueAt + entry.value.length)
    return { node: { kind: 'map', flow: true, length, entries: [entry] }, start }
  }
}

/** Marks before a key belong to the key only if they stand on its line; else they are the map's. */
function keyMarks(key: unknown, before: readonly SourceToken[]): readonly SourceToken[] {
  const newline = before.findLastIndex(({ type }) => type === 'newline')
  return isScalar(key) || isAlias(key) || isCollection(key) ? before.slice(newline + 1) : []
}

function sequenceTokens(source: YAMLSeq): readonly (readonly SourceToken[])[] {
  const token = source.srcToken
  if (token === undefined || !('items' in token)) return []
  const items = token.items.map(({ start }) => start)
  return items
}

function scalarStyle(type: string | null | undefined): ScalarStyle {
  switch (type) {
    case 'QUOTE_DOUBLE':
      return 'double'
    case 'QUOTE_SINGLE':
      return 'single'
    case 'BLOCK_LITERAL':
      return 'literal'
    case 'BLOCK_FOLDED':
      return 'folded'
    default:
      return 'plain'
  }
}

/**
 * Where a block scalar ends for us: before the line break of its last line. Blank lines after it belong to it only when its header
 * keeps them (`|+`), or when they hold more blanks than its indentation, which are content.
 */
function blockScalarEnd(text: string, from: number, to: number): number {
  const body = text.slice(from, to)
  const header = /^[|>][^\r\n]*/.exec(body)?.[0] ?? ''
  if (/^[|>]\d?\+/.test(header)) return from + body.replace(/(\r\n|\n|\r)$/, '').length
  const indentation = /[\r\n]( *)[^ \r\n]/.exec(body)?.[1]?.length ?? Infinity
  let end = body.length
  for (;;) {
    const last = /(?:\r\n|\n|\r)([ \t]*)$/.exec(body.slice(0, end))
    if (last?.[1] === undefined || last[1].length > indentation) break
    end = last.index
  }
  return from + Math.max(end, header.trimEnd().length)
}
