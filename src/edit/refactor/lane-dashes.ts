import type { TextChange } from '../../base/index.ts'
import {
  itemExtent,
  lineStart,
  nextLine,
  type Located,
  type YamlSeq,
  type YamlTree,
} from '../../yaml/index.ts'
import type { ManifestView, TemplateAddress } from '../../argo/index.ts'
import { laneAddress, lanesAddress, listAt } from '../step-texts.ts'

/*
 * In `- - name: a` the first dash begins the lane. Where lists are written like that, putting it there or taking it away is all that it
 * takes to part or join lanes: everything else stays where it is, blank lines included.
 */

/** The changes that make lanes part of the lane before the first of them; nothing where lists are written in another way. */
export function joinByDashes(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  template: TemplateAddress,
  lanes: readonly number[],
): TextChange[] | undefined {
  const { text } = tree
  const list = listAt(tree, lanesAddress(manifest, document, template))
  const inner = stepsOf(tree, manifest, document, template, (lanes[0] ?? 0) - 1)
  const into = inner && itemExtent(text, inner, 0)?.column
  if (list === undefined || list.node.flow || into === undefined) return undefined
  const changes: TextChange[] = []
  for (const lane of lanes) {
    const outer = itemExtent(text, list, lane)
    const steps = stepsOf(tree, manifest, document, template, lane)
    const first = steps && itemExtent(text, steps, 0)
    if (outer === undefined || first?.sharesLine !== true || outer.sharesLine) return undefined
    if (first.column !== into || !isBlank(text.slice(outer.at + 1, first.at))) return undefined
    const margin = ' '.repeat(into - outer.column)
    for (let line = outer.from; line < lineStart(text, outer.at); line = nextLine(text, line))
      changes.push({ from: line, to: line, insert: margin })
    changes.push({ from: outer.at, to: outer.at + 1, insert: ' ' })
  }
  return changes
}

/** The changes that begin a lane at each step of a lane but its first; nothing where lists are written in another way. */
export function partByDashes(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  template: TemplateAddress,
  lane: number,
): TextChange[] | undefined {
  const { text } = tree
  const list = listAt(tree, lanesAddress(manifest, document, template))
  const steps = stepsOf(tree, manifest, document, template, lane)
  if (list === undefined || list.node.flow || steps === undefined) return undefined
  const outer = itemExtent(text, list, lane)
  if (outer === undefined) return undefined
  const changes: TextChange[] = []
  for (let index = 1; index < steps.node.items.length; index++) {
    const own = itemExtent(text, steps, index)
    if (own === undefined || own.sharesLine || own.column < outer.column + 2) return undefined
    const line = lineStart(text, own.at)
    if (text.slice(line, own.at) !== ' '.repeat(own.column)) return undefined
    for (let above = own.from; above < line; above = nextLine(text, above))
      changes.push({ from: above, to: above + own.column - outer.column, insert: '' })
    const at = line + outer.column
    changes.push({ from: at, to: at + 1, insert: '-' })
  }
  return changes
}

/** The steps of a lane when they stand in lines of their own, without an anchor or tag before them. */
function stepsOf(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  template: TemplateAddress,
  lane: number,
): Located<YamlSeq> | undefined {
  const list = listAt(tree, laneAddress(manifest, document, template, lane))
  return list === undefined || list.node.flow || list.node.props !== undefined ? undefined : list
}

function isBlank(text: string): boolean {
  return text !== '' && text.trim() === '' && !/[\r\n]/.test(text)
}
