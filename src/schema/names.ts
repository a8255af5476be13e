import {
  dependencyClosure,
  mapOf,
  readManifest,
  taskDependencies,
  templateAddressOf,
  templateAt,
  type ManifestView,
  type TemplateView,
} from '../argo/index.ts'
import type { Path } from '../base/index.ts'
import { itemsOf, locate, valueOf, type YamlNode, type YamlTree } from '../yaml/index.ts'
import { pathOf, type Cursor } from './cursor/cursor.ts'
import type { FieldType } from './model.ts'

/** A name of the manifest that could stand at the cursor. */
export interface NameChoice {
  readonly name: string
  readonly detail: string
}

/**
 * Names that may stand at the cursor: templates where one is called, tasks of the same dag or containers of the same set where one is depended
 * on, and inputs of the called template where an argument is named.
 */
export function namesAt(
  tree: YamlTree,
  document: number,
  cursor: Cursor,
  type: FieldType,
): readonly NameChoice[] {
  const root = tree.documents[document]
  if (root === undefined || type.kind !== 'text') return []
  const manifest = readManifest(root)
  if (type.flavour === 'template') return templateNames(manifest)
  if (type.flavour === 'task') return neighbours(tree, document, manifest, cursor)
  return argumentNames(manifest, cursor)
}

function templateNames({ spec }: ManifestView): readonly NameChoice[] {
  return spec.templates.flatMap(({ name, type }) =>
    name === undefined
      ? []
      : [{ name, detail: type === undefined ? 'template' : `${type} template` }],
  )
}

/** Names of the other items of the list that the owner of the cursor's field is in, but for those that wait for it themselves. */
function neighbours(
  tree: YamlTree,
  document: number,
  manifest: ManifestView,
  cursor: Cursor,
): readonly NameChoice[] {
  const path = pathOf(cursor.way)
  const field = path.findLastIndex((part) => typeof part === 'string')
  const own = path[field - 1]
  const items = itemsOf(locate(tree, { document, path: path.slice(0, field - 1) })?.node)
  const ownName = typeof own === 'number' ? textOf(valueOf(items[own], 'name')) : undefined
  const later = ownName === undefined ? none : waitingFor(manifest, path, ownName)
  return items.flatMap((item, index) => {
    const name = index === own ? undefined : textOf(valueOf(item, 'name'))
    return name === undefined || later.has(name)
      ? []
      : [{ name, detail: `calls ${textOf(valueOf(item, 'template')) ?? 'a template'}` }]
  })
}

const none: ReadonlySet<string> = new Set()

/** The tasks or containers of the template around a path that come after one of them. */
function waitingFor(manifest: ManifestView, path: Path, name: string): ReadonlySet<string> {
  const address = templateAddressOf(manifest, path)
  const { tasks, containers } = (address !== undefined && templateAt(manifest, address)) || nothing
  const before = new Map([...taskDependencies(tasks), ...mapOf(containers)])
  const after = new Map<string, string[]>()
  for (const [waiting, names] of before)
    for (const one of names) {
      const known = after.get(one)
      if (known === undefined) after.set(one, [waiting])
      else known.push(waiting)
    }
  return dependencyClosure(after, name)
}

const nothing: Pick<TemplateView, 'tasks' | 'containers'> = { tasks: [], containers: [] }

/** Names of the inputs of the template that takes the arguments which the cursor is in. */
function argumentNames(manifest: ManifestView, { way }: Cursor): readonly NameChoice[] {
  const [given, kind, , name] = way.slice(-4)
  if (given?.part !== 'arguments' || name?.part !== 'name') return []
  const called = given.entries().get('template')
  const template = manifest.spec.templates.find((other) => other.name === called)
  const ports =
    kind?.part === 'artifacts' ? template?.inputs.artifacts : template?.inputs.parameters
  return (ports ?? []).flatMap((port) =>
    port.name === undefined ? [] : [{ name: port.name, detail: `input of ${called ?? ''}` }],
  )
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.value : undefined
}
