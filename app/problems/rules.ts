import type { TemplateSource } from '../../src/argo/index.ts'
import { isTestFile, readTestFile } from '../../src/simulate/index.ts'
import {
  checkTests,
  checkTree,
  type CheckSettings,
  type Problem,
} from '../../src/validate/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'

/*
 * The rules, in a file of their own to be fetched: much of the frame names other things of that folder, which must not bring them along.
 */

/** What is wrong with an open file: a manifest by the rules of Argo, a file of tests by what tests may say. */
export function checkOpenFile(
  name: string,
  tree: YamlTree,
  others: readonly TemplateSource[],
  settings: CheckSettings,
): Problem[] {
  return isTestFile(name, tree.documents[0])
    ? checkTests(tree, (text) => readTestFile(text).problems, settings)
    : checkTree(tree, others, settings)
}
