import { samePath, type Path, type TextRange } from '../base/index.ts'
import { isManifestKind } from '../argo/index.ts'
import {
  addressAt,
  itemsOf,
  locate,
  valueOffset,
  valueOf,
  type Address,
  type YamlTree,
} from '../yaml/index.ts'
import { mentionsOfField, mentionsOfSpecField, mentionsOfStep } from './collect.ts'
import type { Mention } from './mention.ts'
import { flowOf, ownerAt, stepAt, type Flow } from './owner.ts'
import { rangeWithin, type FlowReference } from './reference.ts'
import { resolveMention, stepSymbol, templateSymbol } from './resolve.ts'
import type { FlowSymbol } from './symbol.ts'

/** What a place of a text is on. */
export interface SymbolAt {
  /** The thing that is meant; nothing on a reference that means nothing, or nothing that has a definition. */
  readonly symbol: FlowSymbol | undefined
  /** The name in the value of its text: the part of the reference, or the definition. */
  readonly within: TextRange
  /** Where that is written in the file. */
  readonly range: TextRange
  /** The reference around the place; nothing on a definition. */
  readonly reference: FlowReference | undefined
}

/** The definition or reference that an offset of a text is on, its end included; nothing elsewhere. */
export function symbolAt(tree: YamlTree, offset: number): SymbolAt | undefined {
  const address = addressAt(tree, offset)
  const found = locate(tree, address)
  if (found?.node.kind !== 'scalar') return undefined
  const { node, start, end } = found
  const inValue = offset < start ? undefined : valueOffset(tree.text, { node, start, end }, offset)
  return symbolIn(tree, address, inValue)
}

/** The same for an offset in the value of a text; without one, for the key of the text. */
export function symbolIn(
  tree: YamlTree,
  { document, path }: Address,
  offset: number | undefined,
): SymbolAt | undefined {
  const flow = flowOf(tree, document)
  const node = locate(tree, { document, path })?.node
  if (flow === undefined || !isManifestKind(flow.manifest.kind) || node?.kind !== 'scalar')
    return undefined
  const defined = definitionAt(flow, path)
  if (defined !== undefined) {
    const within = { from: 0, to: node.value.length }
    const range = rangeWithin(tree, { document, path }, within)
    return range && { symbol: defined, within, range, reference: undefined }
  }
  const holds = ({ from, to }: TextRange): boolean =>
    offset !== undefined && from <= offset && offset <= to
  for (const placed of mentionsAt(flow, path)) {
    const { within, what } = placed.mention
    // The name of an argument is meant by its key, too.
    const isMeant =
      offset === undefined ? what.role === 'argument' || what.role === 'call' : holds(within)
    if (!isMeant) continue
    const reference = resolveMention(flow, placed)
    const { parts } = reference
    const output = outputName(reference)
    if (output !== undefined && parts.length === 1 && holds(output)) {
      // An output that this file does not have is not the step that gives it.
      const range = rangeWithin(tree, reference, output)
      return range && { symbol: undefined, within: output, range, reference }
    }
    const only = parts.length === 1 || offset === undefined ? parts.at(-1) : undefined
    const part = parts.findLast((one) => holds(one.within)) ?? only
    const named = part?.within ?? within
    const range = rangeWithin(tree, reference, named)
    return range && { symbol: part?.symbol, within: named, range, reference }
  }
  return undefined
}

/** Where a reference names an output of a step. */
function outputName({ what }: FlowReference): TextRange | undefined {
  if (what.role !== 'data' || what.reference.kind !== 'step') return undefined
  const { part } = what.reference
  return part.kind === 'parameter' || part.kind === 'artifact' ? part.name.range : undefined
}

function mentionsAt(
  flow: Flow,
  path: Path,
): readonly { readonly mention: Mention; readonly base: Path }[] {
  const step = outermostStep(flow, path)
  const owner = ownerAt(flow, path.slice(0, flow.manifest.specPath.length + 2))
  const base = step?.path ?? owner?.path ?? specBase(flow, path)
  if (base === undefined) return []
  const key = path[base.length]
  const value = locate(flow.tree, { document: flow.document, path: path.slice(0, base.length + 1) })
  const mentions =
    step !== undefined
      ? mentionsOfStep(step.view.node)
      : typeof key !== 'string' || value === undefined
        ? []
        : owner !== undefined
          ? mentionsOfField(key, value.node)
          : mentionsOfSpecField(key, value.node)
  return mentions
    .filter((mention) => samePath([...base, ...mention.path], path))
    .map((mention) => ({ mention, base }))
}

/** What a step mentions is kept with the step of the document's own template, also what is in templates given in place. */
function outermostStep(flow: Flow, path: Path): ReturnType<typeof stepAt> {
  const depth = flow.manifest.specPath.length
  return stepAt(flow, path.slice(0, depth + 5))
}

function specBase({ manifest }: Flow, path: Path): Path | undefined {
  for (const base of [manifest.specPath, ['spec']])
    if (base.every((part, index) => part === path[index]) && path.length > base.length) return base
  return undefined
}

/** The thing whose name stands at a path. */
export function definitionAt(flow: Flow, path: Path): FlowSymbol | undefined {
  const { document, manifest, tree } = flow
  const key = path.at(-1)
  if (key !== 'name' && key !== 'globalName') return undefined
  const above = path.slice(0, -1)
  const node = locate(tree, { document, path })?.node
  const name = node?.kind === 'scalar' ? node.value : ''
  const owner = ownerAt(flow, path)
  const step = stepAt(flow, path)
  if (step !== undefined && samePath(step.path, above))
    return key === 'name' ? stepSymbol(step) : undefined
  if (owner === undefined) {
    const [first, list, index, last] = path.slice(manifest.specPath.length)
    const of = list === 'parameters' ? 'parameter' : list === 'artifacts' ? 'artifact' : undefined
    const isArgument = first === 'arguments' && typeof index === 'number' && last === 'name'
    const isInSpec = manifest.specPath.every((part, at) => part === path[at])
    return isArgument && of !== undefined && isInSpec
      ? { kind: 'workflow-input', of, document, path: above, name }
      : undefined
  }
  if (samePath(owner.path, above)) return key === 'name' ? templateSymbol(owner) : undefined
  const [kind, list, index, last] = path.slice(owner.path.length)
  if (kind === 'containerSet' && list === 'containers' && last === 'name')
    return { kind: 'container', document, path: above, name }
  if (last !== key || typeof index !== 'number') return undefined
  const of = list === 'parameters' ? 'parameter' : list === 'artifacts' ? 'artifact' : undefined
  if (of === undefined || (kind !== 'inputs' && kind !== 'outputs')) return undefined
  if (key === 'globalName')
    return kind === 'outputs'
      ? { kind: 'workflow-output', of, document, path: above, name }
      : undefined
  return { kind: kind === 'inputs' ? 'input' : 'output', of, document, path: above, name }
}

/** The things that a template defines, itself first, then its inputs, outputs and containers. */
export function definitionsIn(flow: Flow, path: Path): readonly FlowSymbol[] {
  const owner = ownerAt(flow, path)
  if (owner === undefined) return []
  const at = [...owner.path]
  const ports = (['inputs', 'outputs'] as const).flatMap((kind) =>
    (['parameters', 'artifacts'] as const).flatMap((list) =>
      itemsOf(valueOf(valueOf(owner.view.node, kind), list)).flatMap(
        (_, index) => definitionAt(flow, [...at, kind, list, index, 'name']) ?? [],
      ),
    ),
  )
  return [templateSymbol(owner), ...ports]
}
