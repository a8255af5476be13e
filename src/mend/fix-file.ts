import type { TextChange } from '../base/index.ts'
import { ChangeSet } from '../document/index.ts'
import { runCommand } from '../edit/index.ts'
import type { Fix, Problem } from '../validate/index.ts'
import { updateTree, type YamlTree } from '../yaml/index.ts'

/** A fix that was made, and the problem that it mended, in the text in which it was found. */
export interface MadeFix {
  readonly tree: YamlTree
  readonly problem: Problem
  readonly title: string
}

/** A file whose safe fixes are made. */
export interface FixedFile {
  readonly tree: YamlTree
  /** From the text that was given. */
  readonly changes: ChangeSet
  readonly made: readonly MadeFix[]
}

/** What is said of a text: of the file itself, and of files that refer to it. */
export interface Verdict {
  readonly own: readonly Problem[]
  /** The errors of other files. */
  readonly elsewhere: readonly Problem[]
}

/** An edit that mends a problem. */
interface Candidate {
  readonly problem: Problem
  readonly fix: Fix
  readonly changes: readonly TextChange[]
}

/** So often a text is changed and checked again, at most: what is left then is left. */
const MOST_ATTEMPTS = 200

/**
 * Makes the safe fixes of a file, many at once where they do not touch, until none is left. What brings an error that was not there is not
 * kept: of several fixes half are tried, down to the one that does it, which then is left out.
 */
export function fixFile(start: YamlTree, judge: (tree: YamlTree) => Verdict): FixedFile {
  const made: MadeFix[] = []
  const refused = new Set<string>()
  const seen = new Set([start.text])
  let tree = start
  let all = ChangeSet.empty(start.text.length)
  let verdict = judge(tree)
  let size = Infinity
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const open = verdict.own.filter((problem) => !refused.has(keyOf(problem)))
    const chosen = apart(candidatesOf(tree, open), size)
    const [first] = chosen
    if (first === undefined) break
    const changes = chosen.flatMap((one) => one.changes)
    const set = ChangeSet.of(changes, tree.text.length)
    const text = set.apply(tree.text)
    const next = updateTree(tree, set.changes, text)
    const after = judge(next)
    if (!seen.has(text) && !isWorse(verdict, after)) {
      for (const { problem, fix } of chosen) made.push({ tree, problem, title: fix.title })
      seen.add(text)
      tree = next
      all = all.compose(set)
      verdict = after
      size = Infinity
    } else if (chosen.length > 1) size = Math.ceil(chosen.length / 2)
    else {
      refused.add(keyOf(first.problem))
      size = Infinity
    }
  }
  return { tree, changes: all, made }
}

/** The first safe fix of each problem that has one which can be made. */
function candidatesOf(tree: YamlTree, problems: readonly Problem[]): readonly Candidate[] {
  return problems.flatMap((problem) => {
    for (const fix of problem.fixes ?? []) {
      if (!fix.isSafe) continue
      const edit = runCommand({ tree, document: problem.document }, fix.command, fix.args)
      if (edit.ok && edit.value.changes.length > 0)
        return [{ problem, fix, changes: edit.value.changes }]
    }
    return []
  })
}

/** As many of the candidates as are asked for, from the first on, none of which touches another. */
function apart(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  const chosen: Candidate[] = []
  const taken: { from: number; to: number }[] = []
  for (const candidate of candidates) {
    if (chosen.length >= most) break
    const { changes } = candidate
    const touches = changes.some(({ from, to }) =>
      taken.some((other) => from <= other.to && to >= other.from),
    )
    if (touches) continue
    chosen.push(candidate)
    taken.push(...changes)
  }
  return chosen
}

/** Whether there is an error that was not there, or more of one kind. */
function isWorse(before: Verdict, after: Verdict): boolean {
  const known = countErrors(before)
  return [...countErrors(after)].some(([key, count]) => count > (known.get(key) ?? 0))
}

function countErrors({ own, elsewhere }: Verdict): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { code, message, severity } of [...own, ...elsewhere]) {
    const key = `${code} ${message}`
    if (severity === 'error') counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function keyOf({ code, document, path }: Problem): string {
  return JSON.stringify([code, document, path])
}
