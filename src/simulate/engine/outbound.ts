import type { LiveNode, RunState } from './state.ts'
import { typeOf } from './template.ts'

/** The nodes at the lower end of a node: what the next one is drawn below (Argo: `getOutboundNodes`). */
export function outboundOf(run: RunState, id: string): readonly string[] {
  const node = run.nodes.get(id)
  if (!node) return []
  switch (node.type) {
    case 'Skipped':
    case 'Suspend':
    case 'HTTP':
    case 'Plugin':
      return [id]
    case 'Pod':
      return isSet(run, node) ? below(run, node) : [id]
    case 'Container':
    case 'TaskGroup':
      return below(run, node)
    case 'Retry':
      return node.children.slice(-1)
    case 'Steps':
    case 'DAG':
      if (node.memoization?.hit === true) return [id]
      break
    case 'StepGroup':
      break
  }
  return (node.outboundNodes ?? []).flatMap((outer) => outboundOf(run, outer))
}

function isSet(run: RunState, node: LiveNode): boolean {
  const work = run.works.get(node.name)
  return work !== undefined && typeOf(work.template) === 'containerSet'
}

function below(run: RunState, node: LiveNode): readonly string[] {
  if (node.children.length === 0) return [node.id]
  return node.children.flatMap((child) => {
    const isOther =
      node.type === 'Container' && run.nodes.get(child)?.boundaryID !== node.boundaryID
    return isOther ? [node.id] : outboundOf(run, child)
  })
}
