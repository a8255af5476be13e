import type { Path } from '../base/index.ts'
import { isManifestKind } from '../argo/index.ts'
import { keyText, locate, type YamlNode, type YamlTree } from '../yaml/index.ts'
import { mentionsOfField, mentionsOfSpecField, mentionsOfStep } from './collect.ts'
import { namesOf, type Mention } from './mention.ts'
import { flowOf, localSteps, ownersOf, type Flow, type Owner } from './owner.ts'
import type { FlowReference } from './reference.ts'
import { resolveMention, type PlacedMention } from './resolve.ts'
import { symbolKey, type FlowSymbol } from './symbol.ts'

type Wanted = (mention: Mention) => boolean

const all: Wanted = () => true

/** All references of a document that is one of Argo's, in the order of its text but for keys that stand in an unusual order. */
export function referencesOf(flow: Flow): readonly FlowReference[] {
  return mentionsIn(flow, all).map((placed) => resolveMention(flow, placed))
}

/**
 * All places of a file that refer to a thing, by tags and expressions, by its name in `depends` or `dependencies`, by calling it, or by
 * giving it a value. Its definition is not among them.
 */
export function referencesTo(tree: YamlTree, symbol: FlowSymbol): readonly FlowReference[] {
  const key = symbolKey(symbol)
  const wanted: Wanted = (mention) => namesOf(mention).includes(symbol.name)
  const found: FlowReference[] = []
  for (const document of tree.documents.keys()) {
    const flow = flowOf(tree, document)
    if (flow === undefined) continue
    for (const placed of mentionsIn(flow, wanted)) {
      const reference = resolveMention(flow, placed)
      if (reference.parts.some((part) => symbolKey(part.symbol) === key)) found.push(reference)
    }
  }
  return found
}

/** What the texts of a document name, as far as it is wanted. */
export function mentionsIn(flow: Flow, wanted: Wanted): readonly PlacedMention[] {
  const { manifest, document, tree } = flow
  const root = tree.documents[document]?.root
  if (root === undefined || !isManifestKind(manifest.kind)) return []
  const found: PlacedMention[] = []
  const spec = (path: Path): void => {
    const node = locate(tree, { document, path })?.node
    fields(node, (key, value) => take(found, path, mentionsOfSpecField(key, value), wanted))
  }
  if (manifest.kind === 'CronWorkflow') spec(['spec'])
  spec(manifest.specPath)
  for (const owner of ownersOf(flow)) mentionsOfOwner(owner, wanted, found)
  return found
}

/** The same for one template. */
export function mentionsOfOwner(
  owner: Owner,
  wanted: Wanted = all,
  found: PlacedMention[] = [],
): PlacedMention[] {
  const { view, path } = owner
  fields(view.node, (key, value) => take(found, path, mentionsOfField(key, value), wanted))
  for (const step of localSteps(view)) {
    const mentions = mentionsOfStep(step.view.node)
    // The path of a step is made only when there is something to say of it.
    if (mentions.some(wanted)) take(found, [...path, ...step.path], mentions, wanted)
  }
  return found
}

function take(
  found: PlacedMention[],
  base: Path,
  mentions: readonly Mention[],
  wanted: Wanted,
): void {
  for (const mention of mentions) if (wanted(mention)) found.push({ mention, base })
}

function fields(node: YamlNode | undefined, act: (key: string, value: YamlNode) => void): void {
  if (node?.kind !== 'map') return
  for (const entry of node.entries) {
    const key = keyText(entry)
    if (key !== undefined) act(key, entry.value)
  }
}
