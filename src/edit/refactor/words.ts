import type { Path } from '../../base/index.ts'
import type { ManifestView, StepView, TemplateView } from '../../argo/index.ts'
import { locate, valueOf, type YamlTree } from '../../yaml/index.ts'
import type { Draft } from '../draft.ts'

/** The step or task that a path leads into, if it leads into one. */
export function stepOfPath(manifest: ManifestView, path: Path): StepView | undefined {
  const [list, template, kind, first, second] = path.slice(manifest.specPath.length)
  if (list !== 'templates' || typeof template !== 'number') return undefined
  const view = manifest.spec.templates[template]
  if (kind === 'steps' && typeof first === 'number' && typeof second === 'number')
    return view?.lanes[first]?.steps[second]
  return kind === 'dag' && typeof second === 'number' ? view?.tasks[second] : undefined
}

/** What a text is, for people: `the condition of heads`, `the argument side of heads`, `the output total of main`. */
export function placeWords({ tree, manifest, document }: Draft, path: Path): string {
  if (manifest === undefined) return path.join('.')
  const [, template] = path.slice(manifest.specPath.length)
  const view = typeof template === 'number' ? manifest.spec.templates[template] : undefined
  const step = stepOfPath(manifest, path)
  const depth = manifest.specPath.length + (step === undefined ? 2 : 5)
  const inner = path.slice(depth)
  const owner = step === undefined ? (view?.name ?? 'the template') : stepName(step)
  return `${partWords(tree, document, path, depth, inner)} of ${owner}`
}

/** A step's name for messages. */
export function stepName(step: StepView | undefined): string {
  return step?.name ?? 'a step without a name'
}

/** A template's name for messages. */
export function templateName(template: TemplateView | undefined): string {
  return template?.name ?? 'without a name'
}

function partWords(
  tree: YamlTree,
  document: number,
  path: Path,
  depth: number,
  inner: Path,
): string {
  const [first = '', second, third] = inner
  const named = (length: number): string => {
    const node = locate(tree, { document, path: path.slice(0, depth + length) })?.node
    const name = valueOf(node, 'name')
    return name?.kind === 'scalar' ? name.value : String(third)
  }
  switch (first) {
    case 'when':
      return 'the condition'
    case 'withItems':
    case 'withParam':
    case 'withSequence':
      return 'the loop'
    case 'arguments':
      return `the argument ${named(3)}`
    case 'outputs':
      return `the output ${named(3)}`
    case 'inputs':
      return `the input ${named(3)}`
    case 'hooks':
      return `the hook ${String(second)}`
    case 'inline':
      return 'the template in place'
    default:
      return String(first)
  }
}
