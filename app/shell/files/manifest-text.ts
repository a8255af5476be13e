import { err, ok, type Result } from '../../../src/base/index.ts'
import { anchorsOf, toValue, type YamlTree } from '../../../src/yaml/index.ts'

const KIND =
  /^[ \t]*["']?kind["']?[ \t]*:[ \t]*["']?(?:Workflow|WorkflowTemplate|ClusterWorkflowTemplate|CronWorkflow)["']?[ \t]*(?:#.*|,.*)?$/m

/** Whether a text is meant as a whole manifest of Argo's, even if it does not parse yet. Steps alone are not. */
export function isManifestText(text: string): boolean {
  return KIND.test(text)
}

/** A document as JSON, two spaces deep; refused when its aliases have no value. */
export function documentAsJson(tree: YamlTree, index: number): Result<string, string> {
  if (tree.problems.some(({ severity }) => severity === 'error')) {
    return err(
      'The YAML does not parse just now, so there is nothing to write as JSON. Mend it first.',
    )
  }
  const root = tree.documents[index]?.root
  const value = root && toValue(root, anchorsOf(root))
  if (value === undefined) {
    return err(
      'This document cannot be written as JSON: an alias (*name) in it has no anchor, stands for itself, or the aliases multiply without bounds. Save it as YAML instead.',
    )
  }
  return ok(`${JSON.stringify(value, null, 2)}\n`)
}
