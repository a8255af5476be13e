import { readManifest, type ManifestView } from '../argo/index.ts'
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
  if (type.flavour === 'task') return neighbours(tree, document, cursor)
  return argumentNames(manifest, cursor)
}

function templateNames({ spec }: ManifestView): readonly NameChoice[] {
  return spec.templates.flatMap(({ name, type }) =>
    name === undefined
      ? []
      : [{ name, detail: type === undefined ? 'template' : `${type} template` }],
  )
}

/** Names of the other items of the list that the owner of the cursor's field is in. */
function neighbours(tree: YamlTree, document: number, cursor: Cursor): readonly NameChoice[] {
  const path = pathOf(cursor.way)
  const field = path.findLastIndex((part) => typeof part === 'string')
  const own = path[field - 1]
  const list = locate(tree, { document, path: path.slice(0, field - 1) })
  return itemsOf(list?.node).flatMap((item, index) => {
    const name = index === own ? undefined : textOf(valueOf(item, 'name'))
    return name === undefined
      ? []
      : [{ name, detail: `calls ${textOf(valueOf(item, 'template')) ?? 'a template'}` }]
  })
}

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
