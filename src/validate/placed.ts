import { samePath, type Path } from '../base/index.ts'
import {
  nodePlaceOf,
  stepPlaceOf,
  templateAddressOf,
  templateOfPath,
  type ManifestView,
  type TemplateView,
} from '../argo/index.ts'
import { locate, type YamlTree } from '../yaml/index.ts'
import { problemCodes } from './codes.ts'
import type { Fix, FixMaker, FixPlace } from './fix.ts'
import { rangeOf } from './locate-finding.ts'
import { findingBelow, type Finding, type Problem } from './problem.ts'

/** A finding with its place in the text and in the manifest. Its path is from the document. */
export function placed(
  tree: YamlTree,
  document: number,
  finding: Finding,
  manifest?: ManifestView,
): Problem {
  const { code, message, path, severity = problemCodes[code].severity } = finding
  const range = rangeOf(tree, document, finding)
  const problem = { code, severity, message, range, document, path, ...ownerOf(manifest, path) }
  return finding.fixes === undefined
    ? problem
    : { ...problem, fixes: fixesOf(manifest, path, finding.fixes) }
}

function fixesOf(
  manifest: ManifestView | undefined,
  path: Path,
  makers: readonly FixMaker[],
): readonly Fix[] {
  const place: FixPlace = {
    path: [],
    template: manifest && templateAddressOf(manifest, path),
    node: manifest && nodePlaceOf(manifest, path),
  }
  return makers.map((make) => make(place))
}

/** The template and the step that a path leads into. */
function ownerOf(
  manifest: ManifestView | undefined,
  path: Path,
): Pick<Problem, 'template' | 'step'> {
  if (manifest === undefined) return {}
  const template = templateOfPath(manifest, path)
  const step = stepPlaceOf(manifest, path)
  return {
    ...(template === undefined ? {} : { template }),
    ...(step === undefined ? {} : { step }),
  }
}

/** Where the findings of a template are from. */
interface Origin {
  readonly tree: YamlTree
  readonly document: number
  readonly manifest: ManifestView
  /** Of the template. */
  readonly path: Path
}

interface Placed {
  readonly document: number
  readonly path: Path
  /** Offset of the lane or task. */
  readonly start: number
  readonly problems: readonly Problem[]
}

const known = new WeakMap<readonly Finding[], Placed>()

/**
 * What was found in each lane, or task, of a template, with its place. Problems are kept with the list of findings: of a lane that stays where
 * it is they are the same objects, and of one that moves in the text only the ranges are new. Paths of findings are the template's.
 */
export function placedGroups(
  { tree, document, manifest, path }: Origin,
  { type }: TemplateView,
  groups: readonly (readonly Finding[])[],
): readonly Problem[] {
  if (groups.every((findings) => findings.length === 0)) return []
  const list = locate(tree, {
    document,
    path: [...path, ...(type === 'dag' ? ['dag', 'tasks'] : ['steps'])],
  })
  return groups.flatMap((findings, index) => {
    if (findings.length === 0) return []
    const item = list?.node.kind === 'seq' ? list.node.items[index] : undefined
    const start = list !== undefined && item !== undefined ? list.start + item.valueAt : undefined
    const kept = known.get(findings)
    const isHere = kept?.document === document && samePath(kept.path, path)
    if (isHere && start !== undefined) {
      if (kept.start === start) return kept.problems
      const problems = kept.problems.map((problem) => moved(problem, start - kept.start))
      known.set(findings, { document, path, start, problems })
      return problems
    }
    const problems = findings.map((finding) =>
      placed(tree, document, findingBelow(path, finding), manifest),
    )
    if (start !== undefined) known.set(findings, { document, path, start, problems })
    return problems
  })
}

function moved(problem: Problem, by: number): Problem {
  const { from, to } = problem.range
  return { ...problem, range: { from: from + by, to: to + by } }
}
