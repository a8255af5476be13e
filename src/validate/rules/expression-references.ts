import type { Path } from '../../base/index.ts'
import type {
  PortReference,
  StepReference,
  WorkflowParameterReference,
} from '../../expression/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { Surroundings, TextRule } from '../scope.ts'
import { similarName } from '../similar.ts'
import type { TaggedText } from '../tagged-text.ts'
import { orderFinding, orderOf, type ReadingPlace } from './order.ts'

/**
 * Steps and tasks that an expression names should have run when it is evaluated, and inputs and parameters of the workflow be declared. Argo does
 * not look at expressions before a run, and one may guard what is not there.
 */
export const checkExpressionReferences: TextRule = (text, group, around, step) => {
  const { path, references } = text
  return references.flatMap(({ reference, form }): Finding[] => {
    if (form !== 'expression' || isInner(path)) return []
    if (reference.kind === 'step') return misplaced(reference, path, { around, group, step })
    if (reference.kind !== 'input' && reference.kind !== 'workflow-parameter') return []
    return path.includes('inline') ? [] : undeclared(reference, text, around)
  })
}

function misplaced(
  { scope, step: named, range }: StepReference,
  path: Path,
  reading: Omit<ReadingPlace, 'isHook'>,
): Finding[] {
  const { name } = named
  const { type } = reading.around
  const isOwnKind = type === (scope === 'steps' ? 'steps' : 'dag')
  if (!isOwnKind || name === '' || name.startsWith('name') || name.includes('{')) return []
  const isHook = path[0] === 'hooks'
  const place = { ...reading, isHook }
  const order = orderOf(scope, name, place)
  if (order === 'before' || (isHook && order !== 'unknown')) return []
  const { code, message } = orderFinding(order, scope, name, place)
  return [{ code, message, path, within: range, severity: 'warning' }]
}

function undeclared(
  reference: PortReference | WorkflowParameterReference,
  { path, text }: TaggedText,
  { inputs, workflow, name: template = 'without a name' }: Surroundings,
): Finding[] {
  const { range, access, name } = reference.name
  // A hyphen is a minus sign, of which another rule speaks.
  if (name === '' || name.includes('{') || text[access.to] === '-') return []
  const isInput = reference.kind === 'input'
  const prefix = isInput ? `${reference.of} ` : 'workflow.parameters.'
  const known = isInput ? inputs : workflow.names
  if (known.has(prefix + name) || (!isInput && workflow.takesAny)) return []
  const names = [...known].filter((one) => one.startsWith(prefix))
  const similar = similarName(
    name,
    names.map((one) => one.slice(prefix.length)),
  )
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = isInput
    ? `The template ${template} has no input ${reference.of} ${name}, so there is nothing here when the expression is evaluated.${meant} Declare it under inputs, or refer to one that is there.`
    : `The workflow has no parameter ${name}, so there is nothing here when the expression is evaluated.${meant} Add it to spec.arguments, or refer to one that is there.`
  const fixes =
    similar === undefined
      ? []
      : [
          settingField(
            `Refer to ${similar}`,
            path,
            text.slice(0, range.from) + similar + text.slice(range.to),
          ),
        ]
  const code = isInput ? 'input-undeclared' : 'variable-unknown'
  return [{ code, message, path, within: range, severity: 'warning', fixes }]
}

/** Whether a text belongs to the steps or tasks of a template that is given in place: they refer to each other. */
function isInner(path: Path): boolean {
  const inline = path.indexOf('inline')
  return inline >= 0 && path.slice(inline).some((part) => inner.has(part))
}

const inner: ReadonlySet<Path[number]> = new Set(['steps', 'dag', 'outputs'])
