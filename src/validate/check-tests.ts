import type { Path, TextRange } from '../base/index.ts'
import type { YamlTree } from '../yaml/index.ts'
import { problemCodes } from './codes.ts'
import { shownProblems, syntaxProblems } from './check-text.ts'
import type { Problem } from './problem.ts'
import { usualSettings, type CheckSettings } from './settings.ts'

/** What could not be read of a file of tests: one sentence, and where. */
interface Unread {
  readonly message: string
  readonly path: Path
  readonly range: TextRange
}

/**
 * What is wrong with a file of tests, in the order of its text: what its reader could not read. None of Argo's rules hold there. While the
 * text is not YAML, only that is said.
 */
export function checkTests(
  tree: YamlTree,
  read: (tree: YamlTree) => readonly Unread[],
  settings: CheckSettings = usualSettings,
): Problem[] {
  const syntax = syntaxProblems(tree)
  if (syntax.isBroken) return syntax.problems
  const { severity } = problemCodes['test-unreadable']
  const known = new Set(syntax.problems.map(({ range }) => range.from))
  const unread = read(tree)
    .filter(({ range }) => !known.has(range.from))
    .map((one): Problem => ({ ...one, code: 'test-unreadable', severity, document: 0 }))
  return shownProblems(tree, [...syntax.problems, ...unread], settings)
}
