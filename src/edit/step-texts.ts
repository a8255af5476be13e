import type { ManifestView, StepPlace, TaskPlace, TemplateAddress } from '../argo/index.ts'
import { lanePath, templatePath } from '../argo/index.ts'
import {
  indentLine,
  itemText,
  locate,
  sharedMessage,
  type Address,
  type ItemText,
  type Located,
  type SharedText,
  type YamlSeq,
  type YamlTree,
} from '../yaml/index.ts'

/** The list at an address; nothing when something else is there. */
export function listAt(tree: YamlTree, address: Address): Located<YamlSeq> | undefined {
  const found = locate(tree, address)
  return found?.node.kind === 'seq' ? { ...found, node: found.node } : undefined
}

/** The address of the list of lanes of a template. */
export function lanesAddress(
  manifest: ManifestView,
  document: number,
  template: TemplateAddress,
): Address {
  return { document, path: [...templatePath(manifest, template), 'steps'] }
}

/** The address of the list of steps of a lane. */
export function laneAddress(
  manifest: ManifestView,
  document: number,
  template: TemplateAddress,
  lane: number,
): Address {
  return { document, path: lanePath(manifest, template, lane) }
}

/** The address of the list of tasks of a dag template. */
export function tasksAddress(
  manifest: ManifestView,
  document: number,
  template: TemplateAddress,
): Address {
  return { document, path: [...templatePath(manifest, template), 'dag', 'tasks'] }
}

/** The texts of tasks as they are written; undefined when one stands behind an alias. */
export function taskTexts(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  places: readonly TaskPlace[],
): readonly ItemText[] | undefined {
  const texts = places.map(({ template, task }) => {
    const list = listAt(tree, tasksAddress(manifest, document, template))
    return list === undefined ? undefined : itemText(tree.text, list, task)
  })
  const found = texts.flatMap((text) => text ?? [])
  return found.length === texts.length ? found : undefined
}

/**
 * The texts of steps as they are written, for putting them elsewhere; undefined when one stands behind an alias. The comments of
 * a lane go with its first step when all of its steps are taken.
 */
export function stepTexts(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  places: readonly StepPlace[],
): readonly ItemText[] | undefined {
  const texts: ItemText[] = []
  for (const { template, lane, step } of places) {
    const list = listAt(tree, laneAddress(manifest, document, template, lane))
    const own = list === undefined ? undefined : itemText(tree.text, list, step)
    if (list === undefined || own === undefined) return undefined
    const taken = places.filter((place) => place.template === template && place.lane === lane)
    const isWhole = taken.length === list.node.items.length
    const lanes = listAt(tree, lanesAddress(manifest, document, template))
    const outer = isWhole && lanes !== undefined ? itemText(tree.text, lanes, lane) : undefined
    texts.push(outer === undefined ? own : withLane(own, outer, step, list.node.items.length))
  }
  return texts
}

/** What the way to one of several steps is shared through: their lane, say, may be an alias. */
export function sharedAmong(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  places: readonly StepPlace[],
): SharedText | undefined {
  for (const { template, lane, step } of places) {
    const path = [...lanePath(manifest, template, lane), step]
    const shared = sharedMessage(tree, { document, path })
    if (shared !== undefined) return shared
  }
  return undefined
}

/** Adds to the text of a step what belongs to its lane: the comments above the first step, those below the last. */
function withLane(own: ItemText, lane: ItemText, step: number, count: number): ItemText {
  const above = step === 0 ? lane.comments : []
  const below = step === count - 1 ? trailingComments(lane) : []
  const stray = below.slice(trailingComments(own).length)
  return {
    comments: [...above, ...own.comments],
    lines: [...own.lines, ...stray.map((comment) => indentLine(comment, 2))],
  }
}

function trailingComments({ lines }: ItemText): string[] {
  const last = lines.findLastIndex((line) => !/^\s*(#|$)/.test(line))
  return lines
    .slice(last + 1)
    .filter((line) => line.trim() !== '')
    .map(trimmed)
}

function trimmed(line: string): string {
  return line.trim()
}
