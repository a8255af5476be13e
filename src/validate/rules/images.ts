import type { Path } from '../../base/index.ts'
import type { FieldReader, TemplateView } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/**
 * An image without a tag, or with `latest`, is another one tomorrow, and is fetched again for every pod. Images made of tags of templates are
 * not known before a run.
 */
export const checkImages: OwnRule = (template, reader) =>
  containersOf(template, reader).flatMap(({ node, path }): Finding[] => {
    const image = reader.text(node, 'image')
    if (image === undefined || image === '' || !isLoose(image)) return []
    const message = `The image ${image} has no fixed version, so what runs can change from one day to the next. Name a tag, such as ${image.replace(/:latest$/, '')}:1.2, or a digest.`
    return [{ code: 'image-untagged', message, path: [...path, 'image'] }]
  })

function isLoose(image: string): boolean {
  if (image.includes('{{') || image.includes('@')) return false
  const tag = /:([^/:]+)$/.exec(image)?.[1]
  return tag === undefined || tag === 'latest'
}

interface PlacedNode {
  readonly node: YamlNode
  readonly path: Path
}

/** Whatever of a template runs an image. */
function containersOf({ node }: TemplateView, reader: FieldReader): readonly PlacedNode[] {
  const single = ['container', 'script'].map((key) => ({
    node: reader.field(node, key),
    path: [key],
  }))
  const lists: readonly Path[] = [['initContainers'], ['sidecars'], ['containerSet', 'containers']]
  const listed = lists.flatMap((path) =>
    reader
      .items(reader.at(node, path))
      .map((item, index) => ({ node: item, path: [...path, index] })),
  )
  return [...single, ...listed].flatMap(({ node: found, path }) =>
    found === undefined ? [] : [{ node: found, path }],
  )
}
