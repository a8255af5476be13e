import type { Path } from '../../base/index.ts'
import {
  columnOf,
  extentOf,
  indentLine,
  itemExtent,
  locate,
  locateKey,
  parseTree,
  removeEntry,
  setEntry,
  splitLines,
  styleOf,
  toValue,
  anchorsOf,
  type Extent,
  type ItemText,
  type Located,
  type YamlMap,
  type YamlTree,
} from '../../yaml/index.ts'
import type { Draft } from '../draft.ts'
import { listAt } from '../step-texts.ts'
import { applyChanges } from '../splice-scalar.ts'
import { commentsIn } from './comments.ts'

/** A template's text, free of any place: lines of a map without the name, and the comments above it. */
export interface TemplateText {
  readonly comments: readonly string[]
  readonly lines: readonly string[]
}

/** The text of a template of the list, without its name; a comment behind the name goes with those above. */
export function namedTemplateText(
  tree: YamlTree,
  document: number,
  path: Path,
): TemplateText | undefined {
  const index = path.at(-1)
  const list = listAt(tree, { document, path: path.slice(0, -1) })
  const map = mapAt(locate(tree, { document, path }))
  if (list === undefined || map === undefined || typeof index !== 'number') return undefined
  const extent = list.node.flow ? undefined : itemExtent(tree.text, list, index)
  const lines = linesOf(tree.text, map, extent?.to ?? map.end)
  const above = extent === undefined ? [] : commentsIn(tree.text, extent.from, extent.at, map)
  return { ...withoutName(lines), comments: [...above, ...withoutName(lines).comments] }
}

/** The text of a template that is given in place. */
export function inlineTemplateText(
  tree: YamlTree,
  document: number,
  path: Path,
): TemplateText | undefined {
  const step = mapAt(locate(tree, { document, path: path.slice(0, -1) }))
  const map = mapAt(locate(tree, { document, path }))
  const key = step && locateKey(step, 'inline')
  if (step === undefined || map === undefined || key === undefined) return undefined
  const extent = step.node.flow ? undefined : extentOf(tree.text, key.start, map.end)
  const between = commentsIn(tree.text, extent?.from ?? key.start, map.start, key)
  const named = withoutName(linesOf(tree.text, map, extent?.to ?? map.end))
  return { lines: named.lines, comments: [...between, ...named.comments] }
}

/** A template's text as an item of the list of templates. */
export function asItem({ comments, lines }: TemplateText, name: string): ItemText {
  const [first = '{}', ...rest] = lines
  if (first.startsWith('{')) {
    const text = [`- ${first}`, ...rest].join('\n')
    const tree = parseTree(text)
    const plan = setEntry(tree, { document: 0, path: [0] }, 'name', name, { after: [] })
    return { comments, lines: (plan.ok ? applyChanges(text, plan.value) : text).split('\n') }
  }
  return { comments, lines: [`- name: ${name}`, ...lines.map((line) => indentLine(line, 2))] }
}

/** Gives a step a template in place. */
export function setInline(draft: Draft, step: Path, text: TemplateText): void {
  const { document } = draft
  const path = [...step, 'inline']
  const after = ['name', 'template']
  const isFlow = mapAt(locate(draft.tree, { document, path: step }))?.node.flow === true
  if (isFlow) {
    const [whole] = parseTree(text.lines.join('\n')).documents
    const value = whole && toValue(whole.root, anchorsOf(whole.root))
    draft.plan((tree) => setEntry(tree, { document, path: step }, 'inline', value ?? {}, { after }))
    return
  }
  draft.plan((tree) => setEntry(tree, { document, path: step }, 'inline', 'x', { after }))
  const { tree } = draft
  const value = locate(tree, { document, path })
  const map = mapAt(locate(tree, { document, path: step }))
  const key = map && locateKey(map, 'inline')
  if (value === undefined || key === undefined || draft.refused) return
  const { indent, lineBreak } = styleOf(tree, document)
  const margin = columnOf(tree.text, key.start) + indent
  const lines = [...text.comments, ...text.lines].map((line) => indentLine(line, margin))
  const end = value.end === tree.text.length ? lineBreak : ''
  const insert = lineBreak + lines.join(lineBreak) + end
  const from = tree.text.lastIndexOf(':', value.start) + 1
  draft.change([{ from, to: value.end, insert }])
}

/** Where an item of a list, or a map's value, ends with the comments that are its own. */
export function extentOfItem(tree: YamlTree, document: number, path: Path): Extent | undefined {
  const index = path.at(-1)
  const list = listAt(tree, { document, path: path.slice(0, -1) })
  if (list === undefined || list.node.flow || typeof index !== 'number') return undefined
  return itemExtent(tree.text, list, index)
}

function linesOf(text: string, map: Located<YamlMap>, to: number): string[] {
  const from = map.start + (map.node.props?.length ?? 0)
  const column = columnOf(text, from)
  const lines = splitLines(text.slice(from, to))
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line, index) => {
    const blanks = /^ */.exec(line)?.[0].length ?? 0
    return index === 0 ? line : line.slice(Math.min(blanks, column))
  })
}

function withoutName(lines: readonly string[]): TemplateText {
  const text = `${lines.join('\n')}\n`
  const tree = parseTree(text)
  const map = mapAt(locate(tree, { document: 0, path: [] }))
  const key = map && locateKey(map, 'name')
  const name = locate(tree, { document: 0, path: ['name'] })
  if (map === undefined || key === undefined || name === undefined) return { comments: [], lines }
  const extent = map.node.flow ? undefined : extentOf(text, key.start, name.end)
  const comments = extent === undefined ? [] : commentsIn(text, extent.from, extent.to, map)
  const plan = removeEntry(tree, { document: 0, path: ['name'] })
  if (!plan.ok) return { comments: [], lines }
  const left = splitLines(applyChanges(text, plan.value))
  if (left.at(-1) === '') left.pop()
  return { comments, lines: left }
}

function mapAt(found: Located | undefined): Located<YamlMap> | undefined {
  return found?.node.kind === 'map' ? { ...found, node: found.node } : undefined
}
