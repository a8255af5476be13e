import { ok, type TextChange } from '../base/index.ts'
import {
  renameExpressionReference,
  renameReference,
  type RenameTarget,
} from '../expression/index.ts'
import type { Address, Plan, YamlNode, YamlTree } from '../yaml/index.ts'
import { redefines, scalarsUnder } from './scalars.ts'
import { changeScalar } from './splice-scalar.ts'

/** Keys whose values are expressions as a whole, without braces around them. */
const expressionKeys: ReadonlySet<string | number> = new Set(['expression', 'fromExpression'])

/**
 * Plans to make all references under an address follow a rename: those in template tags, and those in expressions. Only the names
 * change. A template given in place that has something of that name itself is left alone.
 */
export function followRename(
  tree: YamlTree,
  address: Address,
  target: RenameTarget,
  name: string,
): Plan {
  const changes: TextChange[] = []
  const skip = (node: YamlNode, path: readonly (string | number)[]): boolean =>
    path.length > address.path.length && path.at(-1) === 'inline' && isShadowed(node, target)
  for (const scalar of scalarsUnder(tree, address, skip)) {
    const { value } = scalar.node
    const rename = expressionKeys.has(scalar.path.at(-1) ?? '')
      ? renameExpressionReference
      : renameReference
    const planned = rename(value, target, name)
    if (planned.length === 0) continue
    const plan = changeScalar(tree, address.document, scalar, planned)
    if (!plan.ok) return plan
    changes.push(...plan.value)
  }
  return ok(changes.sort((a, b) => a.from - b.from))
}

function isShadowed(inline: YamlNode, target: RenameTarget): boolean {
  if (target.scope === 'steps' || target.scope === 'tasks')
    return redefines(inline, target.scope, target.step)
  // What a template says of its own outputs is never about those of another.
  if (target.scope === 'outputs') return true
  if (target.scope !== 'inputs') return false
  return 'parameter' in target
    ? redefines(inline, 'inputs', target.parameter)
    : redefines(inline, 'inputs', target.artifact, 'artifacts')
}
