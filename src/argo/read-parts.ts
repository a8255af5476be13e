import type { YamlNode } from '../yaml/index.ts'
import type { FieldReader } from './fields.ts'
import type {
  ArtifactView,
  ContainerView,
  ParameterView,
  PortsView,
  ScriptView,
  SetContainerView,
} from './view.ts'

/** Where an artifact is stored, in the order in which Argo looks, and the fields of which one must be there (`HasLocationOrKey`). */
const locations: readonly (readonly [key: string, needed: readonly string[]])[] = [
  ['artifactory', ['url']],
  ['azure', ['blob']],
  ['git', ['repo']],
  ['gcs', ['key']],
  ['hdfs', ['addresses', 'path']],
  ['http', ['url']],
  ['oss', ['key']],
  ['raw', []],
  ['s3', ['key']],
  ['plugin', ['key']],
]

function hasLocation(reader: FieldReader, artifact: YamlNode): boolean {
  const [first] = locations.flatMap(([key, needed]) => {
    const node = reader.field(artifact, key)
    return node === undefined ? [] : [{ node, needed }]
  })
  if (first === undefined) return false
  const { node, needed } = first
  return needed.length === 0 || needed.some((field) => isGiven(reader, node, field))
}

function isGiven(reader: FieldReader, node: YamlNode, field: string): boolean {
  const value = reader.field(node, field)
  return value?.kind === 'seq' ? value.items.length > 0 : (reader.textOf(value) ?? '') !== ''
}

export function readPorts(reader: FieldReader, node: YamlNode | undefined): PortsView {
  return { parameters: readParameters(reader, node), artifacts: readArtifacts(reader, node) }
}

/** The text of a value. Of a list or a map Argo makes an empty one, which counts as given. */
function valueText(
  reader: FieldReader,
  parameter: YamlNode,
  key: 'value' | 'default',
): string | undefined {
  const value = reader.field(parameter, key)
  return value?.kind === 'map' || value?.kind === 'seq' ? '' : reader.textOf(value)
}

/** The parameters of inputs, outputs or arguments. */
export function readParameters(
  reader: FieldReader,
  node: YamlNode | undefined,
): readonly ParameterView[] {
  return reader.items(reader.field(node, 'parameters')).map((item) =>
    reader.memo('parameter', item, (parameter) => ({
      node: parameter,
      name: reader.text(parameter, 'name'),
      value: valueText(reader, parameter, 'value'),
      default: valueText(reader, parameter, 'default'),
      isSet: (['value', 'default'] as const).find(
        (key) => reader.field(parameter, key) !== undefined,
      ),
      enum: reader.texts(reader.field(parameter, 'enum')),
      description: reader.text(parameter, 'description'),
      hasValueFrom: reader.field(parameter, 'valueFrom') !== undefined,
      isFromConfigMap:
        reader.field(reader.field(parameter, 'valueFrom'), 'configMapKeyRef') !== undefined,
    })),
  )
}

/** The artifacts of inputs, outputs or arguments. */
export function readArtifacts(
  reader: FieldReader,
  node: YamlNode | undefined,
): readonly ArtifactView[] {
  return reader.items(reader.field(node, 'artifacts')).map((item) =>
    reader.memo('artifact', item, (artifact) => ({
      node: artifact,
      name: reader.text(artifact, 'name'),
      path: reader.text(artifact, 'path'),
      from: reader.text(artifact, 'from'),
      optional: reader.flag(artifact, 'optional'),
      hasLocation: hasLocation(reader, artifact),
    })),
  )
}

export function readContainer(
  reader: FieldReader,
  node: YamlNode | undefined,
): ContainerView | undefined {
  if (node === undefined) return undefined
  return {
    node,
    image: reader.text(node, 'image'),
    command: reader.texts(reader.field(node, 'command')),
    args: reader.texts(reader.field(node, 'args')),
  }
}

/** A container of a set. An item that is no map is one without anything, so that indices stay those of the text. */
export function readSetContainer(reader: FieldReader, node: YamlNode): SetContainerView {
  return reader.memo('container', node, (item) => ({
    node: item,
    name: reader.text(item, 'name'),
    image: reader.text(item, 'image'),
    command: reader.texts(reader.field(item, 'command')),
    args: reader.texts(reader.field(item, 'args')),
    dependencies: reader.texts(reader.field(item, 'dependencies')),
  }))
}

export function readScript(
  reader: FieldReader,
  node: YamlNode | undefined,
): ScriptView | undefined {
  const container = readContainer(reader, node)
  return container === undefined ? undefined : { ...container, source: reader.text(node, 'source') }
}
