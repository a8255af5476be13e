import type { Path } from '../base/index.ts'
import type { ManifestView } from '../argo/index.ts'
import { locate, type YamlTree } from '../yaml/index.ts'
import { scalarsUnder } from './scalars.ts'

/** A place where a template is called by its name. */
export interface TemplateUse {
  readonly path: Path
  /** The name that stands there. */
  readonly name: string
  /** Who calls it, for messages. */
  readonly by: string
}

const CALL = String.raw`(template|onExit|hooks/[^/]+/template)`
const STEP = String.raw`(steps/#/#|dag/tasks/#)`
const pattern = new RegExp(
  String.raw`^(entrypoint|onExit|hooks/[^/]+/template|templates/#/(${STEP}/inline/)*${STEP}/${CALL})$`,
)
const selfPattern = new RegExp(
  String.raw`^templates/#/(${STEP}/inline/)*${STEP}/(hooks/[^/]+/)?templateRef/template$`,
)

/** Every place of a manifest that calls a template by name: entrypoint, exit handlers, hooks, steps and tasks. */
export function templateUses(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
): readonly TemplateUse[] {
  const { specPath } = manifest
  return scalarsUnder(tree, { document, path: specPath }).flatMap(({ node, path }) => {
    const route = path
      .slice(specPath.length)
      .map((part) => (typeof part === 'number' ? '#' : part))
      .join('/')
    const isCall =
      pattern.test(route) ||
      (selfPattern.test(route) && isOwnReference(tree, manifest, document, path))
    return isCall ? [{ path, name: node.value, by: describe(manifest, path) }] : []
  })
}

/** Whether a `templateRef` leads back into the manifest in which it stands. */
function isOwnReference(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  path: Path,
): boolean {
  if (manifest.kind !== 'WorkflowTemplate' && manifest.kind !== 'ClusterWorkflowTemplate')
    return false
  const name = locate(tree, { document, path: [...path.slice(0, -1), 'name'] })?.node
  return name?.kind === 'scalar' && name.value === manifest.name
}

function describe(manifest: ManifestView, path: Path): string {
  const [first, template, kind, lane, step] = path.slice(manifest.specPath.length)
  if (first !== 'templates' || typeof template !== 'number') return `spec.${String(first)}`
  const view = manifest.spec.templates[template]
  const caller =
    kind === 'steps' && typeof lane === 'number' && typeof step === 'number'
      ? view?.lanes[lane]?.steps[step]?.name
      : typeof step === 'number'
        ? view?.tasks[step]?.name
        : undefined
  const what = kind === 'steps' ? 'step' : 'task'
  return `the ${what} ${caller ?? 'without a name'} of ${view?.name ?? 'a template without a name'}`
}
