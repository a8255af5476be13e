import { findStep, templateIndex, templatePath, stepPath } from '../../src/argo/index.ts'
import type { ManifestView, StepPlace, TemplateView } from '../../src/argo/index.ts'
import type { Path, TextRange } from '../../src/base/index.ts'
import type { MessagePlace } from '../../src/client/index.ts'
import {
  entryOf,
  locate,
  locateAll,
  valueOf,
  type Address,
  type Located,
  type YamlNode,
  type YamlTree,
} from '../../src/yaml/index.ts'

/** Where in the text a message of Argo's belongs. */
export interface FoundPlace {
  /** In words: `step a`, `template of a`, `spec.entrypoint`. */
  readonly label: string
  readonly address: Address
  /** What to show of it in the text. */
  readonly range: TextRange
  readonly template: number | undefined
  /** The step of a `steps` template that it is about. */
  readonly step: StepPlace | undefined
}

export interface PlaceContext {
  readonly tree: YamlTree
  readonly document: number
  readonly manifest: ManifestView
}

/**
 * Finds what a message speaks of. Names are looked up anew each time, so a place is found as long as the file still has
 * it, wherever edits have moved it; of a path that does not exist, the deepest part that does.
 */
export function findPlace(context: PlaceContext, place: MessagePlace): FoundPlace | undefined {
  const { manifest } = context
  const template = templateIndex(manifest, place.template)
  if (place.template !== undefined && template === undefined) return undefined
  const view = template === undefined ? undefined : manifest.spec.templates[template]
  if (template === undefined || view === undefined) return placeInDocument(context, place)
  return placeInTemplate(context, place, template, view)
}

function placeInTemplate(
  context: PlaceContext,
  place: MessagePlace,
  template: number,
  view: TemplateView,
): FoundPlace | undefined {
  const { manifest } = context
  const base = templatePath(manifest, template)
  const step = stepOf(manifest, place, template)
  const task = view.tasks.findIndex(({ name }) => name !== undefined && name === place.step)
  const start =
    step !== undefined
      ? stepPath(manifest, step.template, step.lane, step.step)
      : task >= 0
        ? [...base, 'dag', 'tasks', task]
        : base
  const isHere = step !== undefined || task >= 0
  const inner = isHere || place.step === undefined ? (place.path ?? []) : []
  const who = isHere
    ? { kind: task >= 0 ? 'task' : 'step', name: place.step ?? '' }
    : { kind: 'template', name: view.name ?? '' }
  return found(context, place, start, inner, who, { template, step })
}

function placeInDocument(context: PlaceContext, place: MessagePlace): FoundPlace | undefined {
  const { specPath, variable, field } = place
  if (specPath === undefined && variable === undefined && field === undefined) return undefined
  return found(context, place, [], specPath ?? [], undefined, {
    template: undefined,
    step: undefined,
  })
}

/** A step by its name; in the group that the message names, if several have it. */
function stepOf(
  manifest: ManifestView,
  { step, group }: MessagePlace,
  template: number,
): StepPlace | undefined {
  const view = manifest.spec.templates[template]
  if (step === undefined || view === undefined) return undefined
  const inGroup =
    group === undefined
      ? -1
      : (view.lanes[group]?.steps.findIndex(({ name }) => name === step) ?? -1)
  if (group !== undefined && inGroup >= 0) return { template, lane: group, step: inGroup }
  return view.name === undefined ? undefined : findStep(manifest, view.name, step)
}

function found(
  context: PlaceContext,
  place: MessagePlace,
  start: Path,
  inner: Path,
  who: { readonly kind: string; readonly name: string } | undefined,
  where: Pick<FoundPlace, 'template' | 'step'>,
): FoundPlace | undefined {
  const { tree, document } = context
  const listed = namedItem(context, [...start, ...inner], place)
  const path = listed?.path ?? [...start, ...inner]
  const chain = locateAll(tree, { document, path })
  const last = chain.at(-1)
  if (last === undefined) return undefined
  const address = { document, path: path.slice(0, chain.length - 1) }
  const tag = place.variable === undefined ? undefined : tagRange(tree.text, last, place.variable)
  const field = place.field === undefined ? undefined : keyRange(last, place.field)
  const range = tag ?? field ?? headRange(tree.text, last)
  const inside = address.path.slice(start.length).filter((part) => typeof part === 'string')
  const what = listed?.words ?? inside.join('.')
  const label =
    who === undefined
      ? what || 'the document'
      : what
        ? `${what} of ${who.name}`
        : `${who.kind} ${who.name}`
  return { label, address, range, ...where }
}

/** The parameter or artifact of that name in the list at a path. */
function namedItem(
  { tree, document }: PlaceContext,
  path: Path,
  { parameter, artifact }: MessagePlace,
): { readonly path: Path; readonly words: string } | undefined {
  const name = parameter ?? artifact
  const list = locate(tree, { document, path })?.node
  if (name === undefined || list?.kind !== 'seq') return undefined
  const index = list.items.findIndex(({ value }) => textOf(valueOf(value, 'name')) === name)
  const words = `${parameter === undefined ? 'artifact' : 'parameter'} ${name}`
  return index < 0 ? undefined : { path: [...path, index], words }
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.value : undefined
}

/** The first `{{variable}}` inside a node. */
function tagRange(text: string, { start, end }: Located, variable: string): TextRange | undefined {
  for (const match of text.slice(start, end).matchAll(/\{\{[=\s]*(.*?)\s*\}\}/g)) {
    if (match[1] !== variable) continue
    return { from: start + match.index, to: start + match.index + match[0].length }
  }
  return undefined
}

/** The first key of that name inside a node, at any depth. */
function keyRange({ node, start }: Located, key: string): TextRange | undefined {
  if (node.kind === 'map') {
    const own = entryOf(node, key)
    if (own) return { from: start + own.keyAt, to: start + own.keyAt + own.key.length }
  }
  const children = node.kind === 'map' ? node.entries : node.kind === 'seq' ? node.items : []
  for (const { value, valueAt } of children) {
    const from = start + valueAt
    const inside = keyRange({ node: value, start: from, end: from + value.length }, key)
    if (inside) return inside
  }
  return undefined
}

/** A value, or of one that goes on over lines the first of them. */
function headRange(text: string, { start, end }: Located): TextRange {
  const line = text.slice(start, end).search(/[\r\n]/)
  return { from: start, to: line < 0 ? end : start + line }
}
