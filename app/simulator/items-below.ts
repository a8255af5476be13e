import type { RunNode } from '../../src/simulate/index.ts'
import type { TraceIndex } from '../store/index.ts'

/** The nodes of the items of the loop that a node stands for or is one of; the attempts of one that is tried again. */
export function itemsBelow(index: TraceIndex, node: RunNode, count: number): readonly RunNode[] {
  const beside = index.besides(node.id).flatMap((id) => index.nodeAt(id, count) ?? [])
  if (node.type === 'Retry')
    return beside.filter((each) => each.attempt !== undefined && index.parentOf(each) === node.id)
  if (node.type !== 'TaskGroup' && node.item === undefined) return []
  return beside.filter(({ item, attempt }) => item !== undefined && attempt === undefined)
}
