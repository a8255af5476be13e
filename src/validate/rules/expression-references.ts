import type { Path } from '../../base/index.ts'
import type { Finding } from '../problem.ts'
import type { TextRule } from '../scope.ts'
import { orderFinding, orderOf } from './order.ts'

/**
 * Steps and tasks that an expression names should have run when it is evaluated. Argo does not look at expressions before a run, and one may
 * guard what is not there.
 */
export const checkExpressionReferences: TextRule = ({ path, references }, group, around, step) =>
  references.flatMap(({ reference, form }): Finding[] => {
    if (form !== 'expression' || reference.kind !== 'step' || isInner(path)) return []
    const { scope, step: named } = reference
    const { name } = named
    const isOwnKind = around.type === (scope === 'steps' ? 'steps' : 'dag')
    if (!isOwnKind || name === '' || name.startsWith('name') || name.includes('{')) return []
    const isHook = path[0] === 'hooks'
    const order = orderOf(scope, name, { around, group, step, isHook })
    if (order === 'before' || (isHook && order !== 'unknown')) return []
    const { code, message } = orderFinding(order, scope, name, { around, group, step, isHook })
    return [{ code, message, path, within: reference.range, severity: 'warning' }]
  })

/** Whether a text belongs to the steps or tasks of a template that is given in place: they refer to each other. */
function isInner(path: Path): boolean {
  const inline = path.indexOf('inline')
  return inline >= 0 && path.slice(inline).some((part) => inner.has(part))
}

const inner: ReadonlySet<Path[number]> = new Set(['steps', 'dag', 'outputs'])
