import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/** Containers that run before the main one must have names. (Argo: validateInitContainers.) */
export const checkInitContainers: OwnRule = ({ node }, reader) =>
  reader.items(reader.field(node, 'initContainers')).flatMap((container, index): Finding[] => {
    if ((reader.text(container, 'name') ?? '') !== '') return []
    const message = 'This container has no name. Write `name:`.'
    return [{ code: 'name-missing', message, path: ['initContainers', index] }]
  })

/**
 * Sidecars and the containers of a set may not have names that Argo gives to containers of its own: it would take one for the other.
 * (Argo: validateLeaf, `IsArgoSidecar`; since 4.1.)
 */
export const checkReservedNames: OwnRule = ({ node, type }, reader, { target }) => {
  if (target !== '4.1' || type === 'steps' || type === 'dag') return []
  const set = reader.field(node, 'containerSet')
  return [
    ...reservedNames(reader, reader.field(set, 'containers'), ['containerSet', 'containers']),
    ...reservedNames(reader, reader.field(node, 'sidecars'), ['sidecars']),
  ]
}

function reservedNames(
  reader: FieldReader,
  list: YamlNode | undefined,
  path: Path,
): readonly Finding[] {
  return reader.items(list).flatMap((container, index): Finding[] => {
    const name = reader.text(container, 'name') ?? ''
    if (name !== 'wait' && name !== 'supervisor' && !name.startsWith('artifact-plugin-')) return []
    const message = `Argo gives the name ${name} to a container of its own. Choose another.`
    return [{ code: 'reserved-name', message, path: [...path, index, 'name'] }]
  })
}
