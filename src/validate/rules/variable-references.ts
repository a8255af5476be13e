import { typesWithPod, type StepView } from '../../argo/index.ts'
import type { Finding } from '../problem.ts'
import type { Surroundings } from '../scope.ts'
import { similarName } from '../similar.ts'

type Wrong = Pick<Finding, 'code' | 'message' | 'severity'> & {
  readonly meant?: string | undefined
}

/** What is wrong with a tag `{{pod.…}}`: `pod.name` is all there is, where there is a pod (Argo: `IsPodType`). */
export function podFinding(
  body: string,
  { type }: Surroundings,
  step: StepView | undefined,
): Wrong | undefined {
  const hasPod = step === undefined && type !== undefined && typesWithPod.has(type)
  if (hasPod && body === 'pod.name') return undefined
  if (hasPod)
    return unknown(`There is no ${body}: of its pod a template knows pod.name.`, 'pod.name')
  return unknown(
    `${body} is not known here. Only a template that runs in a pod knows pod.name, and not where it is given in place.`,
  )
}

/** What is wrong with a tag `{{item.…}}`: it must be a part of the items of the own loop (Argo: `addItemsToScope`). */
export function itemFinding(
  body: string,
  around: Surroundings,
  step: StepView | undefined,
): Wrong | undefined {
  const field = body.slice('item.'.length)
  if (step !== undefined && hasField(step, field)) return undefined
  if (isLeaked(field, around, step)) {
    const message = `${body} is of the loop of an earlier step: lint lets it pass, and it stays in the text as it is. Give this step a loop of its own.`
    return { code: 'variable-unknown', message, severity: 'warning' }
  }
  if (step === undefined)
    return unknown(
      `Only the step with the loop knows its item. Give the template an input, and pass ${body} as an argument.`,
    )
  const { loop, itemFields, name = 'without a name' } = step
  if (loop === undefined)
    return unknown(
      `The step ${name} has no loop, so there is no ${body}. Give it withItems or withParam.`,
    )
  const fields = itemFields === 'any' ? [] : itemFields
  const similar = similarName(field, fields)
  const has =
    fields.length === 0 ? 'They have no parts: write {{item}}.' : `They have ${fields.join(', ')}.`
  return unknown(
    `The items of this loop have no ${field}. ${has}`,
    similar === undefined ? undefined : `item.${similar}`,
  )
}

/** In a template of steps, lint keeps the items of all loops that it has seen. */
function isLeaked(
  field: string,
  { type, calls }: Surroundings,
  step: StepView | undefined,
): boolean {
  if (type !== 'steps') return false
  for (const other of calls.values()) {
    if (step !== undefined && other.name === step.name) return false
    if (hasField(other, field)) return true
  }
  return false
}

function hasField({ itemFields }: StepView, field: string): boolean {
  return itemFields === 'any' || itemFields.includes(field)
}

/** What is wrong with a tag `{{workflow.…}}`. */
export function workflowFinding(body: string, { workflow }: Surroundings): Wrong | undefined {
  const { names, takesAny } = workflow
  if (names.has(body) || (takesAny && body.startsWith('workflow.parameters'))) return undefined
  const { ofRun } = workflow
  const output = /^workflow\.outputs\.(?:parameters|artifacts)\./.exec(body)?.[0]
  if (ofRun.has(body) || (output !== undefined && ofRun.has(`${output}*`))) return undefined
  const similar = similarName(body, [...names, ...ofRun, ...ofTimes])
  const hint = similar === undefined ? '' : ` Is ${similar} meant?`
  const parameter = /^workflow\.parameters\.(.+)$/.exec(body)?.[1]
  const message =
    parameter === undefined
      ? `Argo knows no ${body}.${hint}${advice(body)}`
      : `The workflow has no parameter ${parameter}.${hint} Add it to spec.arguments, or refer to one that is there.`
  return unknown(message, similar)
}

const ofTimes = ['workflow.creationTimestamp', 'workflow.duration', 'workflow.scheduledTime']

function advice(body: string): string {
  if (body === 'workflow.failures') return ' Only the exit handler knows it: set spec.onExit.'
  if (body.startsWith('workflow.outputs.'))
    return ' Give an output of a step that comes before this `globalName`.'
  if (body === 'workflow.priority') return ' Set spec.priority, without which there is none.'
  if (/^workflow\.(labels|annotations)\./.test(body)) return ' Write it under metadata.'
  return ' Refer to something that is there.'
}

function unknown(message: string, meant?: string): Wrong {
  return { code: 'variable-unknown', message, meant }
}
