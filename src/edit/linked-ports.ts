import { templateIndex, type ManifestView } from '../argo/index.ts'
import { itemsOf, valueOf, type YamlNode } from '../yaml/index.ts'
import type { PortPlace } from './named-items.ts'

/*
 * Argo hands the arguments of a workflow to the templates that it starts and ends with by name: the entrypoint, the exit handler, and
 * those of its hooks. So an argument of the workflow and an input of one of these, of one name, are one thing.
 */

/** The places that are one with a port, itself included; only itself when it is linked with nothing. */
export function linkedPorts(
  manifest: ManifestView,
  place: PortPlace,
  name: string,
): readonly PortPlace[] {
  const { artifact } = place
  const isArgument = place.template === null
  const started = startedTemplates(manifest)
  const isStarted = typeof place.template === 'number' && started.includes(place.template)
  if (!isArgument && (place.kind !== 'inputs' || !isStarted)) return [place]
  const { spec } = manifest
  const given = artifact ? spec.artifacts : spec.parameters
  if (!given.some((port) => port.name === name)) return [place]
  const inputs = started.filter((template) => {
    const view = spec.templates[template]
    const ports = artifact ? view?.inputs.artifacts : view?.inputs.parameters
    return ports?.some((port) => port.name === name) === true
  })
  return [
    { template: null, kind: 'arguments', artifact },
    ...inputs.map((template): PortPlace => ({ template, kind: 'inputs', artifact })),
  ]
}

/** Indices of the templates that get the workflow's arguments by name. */
function startedTemplates(manifest: ManifestView): readonly number[] {
  const { entrypoint, onExit, node } = manifest.spec
  const hooks = valueOf(node, 'hooks')
  const hooked =
    hooks?.kind === 'map'
      ? hooks.entries.flatMap(({ value }) => (hasArguments(value) ? [] : [textOf(value)]))
      : []
  const names = [entrypoint, onExit, ...hooked]
  return [...new Set(names.flatMap((name) => templateIndex(manifest, name) ?? []))]
}

function hasArguments(hook: YamlNode): boolean {
  const given = valueOf(hook, 'arguments')
  return ['parameters', 'artifacts'].some((list) => itemsOf(valueOf(given, list)).length > 0)
}

function textOf(hook: YamlNode): string | undefined {
  const name = valueOf(hook, 'template')
  return name?.kind === 'scalar' ? name.value : undefined
}
