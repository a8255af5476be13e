import type { TextRange } from '../base/index.ts'
import { lineEnd, locateAll, locateKey, type Located, type YamlTree } from '../yaml/index.ts'
import type { Finding } from './problem.ts'

/** Where a finding is in the text. Of what takes up several lines, only the first is marked. */
export function rangeOf(
  tree: YamlTree,
  document: number,
  { path, within, marks }: Finding,
): TextRange {
  const chain = locateAll(tree, { document, path })
  const target = chain.at(-1)
  if (target === undefined) return { from: 0, to: 0 }
  const isWhole = chain.length === path.length + 1
  const key = isWhole && marks === 'key' ? keyAt(chain.at(-2), path.at(-1)) : undefined
  if (key !== undefined) return { from: key.start, to: key.end }
  const part = isWhole && within !== undefined ? partOf(tree.text, target, within) : undefined
  return part ?? firstLine(tree.text, target)
}

function keyAt(
  parent: Located | undefined,
  part: string | number | undefined,
): Located | undefined {
  if (parent?.node.kind !== 'map' || typeof part !== 'string') return undefined
  return locateKey({ ...parent, node: parent.node }, part)
}

function firstLine(text: string, { start, end }: Located): TextRange {
  return { from: start, to: Math.max(start, Math.min(end, lineEnd(text, start))) }
}

/** A part of a value in its source, when it is spelled there as it is, once or as often as in the value. */
function partOf(text: string, target: Located, within: TextRange): TextRange | undefined {
  if (target.node.kind !== 'scalar') return undefined
  const { value, props } = target.node
  const from = target.start + (props?.length ?? 0)
  const source = text.slice(from, target.end)
  const needle = value.slice(within.from, within.to).split('\n')[0] ?? ''
  if (needle === '') return undefined
  const nth = occurrences(value, needle).indexOf(within.from)
  const inSource = occurrences(source, needle)
  const at = inSource[nth]
  if (at === undefined || inSource.length !== occurrences(value, needle).length) return undefined
  return { from: from + at, to: from + at + needle.length }
}

function occurrences(text: string, needle: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found.push(at)
  return found
}
