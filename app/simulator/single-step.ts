import { readManifest } from '../../src/argo/index.ts'
import type { ArtifactContent, RunNode, RunOptions } from '../../src/simulate/index.ts'
import {
  anchorsOf,
  parseTree,
  toValue,
  type JsonObject,
  type JsonValue,
  type YamlTree,
} from '../../src/yaml/index.ts'
import { mapsOf, objectOf, textOf } from './values.ts'

/**
 * A run of nothing but the template of a node, with these inputs: the same manifest with another entrypoint, and without exit handler and hooks. Nothing where
 * that cannot be: the template is given in place, or is of another manifest.
 */
export function singleStep(
  options: RunOptions,
  node: RunNode,
  inputs: Readonly<Record<string, string>>,
  artifacts: Readonly<Record<string, ArtifactContent>>,
): RunOptions | undefined {
  const [first, ...others] = options.sources
  const { templateName } = node
  if (first === undefined || templateName === undefined || !isOfManifest(first.tree, options, node))
    return undefined
  const documents = first.tree.documents.map(({ root }) => toValue(root, anchorsOf(root)))
  const document = first.tree.documents[options.document]
  const value = documents[options.document]
  if (document === undefined || value === undefined) return undefined
  const { specPath } = readManifest(document)
  const changed = changedAt(value, specPath.map(String), (spec) => {
    const rest = Object.entries(spec).filter(([key]) => key !== 'onExit' && key !== 'hooks')
    const given = withInputs(spec, options, inputs, artifacts)
    return { ...Object.fromEntries(rest), entrypoint: templateName, arguments: given }
  })
  documents[options.document] = changed
  const text = documents.map((value) => JSON.stringify(value ?? null)).join('\n---\n')
  return { ...options, sources: [{ tree: parseTree(text) }, ...others], parameters: {} }
}

/** Whether the template of a node is one of the list of the manifest that runs, in a file without lists of Kubernetes. */
function isOfManifest(tree: YamlTree, options: RunOptions, node: RunNode): boolean {
  const document = tree.documents[options.document]
  if (document === undefined || tree.documents.some(({ outer }) => outer !== undefined))
    return false
  const { templates } = readManifest(document).spec
  const isLocal = node.templateRef === undefined && node.origin.source === 0
  return isLocal && templates.some(({ name }) => name === node.templateName)
}

/** The arguments of the workflow: what it was given, and the inputs of the step in front of that. */
function withInputs(
  spec: JsonObject,
  { parameters = {} }: RunOptions,
  inputs: Readonly<Record<string, string>>,
  artifacts: Readonly<Record<string, ArtifactContent>>,
): JsonObject {
  const given = objectOf(spec['arguments'])
  const own = mapsOf(given['parameters']).flatMap((parameter): readonly JsonObject[] => {
    const name = textOf(parameter['name'])
    if (name in inputs) return []
    const value = parameters[name]
    return [value === undefined ? parameter : { ...parameter, value }]
  })
  const files = Object.entries(artifacts).flatMap(([name, content]): readonly JsonObject[] =>
    content.kind === 'file'
      ? [{ name, raw: { data: new TextDecoder().decode(content.bytes) } }]
      : [],
  )
  return {
    ...given,
    parameters: [...Object.entries(inputs).map(([name, value]) => ({ name, value })), ...own],
    artifacts: [...files, ...mapsOf(given['artifacts'])],
  }
}

function changedAt(
  value: JsonValue,
  path: readonly string[],
  change: (map: JsonObject) => JsonObject,
): JsonValue {
  const [key, ...rest] = path
  const map = objectOf(value)
  return key === undefined
    ? change(map)
    : { ...map, [key]: changedAt(map[key] ?? {}, rest, change) }
}
