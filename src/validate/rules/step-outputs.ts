import { stepOutputs, type StepView } from '../../argo/index.ts'
import type { Finding } from '../problem.ts'
import { similarName } from '../similar.ts'
import { calledBy } from '../surroundings.ts'
import { orderOf, type NodeScope, type ReadingPlace } from './order.ts'

/**
 * What to say of a reference to something that a step or task does not leave behind, though it has run: `rest` is what stands behind its name.
 * Nothing where it does, and where nobody knows what it calls (Argo: `addOutputsToScope`).
 */
export function outputFinding(
  scope: NodeScope,
  name: string,
  rest: string,
  place: ReadingPlace,
): (Pick<Finding, 'code' | 'message'> & { readonly meant?: string | undefined }) | undefined {
  const { around } = place
  const step = around.calls.get(name)
  if (step === undefined) return undefined
  const called = calledBy(step, around)
  const outputs = stepOutputs(called, step).map(({ parts }) => parts.join('.'))
  if (called === undefined || outputs.includes(rest))
    return rest === 'status' && called !== undefined ? statusFinding(scope, name, place) : undefined
  const similar = similarName(rest, outputs)
  const word = scope === 'steps' ? 'step' : 'task'
  const hint = similar === undefined ? ` It gives ${shown(outputs)}.` : ` Is ${similar} meant?`
  const what = rest === '' ? 'itself is no value' : `gives no ${rest}`
  const message = `The ${word} ${name} ${what}${reason(rest, step, called.type)}.${hint}`
  return {
    code: 'output-unknown',
    message,
    meant: similar === undefined ? undefined : `${scope}.${name}.${similar}`,
  }
}

/** The outputs of a dag know the status only of tasks with hooks. */
function statusFinding(
  scope: NodeScope,
  name: string,
  place: ReadingPlace,
): ReturnType<typeof outputFinding> {
  const isRead = place.step !== undefined && orderOf(scope, name, place) === 'before'
  const hasHooks = (place.around.calls.get(name)?.hooks.length ?? 0) > 0
  if (scope === 'steps' || isRead || hasHooks) return undefined
  const message = `The status of the task ${name} is known only to tasks that wait for it, and Argo refuses it here. Read it in such a task.`
  return { code: 'output-unknown', message }
}

function reason(rest: string, step: StepView, type: string | undefined): string {
  if (rest === 'outputs.parameters')
    return step.loop === 'withSequence'
      ? ': Argo’s lint knows outputs all together only of withItems and withParam'
      : ': only loops have outputs all together'
  if (rest === 'outputs.result' || rest === 'exitCode')
    return type === undefined ? '' : `, for a template of type ${type} has none`
  if (rest === 'ip') return ', for it runs no daemon'
  return ''
}

const MAX_SHOWN = 6

function shown(outputs: readonly string[]): string {
  const some = outputs.slice(0, MAX_SHOWN).join(', ')
  return outputs.length > MAX_SHOWN ? `${some}, …` : some
}
