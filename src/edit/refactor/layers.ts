import { err, ok, type Result } from '../../base/index.ts'
import type { StepView } from '../../argo/index.ts'
import { parseDepends, type DependsNode, type DependsTask } from '../../expression/index.ts'
import type { Refusal } from '../command.ts'

/**
 * The tasks of a dag as lanes with the same order, by their indices: each task must depend, directly or by way of others, on all tasks
 * of the lanes before its own. Refused with the task that does not, for circles, and for a `depends` that asks for more than that tasks
 * did not fail. A bare task means that it succeeded, was skipped or runs on as a daemon (Argo's `ancestry.go`).
 */
export function lanesOfTasks(tasks: readonly StepView[]): Result<readonly number[][], Refusal> {
  const byName = new Map(tasks.map(({ name }, index) => [name ?? '', index]))
  if (byName.size < tasks.length)
    return err({ message: 'Two tasks have one name, so it is not clear what depends on what.' })
  const usesDepends = tasks.some(({ depends }) => depends !== undefined)
  const before: number[][] = []
  for (const task of tasks) {
    const names = usesDepends ? plainNames(task) : ok([...task.dependencies])
    if (!names.ok) return names
    const missing = names.value.find((name) => !byName.has(name))
    if (missing !== undefined)
      return err({
        message: `The task ${nameOf(task)} depends on ${missing}, which is not there. Mend that first.`,
      })
    before.push(names.value.flatMap((name) => byName.get(name) ?? []))
  }
  const levels = levelsOf(before)
  if (levels === undefined)
    return err({ message: 'The tasks depend on each other in a circle. Mend that first.' })
  const lanes: number[][] = []
  for (const [index, level] of levels.entries()) {
    const lane = lanes[level] ?? []
    lane.push(index)
    lanes[level] = lane
  }
  for (const [index, level] of levels.entries()) {
    const needed = lanes[level - 1] ?? []
    const absent = needed.find((other) => before[index]?.includes(other) !== true)
    if (absent !== undefined) {
      const [own, other] = [nameOf(tasks[index]), nameOf(tasks[absent])]
      return err({
        message: `The task ${own} does not depend on ${other}, and in lanes it would wait for it. Only layers that depend on each other entirely can become lanes.`,
      })
    }
  }
  return ok(lanes)
}

/** The tasks that a `depends` names, if all that it asks for is that none of them failed; in parentheses or not, once or several times. */
function plainNames(task: StepView): Result<readonly string[], Refusal> {
  const { depends = '' } = task
  if (depends.trim() === '') return ok([])
  const { tree, problems } = parseDepends(depends)
  if (tree === undefined)
    return err({
      message: `The \`depends\` of the task ${nameOf(task)} cannot be read: ${problems[0]?.message ?? ''} Mend it first.`,
    })
  const names = namesAsked(tree)
  if (names !== undefined) return ok([...names])
  return err({
    message: `The task ${nameOf(task)} depends on “${depends}”, and a lane only waits until all steps before it are done.`,
  })
}

/** The tasks of which all must have ended well; nothing when something else is asked. */
function namesAsked(node: DependsNode): ReadonlySet<string> | undefined {
  const alone = endsWell(node)
  if (alone !== undefined) return new Set([alone])
  if (node.kind === 'group') return namesAsked(node.inner)
  if (node.kind !== 'binary' || node.operator !== '&&') return undefined
  const [left, right] = [namesAsked(node.left), namesAsked(node.right)]
  return left && right && new Set([...left, ...right])
}

/** What a task without a result stands for in Argo. */
const GOOD_ENDS = ['Succeeded', 'Skipped', 'Daemoned']

/** The one task of which a node asks a good end, whether by its name alone or by all results that this means. */
function endsWell(node: DependsNode): string | undefined {
  const choices = choicesIn(node)
  const [first] = choices ?? []
  if (choices === undefined || first === undefined) return undefined
  const results = new Set(choices.map(({ result }) => result))
  const isOne = choices.every(({ task }) => task === first.task)
  const isBare = results.has(undefined) || GOOD_ENDS.every((end) => results.has(end))
  const isGood = [...results].every((result) => result === undefined || GOOD_ENDS.includes(result))
  return isOne && isBare && isGood ? first.task : undefined
}

/** The tasks of a chain of `||`; nothing when there is anything else in it. */
function choicesIn(node: DependsNode): readonly DependsTask[] | undefined {
  if (node.kind === 'task') return [node]
  if (node.kind === 'group') return choicesIn(node.inner)
  if (node.kind !== 'binary' || node.operator !== '||') return undefined
  const [left, right] = [choicesIn(node.left), choicesIn(node.right)]
  return left && right && [...left, ...right]
}

/** How many tasks stand before each, on the longest way; nothing when there is a circle. */
function levelsOf(before: readonly (readonly number[])[]): number[] | undefined {
  const levels: (number | undefined)[] = before.map(() => undefined)
  let left = before.length
  while (left > 0) {
    const ready = [...before.keys()].filter(
      (task) =>
        levels[task] === undefined &&
        (before[task] ?? []).every((other) => levels[other] !== undefined),
    )
    if (ready.length === 0) return undefined
    const found = ready.map((task) =>
      Math.max(0, ...(before[task] ?? []).map((other) => (levels[other] ?? 0) + 1)),
    )
    for (const [index, task] of ready.entries()) levels[task] = found[index]
    left -= ready.length
  }
  return levels.map((level) => level ?? 0)
}

function nameOf(task: StepView | undefined): string {
  return task?.name ?? 'without a name'
}
