import { readManifest } from '../argo/index.ts'
import type { YamlTree } from '../yaml/index.ts'
import { wantedProblems } from './check-text.ts'
import { placed } from './placed.ts'
import type { Finding, Problem } from './problem.ts'
import type { CheckSettings } from './settings.ts'

/** What was found in documents by other means than rules, as problems: each with its place, without those of which nobody wants to hear. */
export function problemsOf(
  tree: YamlTree,
  settings: CheckSettings,
  found: readonly { readonly document: number; readonly finding: Finding }[],
): Problem[] {
  const problems = found.map(({ document, finding }) => {
    const root = tree.documents[document]
    return placed(tree, document, finding, root && readManifest(root))
  })
  return wantedProblems(tree, problems, settings)
}
