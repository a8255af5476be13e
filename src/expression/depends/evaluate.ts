import { assertNever } from '../../base/index.ts'
import { parseDepends } from './parser.ts'
import type { DependsNode } from './tree.ts'

/** How a task ended, as its `depends` sees it. */
export interface TaskOutcome {
  readonly phase: 'Succeeded' | 'Failed' | 'Error' | 'Skipped' | 'Omitted' | 'Running' | 'Pending'
  /** A daemon that is up. */
  readonly daemoned?: boolean
  /** Of a loop: one of its items succeeded. */
  readonly anySucceeded?: boolean
  /** Of a loop: all of its items failed, and there was one. */
  readonly allFailed?: boolean
  /** What the task itself says in `continueOn`: a bare name then means these ends as well. */
  readonly continuesOn?: { readonly failed?: boolean; readonly error?: boolean }
}

/** Whether a task runs now: not before all tasks that it names have ended; if they ended otherwise, it is left out. */
export type DependsVerdict = 'run' | 'omit' | 'wait' | 'unreadable'

/**
 * Evaluates the `depends` of a task as Argo's controller does. `outcomeOf` gives how a task stands, nothing for one that
 * has not begun. A bare name is fine with a task that succeeded, was skipped, or is a daemon that is up.
 */
export function evaluateDepends(
  text: string,
  outcomeOf: (task: string) => TaskOutcome | undefined,
): DependsVerdict {
  const { tree, problems } = parseDepends(text)
  if (problems.length > 0) return 'unreadable'
  if (!tree) return 'run'
  const outcomes = new Map(tasksOf(tree).map((task) => [task, outcomeOf(task)] as const))
  const known = new Map<string, TaskOutcome>()
  for (const [task, outcome] of outcomes) {
    if (!outcome || !isOver(outcome)) return 'wait'
    known.set(task, outcome)
  }
  return holds(tree, known) ? 'run' : 'omit'
}

function isOver({ phase, daemoned }: TaskOutcome): boolean {
  return (phase !== 'Running' && phase !== 'Pending') || (daemoned === true && phase !== 'Pending')
}

function tasksOf(node: DependsNode): string[] {
  switch (node.kind) {
    case 'task':
      return [node.task]
    case 'not':
      return tasksOf(node.operand)
    case 'group':
      return tasksOf(node.inner)
    case 'binary':
      return [...tasksOf(node.left), ...tasksOf(node.right)]
    default:
      return assertNever(node)
  }
}

function holds(node: DependsNode, outcomes: ReadonlyMap<string, TaskOutcome>): boolean {
  switch (node.kind) {
    case 'task': {
      const outcome = outcomes.get(node.task)
      return outcome !== undefined && endedIn(outcome, node.result)
    }
    case 'not':
      return !holds(node.operand, outcomes)
    case 'group':
      return holds(node.inner, outcomes)
    case 'binary':
      return node.operator === '&&'
        ? holds(node.left, outcomes) && holds(node.right, outcomes)
        : holds(node.left, outcomes) || holds(node.right, outcomes)
    default:
      return assertNever(node)
  }
}

function endedIn(outcome: TaskOutcome, result: string | undefined): boolean {
  const { phase, daemoned = false, anySucceeded = false, allFailed = false, continuesOn } = outcome
  switch (result) {
    case undefined:
      return (
        phase === 'Succeeded' ||
        phase === 'Skipped' ||
        daemoned ||
        (phase === 'Error' && continuesOn?.error === true) ||
        (phase === 'Failed' && continuesOn?.failed === true)
      )
    case 'Errored':
      return phase === 'Error'
    case 'Daemoned':
      return daemoned
    case 'AnySucceeded':
      return anySucceeded
    case 'AllFailed':
      return allFailed
    default:
      return phase === result
  }
}
