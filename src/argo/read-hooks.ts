import type { YamlNode } from '../yaml/index.ts'
import type { FieldReader } from './fields.ts'
import { readArtifacts, readParameters } from './read-parts.ts'
import type { HookView, TemplateRefView } from './view.ts'

const none: readonly HookView[] = []

/** The hooks of a step, a task or a workflow, in the order of the text. */
export function readHooks(reader: FieldReader, owner: YamlNode | undefined): readonly HookView[] {
  const hooks = reader.field(owner, 'hooks')
  if (hooks === undefined) return none
  return reader.keys(hooks).flatMap((name) => {
    const node = reader.field(hooks, name)
    if (node === undefined) return none
    const given = reader.field(node, 'arguments')
    return [
      {
        node,
        name,
        template: reader.text(node, 'template'),
        templateRef: readTemplateRef(reader, node),
        parameters: readParameters(reader, given),
        artifacts: readArtifacts(reader, given),
      },
    ]
  })
}

/** What a step, a task or a hook calls in another manifest. */
export function readTemplateRef(reader: FieldReader, owner: YamlNode): TemplateRefView | undefined {
  const reference = reader.field(owner, 'templateRef')
  if (reference === undefined) return undefined
  return {
    name: reader.text(reference, 'name'),
    template: reader.text(reference, 'template'),
    clusterScope: reader.flag(reference, 'clusterScope'),
  }
}
