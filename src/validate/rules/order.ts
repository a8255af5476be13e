import { assertNever } from '../../base/index.ts'
import type { StepView } from '../../argo/index.ts'
import { connecting, movingBehind } from '../node-fixes.ts'
import type { Finding } from '../problem.ts'
import type { Surroundings } from '../scope.ts'
import { similarName } from '../similar.ts'

/** Where a text stands that refers to a step or task. */
export interface ReadingPlace {
  readonly around: Surroundings
  /** Index of the lane, or task; nothing for a text of the template itself. */
  readonly group: number | undefined
  readonly step: StepView | undefined
  /** Hooks run when their step does, so they may refer to it. */
  readonly isHook: boolean
}

/** When a step has run, as seen from a text that refers to it. */
export type Order =
  'before' | 'itself' | 'sibling' | 'later' | 'not-before' | 'unknown' | 'other-kind'

/** What a step or task is called in messages. */
export type Word = 'step' | 'task'

/** How references to steps begin, or to tasks. */
export type NodeScope = 'steps' | 'tasks'

/**
 * When a step or task has run. A step may refer to steps of strictly earlier lanes. Argo's lint lets earlier steps of the same lane pass, but
 * at run time the lane waits for itself forever. A task may refer to those for which it waits, directly or by way of others: Argo knows of no
 * other when it resolves its tags. The outputs of a template are made at the end.
 */
export function orderOf(scope: NodeScope, name: string, place: ReadingPlace): Order {
  const { around, group, step, isHook } = place
  const isOwnKind = around.type === (scope === 'steps' ? 'steps' : 'dag')
  const at = around.steps.places.get(name)
  if (!isOwnKind) return at === undefined ? 'unknown' : 'other-kind'
  if (at === undefined) return 'unknown'
  if (group === undefined || step === undefined) return 'before'
  if (step.name === name) return 'itself'
  if (scope === 'tasks')
    return around.tasks?.waitsFor(step.name ?? '', name) === true ? 'before' : 'not-before'
  if (at === group) return isHook && isBefore(name, step, around) ? 'before' : 'sibling'
  return at < group ? 'before' : 'later'
}

function isBefore(name: string, { name: own }: StepView, { calls }: Surroundings): boolean {
  for (const other of calls.keys()) if (other === name || other === own) return other === name
  return false
}

/** What to say of a reference to a step that has not run by then. */
export function orderFinding(
  order: Exclude<Order, 'before'>,
  scope: NodeScope,
  name: string,
  place: ReadingPlace,
): Pick<Finding, 'code' | 'message' | 'fixes'> & { readonly meant?: string | undefined } {
  const { around, step } = place
  const own = step?.name ?? ''
  const word: Word = scope === 'steps' ? 'step' : 'task'
  switch (order) {
    case 'unknown':
      return unknownNode(scope, word, name, around)
    case 'other-kind': {
      const right = scope === 'steps' ? 'tasks' : 'steps'
      const message = `This template is a ${around.type ?? ''}, so what it runs is known as ${right}. Write ${right}.${name} instead of ${scope}.${name}.`
      return { code: `${word}-unknown`, message, meant: `${right}.${name}` }
    }
    case 'itself':
      return {
        code: scope === 'steps' ? 'step-sibling' : 'task-not-before',
        message: `The ${word} ${name} cannot know how it ended itself. Refer to one that runs before it.`,
      }
    case 'sibling':
      return {
        code: 'step-sibling',
        message: `The step ${name} runs in the same lane, so its outcome is never there in time and the lane waits forever. Move one of the two to another lane.`,
        fixes: movingBehind(own, name, around),
      }
    case 'later':
      return {
        code: 'step-later',
        message: `The step ${name} runs in a later lane, so its outcome is not there yet. Move this step below it.`,
        fixes: movingBehind(own, name, around),
      }
    case 'not-before':
      return {
        code: 'task-not-before',
        message: `The task ${own === '' ? 'that has no name' : own} does not wait for ${name}, so its outcome may not be there. Make it depend on ${name}.`,
        fixes: connecting(name, own),
      }
    default:
      return assertNever(order)
  }
}

function unknownNode(
  scope: NodeScope,
  word: Word,
  name: string,
  { type, steps }: Surroundings,
): ReturnType<typeof orderFinding> {
  const code = `${word}-unknown` as const
  if (type !== (scope === 'steps' ? 'steps' : 'dag')) {
    const what = type === undefined ? 'without a type' : `of type ${type}`
    const message = `A template ${what} has no ${word}s, so it cannot refer to ${name === '' ? 'one' : name}. Give it an input, and pass the value as an argument.`
    return { code, message }
  }
  const similar = similarName(name, steps.places.keys())
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = `There is no ${word} ${name} in this template.${meant} Refer to one that is there.`
  return { code, message, meant: similar === undefined ? undefined : `${scope}.${similar}` }
}
