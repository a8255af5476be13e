import { readManifest, type ManifestView } from '../../src/argo/index.ts'
import { LineIndex } from '../../src/base/index.ts'
import { placesThatShare, type Shared } from '../../src/edit/index.ts'
import { locate, type Address, type YamlTree } from '../../src/yaml/index.ts'

/** A place that shares a text, in words. */
export interface SharedPlace {
  readonly line: number
  readonly words: string
  readonly isHere: boolean
}

/** All places that share what an edit would touch, in the order of the text. */
export function sharedPlaces(tree: YamlTree, shared: Shared): readonly SharedPlace[] {
  const lines = new LineIndex(tree.text)
  const document = tree.documents[shared.at.document]
  if (document === undefined) return []
  const manifest = readManifest(document)
  return placesThatShare(tree, shared).map((address) => ({
    line: lines.at(locate(tree, address)?.start ?? 0).line,
    words: placeWords(manifest, address),
    isHere: isWithin(address, shared.at),
  }))
}

/** A path as people read it: `main › c › arguments`. */
function placeWords({ spec, specPath }: ManifestView, { path }: Address): string {
  const rest = path.slice(specPath.length)
  const template = rest[0] === 'templates' ? spec.templates[Number(rest[1])] : undefined
  if (template === undefined) return path.join(' › ')
  const isLane = rest[2] === 'steps'
  const step = isLane
    ? template.lanes[Number(rest[3])]?.steps[Number(rest[4])]
    : rest[2] === 'dag'
      ? template.tasks[Number(rest[4])]
      : undefined
  const inner =
    step !== undefined
      ? [step.name ?? 'a step without a name', ...rest.slice(5)]
      : isLane && rest.length === 4
        ? [`lane ${String(Number(rest[3]) + 1)}`]
        : rest.slice(2)
  return [template.name ?? 'a template without a name', ...inner].join(' › ')
}

function isWithin({ path }: Address, at: Address): boolean {
  return at.path.every((part, index) => path[index] === part)
}
