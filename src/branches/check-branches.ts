import { isManifestKind, readManifest } from '../argo/index.ts'
import { assertNever, type Path } from '../base/index.ts'
import { neverWords, reachOf, USUAL_NOW, type Reach } from '../simulate/index.ts'
import { problemsOf, type CheckSettings, type Problem } from '../validate/index.ts'
import { locate, type YamlTree } from '../yaml/index.ts'
import { mayBeDead, usualLimits, type BranchLimits } from './may-be-dead.ts'

const CODE = 'step-never-runs'

/**
 * The steps and tasks of a file that run in no run, as problems. Of steps that are dead because others are, only the others are
 * told; of conditions without a tag, or before there are items, and of templates that nobody calls the rules speak already. Nothing is said of
 * manifests that cannot be run, nor where the limits leave it open. `others` are files that it may refer to.
 */
export function checkBranches(
  tree: YamlTree,
  others: readonly { readonly tree: YamlTree }[],
  settings: CheckSettings,
  limits: BranchLimits = usualLimits,
): Problem[] {
  const isWanted = !settings.off.has(CODE) && tree.problems.length === 0
  if (!isWanted || !mayBeDead(tree.text, limits)) return []
  const sources = [{ tree }, ...others]
  const found = tree.documents.flatMap((root, document) => {
    if (!isManifestKind(readManifest(root).kind)) return []
    return deadSteps(sources, document, limits).map((step) => {
      const path = placeOf(tree, document, step)
      return { document, finding: { code: CODE, message: messageOf(step), path } } as const
    })
  })
  return problemsOf(tree, settings, found)
}

type DeadStep = Extract<Reach, { readonly runs: 'never' }>

function deadSteps(
  sources: readonly { readonly tree: YamlTree }[],
  document: number,
  { mostSteps, mostRuns, mostNodes }: BranchLimits,
): readonly DeadStep[] {
  const found = reachOf({
    sources,
    document,
    seed: 1,
    now: USUAL_NOW,
    most: mostRuns,
    mostSteps,
    mostNodes,
    onlyNever: true,
  })
  if (!found.ok) return []
  return found.value.steps.flatMap((step) => (step.runs === 'never' && isTold(step) ? [step] : []))
}

function isTold({ because }: DeadStep): boolean {
  switch (because.kind) {
    case 'when':
      return because.text.includes('{{')
    case 'depends':
    case 'items':
      return true
    case 'early':
    case 'after':
    case 'caller':
    case 'uncalled':
    case 'passed':
      return false
    default:
      return assertNever(because)
  }
}

function messageOf({ name, because }: DeadStep): string {
  return `${name} never runs: ${neverWords(because)}. Change that, or remove ${name}.`
}

/** The field that keeps a step from running, or its name. */
function placeOf(tree: YamlTree, document: number, { origin, because }: DeadStep): Path {
  const fields = {
    when: ['when'],
    early: [],
    depends: ['depends', 'dependencies'],
    items: ['withParam', 'withItems', 'withSequence'],
    after: [],
    caller: [],
    uncalled: [],
    passed: [],
  }[because.kind]
  const paths = [...fields, 'name'].map((field) => [...origin.path, field])
  return paths.find((path) => locate(tree, { document, path }) !== undefined) ?? origin.path
}
