import { LineIndex, type Path, type TextRange } from '../../src/base/index.ts'
import {
  definitionRange,
  describeSymbol,
  flowOf,
  ownerAt,
  referenceRange,
  referencesTo,
  symbolAt,
  takerOf,
  type Flow,
  type FlowReference,
  type FlowSymbol,
} from '../../src/flow/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import type { Designer, ReferenceSearch } from '../store/index.ts'

/** A place that was found, with the text around it. */
export interface FoundLine {
  readonly document: number
  readonly path: Path
  readonly range: TextRange
  readonly isDefinition: boolean
  readonly line: number
  readonly column: number
  readonly before: string
  readonly match: string
  readonly after: string
  /** Who reads: `count: files`. */
  readonly owner: string
}

/** What was found of a thing, in the present text. */
export interface FoundReferences {
  /** Another number for another search. */
  readonly id: number
  readonly title: string
  /** None when the thing is not there any more. */
  readonly lines: readonly FoundLine[]
}

/** The references of what was searched for last. */
export interface ReferenceList {
  readonly getSnapshot: () => FoundReferences | undefined
  readonly subscribe: (listener: () => void) => () => void
}

const lists = new WeakMap<Designer, ReferenceList>()

/** The list of a designer; always the same object. It follows the thing through edits by the place of its name. */
export function referenceList(designer: Designer): ReferenceList {
  const known = lists.get(designer)
  if (known !== undefined) return known
  const made = create(designer)
  lists.set(designer, made)
  return made
}

function create(designer: Designer): ReferenceList {
  const { session, view } = designer
  let search: ReferenceSearch | undefined
  /** Where the name of the thing begins in the present text. */
  let anchor: number | undefined
  let id = 0
  let last:
    { readonly tree: YamlTree; readonly id: number; readonly found: FoundReferences } | undefined

  const follow = (): void => {
    const wanted = view.getState().search
    if (wanted === search) return
    search = wanted
    id++
    anchor = wanted && definitionRange(wanted.tree, wanted.symbol)?.from
  }
  session.subscribe(({ changes, userEvent }) => {
    if (anchor !== undefined && !changes.isEmpty)
      anchor = userEvent === 'open' ? undefined : changes.mapPosition(anchor)
  })
  return {
    getSnapshot: () => {
      follow()
      if (search === undefined) return undefined
      const { tree } = designer.scene()
      // While the text does not parse, the list stays as it was.
      if (last?.id === id && (last.tree === tree || designer.scene().isStale)) return last.found
      last = { tree, id, found: findNow(tree, search, anchor, id) }
      return last.found
    },
    subscribe: (listener) => {
      const ends = [designer.document.subscribe(listener), view.subscribe(listener)]
      return () => ends.forEach((end) => end())
    },
  }
}

function findNow(
  tree: YamlTree,
  search: ReferenceSearch,
  anchor: number | undefined,
  id: number,
): FoundReferences {
  const symbol =
    tree === search.tree
      ? search.symbol
      : anchor === undefined
        ? undefined
        : definedAt(tree, anchor)
  const flow = symbol && flowOf(tree, symbol.document)
  if (symbol === undefined || flow === undefined || symbol.kind !== search.symbol.kind)
    return { id, title: search.symbol.name, lines: [] }
  const references = referencesTo(tree, symbol)
  const lines = new LineIndex(tree.text)
  const count = `${String(references.length)} ${references.length === 1 ? 'reference' : 'references'}`
  const definition = definitionRange(tree, symbol)
  return {
    id,
    title: `${count} to ${describeSymbol(flow, symbol)}`,
    lines: [
      ...(definition === undefined
        ? []
        : [
            {
              ...excerpt(tree, lines, definition),
              document: symbol.document,
              path: symbol.path,
              isDefinition: true,
              owner: ownerWords(flow, symbol),
            },
          ]),
      ...references.flatMap((reference) => lineOf(tree, lines, reference, symbol) ?? []),
    ],
  }
}

function definedAt(tree: YamlTree, anchor: number): FlowSymbol | undefined {
  const at = symbolAt(tree, anchor)
  return at?.reference === undefined ? at?.symbol : undefined
}

function lineOf(
  tree: YamlTree,
  lines: LineIndex,
  reference: FlowReference,
  symbol: FlowSymbol,
): FoundLine | undefined {
  const flow = flowOf(tree, reference.document)
  const range = referenceRange(tree, reference)
  if (flow === undefined || range === undefined) return undefined
  const { reader, document, path } = reference
  const who = reader.name ?? reader.kind
  const { taker } = takerOf(flow, reference)
  const elsewhere = document === symbol.document ? '' : ` (document ${String(document + 1)})`
  return {
    ...excerpt(tree, lines, range),
    document,
    path,
    isDefinition: false,
    owner: `${who}: ${taker}${elsewhere}`,
  }
}

function ownerWords(flow: Flow, symbol: FlowSymbol): string {
  const path = symbol.kind === 'step' ? symbol.path.slice(0, -3) : symbol.path
  return ownerAt(flow, path)?.view.name ?? 'workflow'
}

/** So much of a line is shown before what was found, and after. */
const BEFORE = 40
const AFTER = 80

function excerpt(
  { text }: YamlTree,
  lines: LineIndex,
  range: TextRange,
): Pick<FoundLine, 'range' | 'line' | 'column' | 'before' | 'match' | 'after'> {
  const { line, column } = lines.at(range.from)
  const start = lines.lineStart(line)
  const end = /[\r\n]|$/.exec(text.slice(range.from))?.index ?? 0
  const stop = Math.min(range.to, range.from + end)
  const before = text.slice(start, range.from).trimStart()
  const after = text.slice(stop, range.from + end)
  return {
    range,
    line,
    column,
    before: before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before,
    match: text.slice(range.from, stop),
    after: after.length > AFTER ? `${after.slice(0, AFTER)}…` : after,
  }
}
