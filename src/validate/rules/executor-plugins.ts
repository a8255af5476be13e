import type { FieldReader } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { DocumentRule } from '../scope.ts'

/** A plugin that a workflow brings with it must be named and say what its container needs. (Argo: AsExecutorPluginSpec.) */
export const checkExecutorPlugins: DocumentRule = ({ manifest: { spec, specPath }, reader }) =>
  reader.items(reader.field(spec.node, 'executorPlugins')).flatMap((plugin, index) => {
    const path = [...specPath, 'executorPlugins', index]
    return lacking(reader, plugin).map((lack) => ({
      code: 'executor-plugin-incomplete' as const,
      message: `This plugin has no ${lack}, which Argo demands. Add it.`,
      path,
    }))
  })

function lacking(reader: FieldReader, plugin: YamlNode): readonly string[] {
  const name = reader.text(reader.field(plugin, 'metadata'), 'name') ?? ''
  const sidecar = reader.field(reader.field(plugin, 'spec'), 'sidecar')
  const container = reader.field(sidecar, 'container')
  const resources = reader.field(container, 'resources')
  return [
    ...(name === '' ? ['metadata.name'] : []),
    ...(reader.items(reader.field(container, 'ports')).length === 0
      ? ['port under spec.sidecar.container.ports']
      : []),
    ...['requests', 'limits']
      .filter((field) => reader.field(resources, field) === undefined)
      .map((field) => `spec.sidecar.container.resources.${field}`),
    ...(reader.field(container, 'securityContext') === undefined
      ? ['spec.sidecar.container.securityContext']
      : []),
  ]
}
