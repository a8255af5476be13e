import type { TextChange } from '../../base/index.ts'
import { type TemplateAddress, templatePath } from '../../argo/index.ts'
import {
  columnOf,
  itemExtent,
  lineStart,
  locate,
  locateKey,
  nextLine,
  styleOf,
  type Located,
  type YamlMap,
  type YamlSeq,
} from '../../yaml/index.ts'
import type { Draft } from '../draft.ts'

/*
 * `- - name: a` of a lane and `- name: a` of a list of tasks differ by one dash, so where lists are written in lines, a template goes from
 * one to the other in place: steps keep their lines, comments and blank lines.
 */

/** The changes that make the lanes of a template tasks of a dag; nothing where lists are written in another way. */
export function lanesAsTasks(draft: Draft, template: TemplateAddress): TextChange[] | undefined {
  const { tree, manifest, document } = draft
  if (manifest === undefined) return undefined
  const { text } = tree
  const path = templatePath(manifest, template)
  const map = mapAt(locate(tree, { document, path }))
  const key = map && locateKey(map, 'steps')
  const list = blockAt(locate(tree, { document, path: [...path, 'steps'] }))
  if (map === undefined || key === undefined || list === undefined) return undefined
  const below = nextLine(text, key.end)
  const style = styleOf(tree, document)
  const lanes = list.node.items.map((_, lane) =>
    blockAt(locate(tree, { document, path: [...path, 'steps', lane] })),
  )
  const column = lanes[0] && itemExtent(text, lanes[0], 0)?.column
  if (column === undefined || list.start < below || map.node.flow) return undefined
  const changes: TextChange[] = []
  for (const [index, lane] of lanes.entries()) {
    const outer = itemExtent(text, list, index)
    const first = lane && itemExtent(text, lane, 0)
    if (outer === undefined || first?.sharesLine !== true || outer.sharesLine) return undefined
    if (first.column !== column || text.slice(outer.at + 1, first.at).trim() !== '')
      return undefined
    changes.push(...moved(text, outer.from, outer.at, column - outer.column))
    changes.push({ from: outer.at, to: outer.at + 1, insert: ' ' })
  }
  const outermost = columnOf(text, key.start)
  const inner = column - style.dashIndent > outermost ? column - style.dashIndent : column
  if (inner <= outermost) return undefined
  const lines = ['failFast: false', 'tasks:'].map(
    (line) => ' '.repeat(inner) + line + style.lineBreak,
  )
  return [
    { from: key.start, to: key.end, insert: 'dag' },
    { from: below, to: below, insert: lines.join('') },
    ...changes,
  ]
}

/** The changes that make the tasks of a dag lanes, of the given sizes; nothing where lists are written in another way. */
export function tasksAsLanes(
  draft: Draft,
  template: TemplateAddress,
  sizes: readonly number[],
): TextChange[] | undefined {
  const { tree, manifest, document } = draft
  if (manifest === undefined) return undefined
  const { text } = tree
  const path = templatePath(manifest, template)
  const map = mapAt(locate(tree, { document, path }))
  const dag = mapAt(locate(tree, { document, path: [...path, 'dag'] }))
  const key = map && locateKey(map, 'dag')
  const tasks = dag && locateKey(dag, 'tasks')
  const list = blockAt(locate(tree, { document, path: [...path, 'dag', 'tasks'] }))
  if (dag?.node.entries.length !== 1 || map === undefined || map.node.flow) return undefined
  if (key === undefined || tasks === undefined || list === undefined || dag.node.props)
    return undefined
  if (dag.node.flow || tasks.start < nextLine(text, key.end)) return undefined
  const line = lineStart(text, tasks.start)
  const below = nextLine(text, tasks.end)
  // What stands behind `tasks:` on its line may only be a comment, and stays on a line of its own.
  const behind = text.slice(tasks.end, below).replace(/^\s*:/, '').trim()
  const column = itemExtent(text, list, 0)?.column
  if (column === undefined || list.start < below || (behind !== '' && !behind.startsWith('#')))
    return undefined
  if (column < columnOf(text, key.start) + 2) return undefined
  const changes: TextChange[] = [{ from: key.start, to: key.end, insert: 'steps' }]
  const comment =
    behind === '' ? '' : ' '.repeat(column) + behind + styleOf(tree, document).lineBreak
  changes.push({ from: line, to: below, insert: comment })
  let task = 0
  for (const size of sizes) {
    const first = itemExtent(text, list, task)
    if (first === undefined || first.sharesLine) return undefined
    changes.push(...moved(text, first.from, first.at, -2))
    changes.push({ from: first.at - 2, to: first.at - 1, insert: '-' })
    task += size
  }
  return changes
}

/** Moves the lines of comments from an offset to the line of another to the right, or to the left. */
function moved(text: string, from: number, to: number, by: number): TextChange[] {
  const changes: TextChange[] = []
  for (let line = from; line < lineStart(text, to); line = nextLine(text, line)) {
    changes.push(
      by > 0
        ? { from: line, to: line, insert: ' '.repeat(by) }
        : { from: line, to: line - by, insert: '' },
    )
  }
  return changes
}

function mapAt(found: Located | undefined): Located<YamlMap> | undefined {
  return found?.node.kind === 'map' ? { ...found, node: found.node } : undefined
}

/** A list in lines, without an anchor or tag before it. */
function blockAt(found: Located | undefined): Located<YamlSeq> | undefined {
  if (found?.node.kind !== 'seq' || found.node.flow || found.node.props !== undefined)
    return undefined
  return { ...found, node: found.node }
}
