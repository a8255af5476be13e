import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/** A place in a container at which something is to be, and what that is in words. */
interface Mount {
  readonly path: string
  readonly at: Path
  readonly what: string
}

/**
 * Volumes of a container and its input artifacts each need a path of their own, and so do the volumes that the containers of a set share.
 * (Argo: validateLeaf, `ContainerSetTemplate.Validate`; it looks at no scripts.)
 */
export const checkMounts: OwnRule = ({ node, type, inputs }, reader) => {
  if (type === 'containerSet') return collisions(volumeMounts(reader, node, type))
  if (type !== 'container') return []
  return collisions([
    ...volumeMounts(reader, node, type),
    ...inputs.artifacts.map(({ name = '', path = '' }, index) => ({
      path,
      at: ['inputs', 'artifacts', index, 'path'],
      what: `the artifact ${name}`,
    })),
  ])
}

function volumeMounts(reader: FieldReader, node: YamlNode, type: string): readonly Mount[] {
  const list = reader.field(reader.field(node, type), 'volumeMounts')
  return reader.items(list).map((mount, index) => ({
    path: reader.text(mount, 'mountPath') ?? '',
    at: [type, 'volumeMounts', index, 'mountPath'],
    what: `the volume ${reader.text(mount, 'name') ?? ''}`,
  }))
}

function collisions(mounts: readonly Mount[]): readonly Finding[] {
  const taken = new Map<string, string>()
  return mounts.flatMap(({ path, at, what }): Finding[] => {
    const before = taken.get(path)
    taken.set(path, before ?? what)
    if (before === undefined) return []
    const message = `At ${path === '' ? 'an empty path' : path} there is ${before} already. Give ${what} a path of its own.`
    return [{ code: 'mount-duplicate', message, path: at }]
  })
}
