import {
  containerPlaceOf,
  nodePlaceOf,
  sameTemplate,
  templateAt,
  type ContainerPlace,
  type ManifestView,
  type NodePlace,
  type TemplateAddress,
} from '../../src/argo/index.ts'
import { keyAt, unfoldGraph, waysOf, type UnfoldedGraph } from '../../src/graph/index.ts'
import type { Address } from '../../src/yaml/index.ts'

/** What the unfolded cards of a template are remembered under: its name, so that they outlive edits that move it. */
export function drawnKey(manifest: ManifestView, template: TemplateAddress | undefined): string {
  if (template === undefined) return ''
  const name = templateAt(manifest, template)?.name
  return name !== undefined && typeof template === 'number' ? name : JSON.stringify(template)
}

/** The drawn template with its unfolded cards; nothing while all are folded. */
export function shownOf(
  manifest: ManifestView,
  template: TemplateAddress | undefined,
  unfolded: ReadonlyMap<string, ReadonlySet<string>>,
): UnfoldedGraph | undefined {
  if (template === undefined || unfolded.size === 0) return undefined
  const open = unfolded.get(drawnKey(manifest, template))
  if (open === undefined || open.size === 0) return undefined
  const shown = unfoldGraph(manifest, template, (key) => open.has(key))
  return shown.inner.size === 0 ? undefined : shown
}

/** What is selected of templates that are unfolded, as against drawn; all of one template, that of the last. */
export interface Nested {
  readonly nested: readonly NodePlace[]
  readonly nestedContainers: readonly ContainerPlace[]
}

/** Selected steps, tasks and containers of templates that are unfolded, and not drawn at `drawn`. */
export function nestedPlaces(
  manifest: ManifestView,
  shown: UnfoldedGraph | undefined,
  addresses: readonly Address[],
  document: number,
  drawn: TemplateAddress | undefined,
): Nested {
  if (shown === undefined) return none
  const templates = templatesIn(shown)
  const placesOf = <T extends { readonly template: TemplateAddress }>(
    read: (manifest: ManifestView, path: Address['path']) => T | undefined,
  ): readonly T[] => {
    const places = addresses.flatMap((address) => {
      const place = address.document === document ? read(manifest, address.path) : undefined
      return place !== undefined && templates.some((each) => sameTemplate(each, place.template))
        ? [place]
        : []
    })
    const last = places.at(-1)?.template
    return sameTemplate(last, drawn)
      ? []
      : places.filter(({ template }) => sameTemplate(template, last))
  }
  return { nested: placesOf(nodePlaceOf), nestedContainers: placesOf(containerPlaceOf) }
}

const none: Nested = { nested: [], nestedContainers: [] }

/** Whether a template is to be seen in an unfolded card. */
export function isUnfolded(
  shown: UnfoldedGraph | undefined,
  template: TemplateAddress | undefined,
): boolean {
  return shown !== undefined && templatesIn(shown).some((each) => sameTemplate(each, template))
}

function templatesIn({ inner }: UnfoldedGraph): readonly TemplateAddress[] {
  return [...inner.values()].flatMap(({ template, content }) =>
    content.kind === 'recursion' ? [] : [template, ...templatesIn(content.shown)],
  )
}

/** The unfolded cards after an edit that gave steps other names; nothing when they are called as before. */
export function renamedCards(
  manifest: ManifestView,
  template: TemplateAddress | undefined,
  before: UnfoldedGraph | undefined,
  after: UnfoldedGraph | undefined,
): ReadonlySet<string> | undefined {
  if (before === undefined || template === undefined) return undefined
  const old = waysOf(before)
  const present: ReadonlyMap<string, unknown> = after === undefined ? new Map() : waysOf(after)
  const missing = [...old].filter(([key]) => !present.has(key))
  if (missing.length === 0) return undefined
  const found = missing.flatMap(([, way]) => keyAt(manifest, template, way) ?? [])
  return new Set([...old.keys(), ...found])
}
