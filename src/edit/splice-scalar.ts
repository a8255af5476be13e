import { ok, type TextChange } from '../base/index.ts'
import {
  parseTree,
  setValue,
  valueOf,
  type Located,
  type Plan,
  type YamlScalar,
  type YamlTree,
} from '../yaml/index.ts'
import type { PlacedScalar } from './scalars.ts'

/** Plans changes of a scalar's value: of its source where they fit in, else the value is written anew. */
export function changeScalar(
  tree: YamlTree,
  document: number,
  scalar: PlacedScalar,
  changes: readonly TextChange[],
): Plan {
  const spliced = spliceScalar(tree.text, scalar, changes)
  if (spliced !== undefined) return ok(spliced)
  return setValue(tree, { document, path: scalar.path }, applyChanges(scalar.node.value, changes))
}

/**
 * Changes of a scalar's value as changes of its source, so that nothing else of the scalar is written anew. Nothing where the source
 * spells what is to be replaced in another way (escapes), or where the new text does not fit the scalar's style.
 */
export function spliceScalar(
  text: string,
  { node, start, end }: Located<YamlScalar>,
  changes: readonly TextChange[],
): TextChange[] | undefined {
  const from = start + (node.props?.length ?? 0)
  const source = text.slice(from, end)
  const spliced: TextChange[] = []
  for (const change of changes) {
    const at = sourceOffset(source, node.value, change)
    if (at === undefined) return undefined
    const length = change.to - change.from
    spliced.push({ from: at, to: at + length, insert: quoted(change.insert, node) })
  }
  const expected = applyChanges(node.value, changes)
  if (readSource(applyChanges(source, spliced), node) !== expected) return undefined
  return spliced.map((change) => ({
    ...change,
    from: from + change.from,
    to: from + change.to,
  }))
}

/** A text after sorted changes. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let at = 0
  let result = ''
  for (const { from, to, insert } of changes) {
    result += text.slice(at, from) + insert
    at = to
  }
  return result + text.slice(at)
}

/**
 * Where in a source the text stands that a change of the value replaces: what is the n-th such text in the value is the n-th in
 * the source too, if both have it equally often.
 */
function sourceOffset(source: string, value: string, change: TextChange): number | undefined {
  const needle = value.slice(change.from, change.to)
  if (needle === '') return undefined
  const inValue = occurrences(value, needle)
  const inSource = occurrences(source, needle)
  if (inValue.length !== inSource.length) return undefined
  return inSource[inValue.indexOf(change.from)]
}

function occurrences(text: string, needle: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found.push(at)
  return found
}

function quoted(insert: string, { style }: YamlScalar): string {
  if (style === 'single') return insert.replaceAll("'", "''")
  if (style === 'double') return insert.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return insert
}

/** The value of a scalar's source that stands alone. */
function readSource(source: string, { style }: YamlScalar): string | undefined {
  const isBlock = style === 'literal' || style === 'folded'
  // At the end of a text a block has no last line break, in a file it has; in brackets a plain scalar is read more strictly.
  for (const alone of [`k: ${source}${isBlock ? '\n' : ''}`, `k: ${source}`]) {
    const { documents, problems } = parseTree(alone)
    const read = valueOf(documents[0]?.root, 'k')
    if (problems.length === 0 && read?.kind === 'scalar') return read.value
  }
  return undefined
}
