import type { TextChange } from '../../src/base/index.ts'
import { ChangeSet } from '../../src/document/index.ts'
import { runCommand } from '../../src/edit/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import { updateTree, type YamlTree } from '../../src/yaml/index.ts'

/** Fixes that stand in each other's way are made one after the other; after so many rounds it is enough. */
const ROUNDS = 20

/**
 * The changes of a text that mend all problems with a code of which one fix is safe, as far as they can be mended. `check` finds the problems
 * of a text, which is asked again after each round.
 */
export function mendAll(
  tree: YamlTree,
  code: string,
  check: (tree: YamlTree) => readonly Problem[],
): ChangeSet {
  let now = tree
  let all = ChangeSet.empty(tree.text.length)
  let left = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const problems = check(now).filter((problem) => problem.code === code)
    // A fix that mends nothing must not be made for ever.
    if (problems.length >= left) break
    left = problems.length
    const changes = together(now, problems)
    if (changes.length === 0) break
    const set = ChangeSet.of(changes, now.text.length)
    all = all.compose(set)
    now = updateTree(now, set.changes, set.apply(now.text))
  }
  return all
}

/** The changes of the first safe fix of each problem, without those that touch the ones before. */
function together(tree: YamlTree, problems: readonly Problem[]): readonly TextChange[] {
  const taken: TextChange[] = []
  for (const { document, fixes = [] } of problems) {
    const fix = fixes.find(({ isSafe }) => isSafe)
    const edit = fix && runCommand({ tree, document }, fix.command, fix.args)
    if (edit?.ok !== true) continue
    const { changes } = edit.value
    const isFree = changes.every(({ from, to }) =>
      taken.every((other) => to < other.from || other.to < from),
    )
    if (isFree) taken.push(...changes)
  }
  return taken
}
