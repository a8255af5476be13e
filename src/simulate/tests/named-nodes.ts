import { groupBy } from '../../base/index.ts'
import { fitsNode, runNameOf, stepNameOf } from '../mocks/match.ts'
import type { RunNode } from '../node.ts'
import type { Run } from '../run.ts'

/** Tells the nodes that a test means by a name. */
export type NodesNamed = (name: string) => readonly RunNode[]

/**
 * Finds nodes of a run, as far as it has come, by what a test calls them. The name of a step or task means its node, or those of all items of
 * its loop, but not the attempts of its retries; any other name is that of a node, or its display name. What is no name as it stands has `*`
 * for any text.
 */
export function nodesNamed({ nodes }: Pick<Run, 'nodes'>): NodesNamed {
  const all = [...nodes.values()]
  const called = groupBy(
    all.flatMap((node) => namesOf(node).map((name) => ({ name, node }))),
    ({ name }) => name,
  )
  const steps = groupBy(
    all.filter(({ attempt, type }) => attempt === undefined && type !== 'StepGroup'),
    stepNameOf,
  )
  for (const [name, group] of steps) {
    const own = group.filter(({ type }) => type !== 'TaskGroup')
    if (own.length > 0) steps.set(name, own)
  }
  return (name) => {
    const ofStep = steps.get(name)
    if (ofStep !== undefined) return ofStep
    const others = called.get(name) ?? []
    if (others.length > 0) return others.map(({ node }) => node)
    return name.includes('*') ? all.filter((node) => fitsNode(name, node)) : []
  }
}

/** What a node may be called without `*`. */
function namesOf(node: RunNode): readonly string[] {
  const { name, displayName } = node
  return [...new Set([name, displayName, name.slice(runNameOf(node).length)])]
}
