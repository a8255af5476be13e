import { fitsNode, stepNameOf } from '../mocks/match.ts'
import type { RunNode } from '../node.ts'
import type { Run } from '../run.ts'

/**
 * The nodes that a test means by a name. The name of a step or task means its node, or those of all items of its loop, but not the attempts of
 * its retries; any other name is that of a node, or its display name, with `*` for any text.
 */
export function nodesNamed({ nodes }: Pick<Run, 'nodes'>, name: string): readonly RunNode[] {
  const all = [...nodes.values()]
  const steps = all.filter(
    (node) => node.attempt === undefined && node.type !== 'StepGroup' && stepNameOf(node) === name,
  )
  if (steps.length === 0) return all.filter((node) => fitsNode(name, node))
  const own = steps.filter(({ type }) => type !== 'TaskGroup')
  return own.length === 0 ? steps : own
}
