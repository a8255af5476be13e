import { ok, type Result } from '../base/index.ts'
import {
  addressAt,
  anchorsOf,
  lineEnd,
  locate,
  marksOf,
  printFlow,
  removeEntry,
  setEntry,
  setSource,
  sourceOf,
  styleOf,
  toValue,
  wholeAt,
  type Address,
  type Plan,
  type YamlTree,
} from '../yaml/index.ts'
import { withoutAnchors } from './anchors.ts'
import type { Edit, EditContext, Refusal, Shared, SharedChoice } from './command.ts'
import { Draft } from './draft.ts'

/** No edit leads through more aliases than this. */
const MOST = 32

/**
 * Runs a command that may have to touch what several places share, in the way that was chosen: `expand` writes each alias in its way out as
 * text of its own, in the file's style, and makes the edit there; `anchor` makes the same edit where the anchor is, for all who share
 * it. Refused as the command itself refuses, and where the edit takes away or moves the alias that is to stay.
 */
export function withShared(
  context: EditContext,
  plan: (context: EditContext) => Result<Edit, Refusal>,
  choice: SharedChoice,
): Result<Edit, Refusal> {
  const { document } = context
  const draft = new Draft(context)
  const written: Shared[] = []
  for (;;) {
    const result = plan({ tree: draft.tree, document })
    if (result.ok) {
      draft.change(result.value.changes)
      if (choice === 'anchor') for (const shared of written.toReversed()) fold(draft, shared)
      const { selection = [] } = result.value
      return draft.finish(selection.filter((at) => locate(draft.tree, at) !== undefined))
    }
    const { shared } = result.error
    if (shared?.choices.includes(choice) !== true || written.length >= MOST) return result
    writeOut(draft, shared, choice)
    if (draft.refused) return draft.finish()
    written.push(shared)
  }
}

/** Where an anchor and all its aliases stand, for whoever asks a person; the anchor first. */
export function placesThatShare(tree: YamlTree, { anchor, at }: Shared): readonly Address[] {
  const document = wholeAt(tree, at.document)
  if (document === undefined) return []
  const start = document.at + document.rootAt
  return marksOf(document.root).flatMap((mark) =>
    ('alias' in mark ? mark.alias : mark.anchor) === anchor
      ? [addressAt(tree, start + mark.at)]
      : [],
  )
}

/** Writes out an alias, or a key that a map has through `<<`. What is to go back to its anchor keeps its anchors meanwhile. */
function writeOut(draft: Draft, { anchor, at, merged }: Shared, choice: SharedChoice): void {
  const home = homeOf(draft.tree, anchor, at)
  const whole = home && sourceOf(draft.tree, merged === undefined ? home : inside(home, merged))
  if (whole === undefined) {
    draft.refuse(`There is no anchor &${anchor} above, so the alias stands for nothing.`)
    return
  }
  const bare = withoutAnchors({ comments: [], lines: whole.split('\n') }).lines.join('\n')
  const source = choice === 'anchor' ? whole : bare
  if (merged !== undefined) draft.plan((tree) => setEntry(tree, at, merged, ''))
  const place = merged === undefined ? at : inside(at, merged)
  draft.plan((tree) => {
    const plan = setSource(tree, place, source)
    const found = locate(tree, place)
    if (plan.ok || found === undefined) return plan
    // Between brackets its lines cannot stand, but its value can.
    const anchors = anchorsOf(wholeAt(tree, at.document)?.root ?? found.node)
    const value = toValue(found.node, anchors)
    if (value === undefined || choice === 'anchor') return plan
    const insert = printFlow(value, styleOf(tree, at.document))
    return { ok: true, value: [{ from: found.start, to: found.end, insert }] }
  })
}

/** Takes what was written out, and edited, back to its anchor, and puts the alias in its place again. */
function fold(draft: Draft, { anchor, at, merged }: Shared): void {
  const place = merged === undefined ? at : inside(at, merged)
  const here = locate(draft.tree, place)?.node
  const source = sourceOf(draft.tree, place)
  const home = homeOf(draft.tree, anchor, place)
  const isThere = merged !== undefined || here?.props?.anchor === anchor
  if (source === undefined || home === undefined || !isThere) {
    draft.refuse(
      `This edit takes away the place that shares &${anchor}. Make it where &${anchor} is defined, or write the text out here.`,
    )
    return
  }
  draft.plan((tree) =>
    merged === undefined ? setSource(tree, place, `*${anchor}`) : removeEntry(tree, place),
  )
  // The comment behind the last line of what was written out is the anchor's, and must not stay behind the alias.
  if (merged === undefined) draft.plan((tree) => dropComment(tree, place, source))
  draft.plan((tree) => setSource(tree, merged === undefined ? home : inside(home, merged), source))
}

function dropComment(tree: YamlTree, place: Address, source: string): Plan {
  const end = locate(tree, place)?.end ?? 0
  const behind = tree.text.slice(end, lineEnd(tree.text, end))
  const isOfSource = /^\s+#/.test(behind) && source.includes('\n') && source.endsWith(behind.trim())
  return ok(isOfSource ? [{ from: end, to: end + behind.length, insert: '' }] : [])
}

/** The address of the anchor that an alias at an address means: the last one of its name before it. */
function homeOf(tree: YamlTree, anchor: string, at: Address): Address | undefined {
  const document = wholeAt(tree, at.document)
  const end = locate(tree, at)?.start ?? 0
  if (document === undefined) return undefined
  const start = document.at + document.rootAt
  const mark = marksOf(document.root).findLast(
    (each) => 'anchor' in each && each.anchor === anchor && start + each.at < end,
  )
  const home = mark && addressAt(tree, start + mark.at)
  return home !== undefined && locate(tree, home)?.node === mark?.node ? home : undefined
}

function inside({ document, path }: Address, key: string): Address {
  return { document, path: [...path, key] }
}
