import type { Path } from '../../base/index.ts'
import type { StepView } from '../../argo/index.ts'
import { checkedTags, replacingTag, type CheckedTag } from '../checked-tags.ts'
import type { Finding } from '../problem.ts'
import type { Surroundings, TextRule } from '../scope.ts'
import type { TaggedText } from '../tagged-text.ts'
import { inputFinding } from './input-references.ts'
import { orderFinding, orderOf, type NodeScope, type ReadingPlace } from './order.ts'
import { outputFinding } from './step-outputs.ts'
import { itemFinding, podFinding, workflowFinding } from './variable-references.ts'

/** What is wrong with a reference, without its place. */
type Wrong = Pick<Finding, 'code' | 'message' | 'fixes' | 'severity'> & {
  /** The reference that may have been meant. */
  readonly meant?: string | undefined
}

/** The tags of a template must mean something that is there when they are resolved (Argo: `resolveAllVariables`). */
export const checkReferences: TextRule = (text, group, around, step) => {
  const tags = checkedTags(text)
  if (tags.length === 0) return []
  const isHook = text.path[0] === 'hooks'
  const place: ReadingPlace = { around, group, step, isHook }
  const isLookedAt = step !== undefined || isChecked(text.path, around)
  return tags.flatMap((tag): Finding[] => {
    const wrong = wrongWith(tag, text, place)
    if (wrong === undefined) return []
    if (tag.body.includes('{{')) return [unclosedTag(text, tag)]
    const { code, message, severity, meant } = wrong
    // What moves a step means the step that is given in place where the text is in one.
    const fixes = text.path[0] === 'inline' ? [] : (wrong.fixes ?? [])
    const replaced = meant === undefined ? [] : [replacingTag(text, tag, meant)]
    // Where Argo does not look, a tag that means nothing stays in the text as it is.
    const grade = isLookedAt ? severity : 'warning'
    return [
      {
        code,
        message,
        path: text.path,
        within: tag.range,
        ...(grade === undefined ? {} : { severity: grade }),
        ...(replaced.length + fixes.length === 0 ? {} : { fixes: [...replaced, ...fixes] }),
      },
    ]
  })
}

/** A tag that the next one begins in means nothing; Argo fills in the inner one first, and then finds no end of the outer one. */
function unclosedTag({ path, text }: TaggedText, { range }: CheckedTag): Finding {
  const message = 'This {{ is not closed before the next tag begins. Write }} where the tag ends.'
  const to = text.indexOf('{{', range.from)
  return { code: 'tag-unclosed', message, path, within: { from: range.from, to } }
}

function wrongWith(
  { body }: CheckedTag,
  { path }: TaggedText,
  place: ReadingPlace,
): Wrong | undefined {
  const { around, step } = place
  const inline = path[0] === 'inline' ? step?.inline : undefined
  switch (body.slice(0, body.indexOf('.'))) {
    case 'steps':
      return nodeFinding('steps', body, place)
    case 'tasks':
      return nodeFinding('tasks', body, place)
    case 'inputs':
      return inputFinding(body, around, step !== undefined, inline)
    case 'item':
      return itemFinding(body, around, step)
    case 'pod':
      return podFinding(body, around, step)
    default:
      return workflowFinding(body, around)
  }
}

function nodeFinding(scope: NodeScope, body: string, place: ReadingPlace): Wrong | undefined {
  const [, name = '', ...parts] = body.split('.')
  // Names made of tags are not known before a run.
  if (name.includes('{')) return undefined
  const rest = parts.join('.')
  const order = orderOf(scope, name, place)
  if (order === 'before') return outputFinding(scope, name, rest, place)
  if (order === 'itself' && place.isHook) return ownFinding(scope, name, rest, place)
  const { meant, ...wrong } = orderFinding(order, scope, name, place)
  const whole = meant === undefined ? undefined : [meant, ...parts].join('.')
  return whole === undefined || whole === body ? wrong : { ...wrong, meant: whole }
}

/** Hooks know the status of their step; all that it leaves behind only where it has an exit handler. */
function ownFinding(
  scope: NodeScope,
  name: string,
  rest: string,
  place: ReadingPlace,
): Wrong | undefined {
  if (rest === 'status') return undefined
  if (scope === 'tasks' || hasExitHandler(place.step))
    return outputFinding(scope, name, rest, place)
  const message = `A hook that runs while its step does knows only steps.${name}.status of it. Read ${rest} in hooks.exit.`
  return { code: 'output-unknown', message }
}

function hasExitHandler(step: StepView | undefined): boolean {
  return step?.onExit !== undefined || step?.hooks.includes('exit') === true
}

/** Which texts of a template Argo looks at, beside its steps: all of a leaf but what arguments take the place of; of steps and dags the outputs. */
function isChecked([field, list, index, key]: Path, around: Surroundings): boolean {
  const { type, steps, ownInputs } = around
  // Steps without any are as good as none.
  if (type === 'dag' || (type === 'steps' && steps.places.size > 0)) return field === 'outputs'
  if (field !== 'inputs' || ownInputs.has(`${String(list)} ${String(index)}`)) return true
  if (list === 'parameters') return key !== 'value'
  return key === 'name' || key === 'path' || key === 'mode'
}
