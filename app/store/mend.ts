import { err, ok } from '../../src/base/index.ts'
import { runCommand } from '../../src/edit/index.ts'
import { fixFile } from '../../src/mend/index.ts'
import {
  checkTree,
  ignoringEverywhere,
  ignoringHere,
  type Fix,
  type Problem,
} from '../../src/validate/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import type { Designer } from './designer.ts'
import type { ProblemSource } from './problem-source.ts'
import { otherSources } from './workspace.ts'

/*
 * What can be done about a problem, each as one step of the history. It loads the rules and all commands, so whoever shows a button for it
 * comes after the first picture.
 */

/** Mends a problem in the way of one of its fixes; tells why not, where the text has moved on. Says whether it did. */
export function mend(
  designer: Designer,
  source: ProblemSource,
  problem: Problem,
  fix: Fix,
): boolean {
  const now = presentProblem(designer, source, problem)
  const again = now?.fixes?.find(({ title }) => title === fix.title)
  if (now === undefined || again === undefined) return isGone(designer)
  const { command, args, title } = again
  return designer.actions.execute(`command.fix.${title}`, ({ tree }) =>
    runCommand({ tree, document: now.document }, command, args),
  ).ok
}

/** Mends all problems with a code that can be mended safely, as one step. Says whether there was any. */
export function mendAlike(
  designer: Designer,
  source: ProblemSource,
  code: string,
  check: CheckText = checkOf(designer, source),
): boolean {
  return designer.actions.execute(`command.fix.all ${code}`, ({ tree }) => {
    const { changes } = fixFile(tree, (now) => {
      const all = check(now)
      const isMeant = (problem: Problem): boolean => problem.code === code
      return { own: all.filter(isMeant), elsewhere: all.filter((one) => !isMeant(one)) }
    })
    return changes.isEmpty
      ? err({ message: `There is nothing left of ${code} that can be mended without asking.` })
      : ok({ changes: changes.changes })
  }).ok
}

/** Writes a comment after which nobody hears of a problem any more: at its place, or of all that are alike in the file. Says whether it did. */
export function ignoreProblem(
  designer: Designer,
  source: ProblemSource,
  problem: Problem,
  where: 'here' | 'file',
): boolean {
  const now = presentProblem(designer, source, problem)
  if (now === undefined) return isGone(designer)
  const { code, range } = now
  return designer.actions.execute(`command.ignore.${code}`, ({ tree }) => {
    if (where === 'file') return ok({ changes: [ignoringEverywhere(tree.text, code)] })
    const change = ignoringHere(tree, code, range.from)
    return change.ok
      ? ok({ changes: [change.value] })
      : err({ message: `${change.error} Turn it off in the file instead.` })
  }).ok
}

/** The problem as it is in the text of now; nothing if it is no longer there. */
function presentProblem(
  designer: Designer,
  source: ProblemSource,
  problem: Problem,
): Problem | undefined {
  const { tree } = designer.session.state.settled
  const { tree: checked, list } = source.getSnapshot()
  const now = checked.text === tree.text ? list : checkOf(designer, source)(tree)
  return now.find((other) => other === problem) ?? now.find((other) => isAlike(other, problem))
}

function isAlike(a: Problem, b: Problem): boolean {
  return a.code === b.code && a.message === b.message && a.path.join('/') === b.path.join('/')
}

function isGone({ actions }: Designer): false {
  actions.notify({ tone: 'info', text: 'The text has changed, and this is no longer wrong there.' })
  return false
}

/** Finds what is wrong with a text. */
type CheckText = (tree: YamlTree) => readonly Problem[]

function checkOf({ workspace }: Designer, { settings }: ProblemSource): CheckText {
  return (tree) => checkTree(tree, otherSources(workspace.store.getState()), settings.getSnapshot())
}
