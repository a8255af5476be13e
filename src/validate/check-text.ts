import { documentAt, type YamlTree } from '../yaml/index.ts'
import { ignoredIn, isIgnored } from './ignored.ts'
import type { Problem } from './problem.ts'
import { checkTabs } from './rules/tabs.ts'
import type { CheckSettings } from './settings.ts'

/** What is wrong with a text as YAML, and whether so much that nothing else can be said of it. */
export function syntaxProblems(tree: YamlTree): {
  readonly problems: Problem[]
  readonly isBroken: boolean
} {
  const problems = tree.problems.map((problem): Problem => ({
    ...problem,
    document: documentAt(tree, problem.range.from),
    path: [],
  }))
  return { problems, isBroken: problems.some(({ code }) => code !== 'yaml-unknown-alias') }
}

/** What is told of all that was found: without what the settings or a comment turn off, in the order of the text; tabs are told in any. */
export function shownProblems(
  tree: YamlTree,
  problems: readonly Problem[],
  settings: CheckSettings,
): Problem[] {
  return wantedProblems(tree, [...checkTabs(tree), ...problems], settings)
}

/** Those problems of which somebody wants to hear, in the order of the text. */
export function wantedProblems(
  tree: YamlTree,
  problems: readonly Problem[],
  { off }: CheckSettings,
): Problem[] {
  const ignored = ignoredIn(tree.text)
  return problems
    .filter(({ code, range }) => !off.has(code) && !isIgnored(ignored, code, range))
    .sort((a, b) => a.range.from - b.range.from)
}
