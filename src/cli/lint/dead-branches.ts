import { checkBranches } from '../../branches/index.ts'
import { isLibrary, withSeverities, type SetSettings } from './check-set.ts'
import type { CheckedFile } from './checked-file.ts'

/** Adds to what is wrong with each file the steps that run in no dry run. Each may refer to the templates of all others. */
export function withDeadBranches(
  files: readonly CheckedFile[],
  settings: SetSettings,
): readonly CheckedFile[] {
  const libraries = files.filter(({ tree }) => isLibrary(tree))
  return files.map((file) => {
    const others = libraries.filter((other) => other !== file)
    const dead = withSeverities(checkBranches(file.tree, others, settings), settings)
    if (dead.length === 0) return file
    const problems = [...file.problems, ...dead].sort((a, b) => a.range.from - b.range.from)
    return { ...file, problems }
  })
}
