import { LineIndex, type Path, type TextRange } from '../../src/base/index.ts'
import {
  definitionRange,
  describeSymbol,
  flowOf,
  ownerAt,
  rangeWithin,
  referenceRange,
  referencesFrom,
  referencesTo,
  takerOf,
  type Flow,
  type FlowReference,
  type FlowSymbol,
} from '../../src/flow/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import type { Designer, FileEntry } from '../store/index.ts'
import { functionUses, type FunctionUse } from './function-uses.ts'

/** A place that was found, with the text around it. */
export interface FoundLine {
  /** Id of the file that it is in, and its name unless that is on the canvas. */
  readonly file: number
  readonly fileName: string | undefined
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

/** The definition of a thing in one of the open files, and all places that refer to it: those of its own file first, then those of the others. */
export function linesFor(
  designer: Designer,
  own: FileEntry,
  symbol: FlowSymbol,
): { readonly title: string; readonly lines: readonly FoundLine[] } {
  const entries = designer.workspace.entries()
  const { sources } = designer.scene()
  const flow = flowOf(own.tree, symbol.document)
  if (flow === undefined) return { title: symbol.name, lines: [] }
  const found = entries.map((entry) => ({
    entry,
    references:
      entry.id === own.id
        ? referencesTo(own.tree, symbol)
        : referencesFrom(
            entry.tree,
            { tree: own.tree, symbol },
            sources.filter(({ tree }) => tree !== entry.tree),
          ),
  }))
  const uses = functionUses(own.tree, symbol)
  const count = found.reduce((sum, { references }) => sum + references.length, uses.length)
  const files = found.filter(({ references }) => references.length > 0).length
  const sorted = [...found].sort(
    (a, b) => Number(b.entry.id === own.id) - Number(a.entry.id === own.id),
  )
  return {
    title:
      `${String(count)} ${count === 1 ? 'reference' : 'references'} to ${describeSymbol(flow, symbol)}` +
      (files > 1 ? ` in ${String(files)} files` : ''),
    lines: [
      ...definitionLines(own, flow, symbol),
      ...sorted.flatMap(({ entry, references }) => {
        if (references.length === 0 && entry.id !== own.id) return []
        const lines = new LineIndex(entry.tree.text)
        return [
          ...references.flatMap((one) => referenceLine(entry, lines, one, symbol, own) ?? []),
          ...(entry.id === own.id ? uses.flatMap((use) => useLine(entry, lines, use, symbol)) : []),
        ]
      }),
    ],
  }
}

function definitionLines(entry: FileEntry, flow: Flow, symbol: FlowSymbol): readonly FoundLine[] {
  const { tree } = entry
  const range = definitionRange(tree, symbol)
  if (range === undefined) return []
  const path = symbol.kind === 'step' ? symbol.path.slice(0, -3) : symbol.path
  return [
    {
      ...excerpt(tree, new LineIndex(tree.text), range),
      ...fileOf(entry),
      document: symbol.document,
      path: symbol.path,
      isDefinition: true,
      owner: ownerAt(flow, path)?.view.name ?? 'workflow',
    },
  ]
}

function referenceLine(
  entry: FileEntry,
  lines: LineIndex,
  reference: FlowReference,
  symbol: FlowSymbol,
  own: FileEntry,
): FoundLine | undefined {
  const { tree } = entry
  const flow = flowOf(tree, reference.document)
  const range = referenceRange(tree, reference)
  if (flow === undefined || range === undefined) return undefined
  const { reader, document, path } = reference
  const who = reader.name ?? reader.kind
  const { taker } = takerOf(flow, reference)
  const isElsewhere = entry.id === own.id ? document !== symbol.document : document > 0
  return {
    ...excerpt(tree, lines, range),
    ...fileOf(entry),
    document,
    path,
    isDefinition: false,
    owner: `${who}: ${taker}${isElsewhere ? ` (document ${String(document + 1)})` : ''}`,
  }
}

function useLine(
  entry: FileEntry,
  lines: LineIndex,
  { path, within }: FunctionUse,
  { document }: FlowSymbol,
): readonly FoundLine[] {
  const { tree } = entry
  const flow = flowOf(tree, document)
  const range = rangeWithin(tree, { document, path }, within)
  if (flow === undefined || range === undefined) return []
  const who = ownerAt(flow, path)?.view.name ?? 'template'
  return [
    {
      ...excerpt(tree, lines, range),
      ...fileOf(entry),
      document,
      path,
      isDefinition: false,
      owner: `${who}: variable of the function`,
    },
  ]
}

function fileOf({ id, isActive, file }: FileEntry): Pick<FoundLine, 'file' | 'fileName'> {
  return { file: id, fileName: isActive ? undefined : file.name }
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
