import { isTaskPlace, type NodePlace } from '../argo/index.ts'
import type { JsonObject } from '../yaml/index.ts'
import type { FixMaker } from './fix.ts'
import type { Surroundings } from './scope.ts'

/** Moves a step into a lane behind that of another: the next one that there is, or a new one. Nothing where it is not sure which steps are meant. */
export function movingBehind(
  own: string,
  other: string,
  { steps: { places, repeated } }: Surroundings,
): readonly FixMaker[] {
  const lane = places.get(other)
  if (lane === undefined || own === '' || repeated.has(own) || repeated.has(other)) return []
  return [
    ({ node }) => ({
      title: `Move ${own} below ${other}`,
      command: 'moveStep',
      args: {
        template: node?.template ?? 0,
        step: own,
        to: { newLane: lane + 1 },
      },
      isSafe: false,
    }),
  ]
}

/** Makes a task wait for another. */
export function connecting(from: string, to: string): readonly FixMaker[] {
  if (to === '') return []
  return [
    ({ node }) => ({
      title: `Make ${to} wait for ${from}`,
      command: 'connectTasks',
      args: { template: node?.template ?? 0, from, to },
      isSafe: false,
    }),
  ]
}

/** Gives a step or task a parameter with an empty value, to be filled in. */
export function addingArgument(name: string): FixMaker {
  return ({ node }) => ({
    title: `Give the parameter ${name}`,
    command: 'setArgument',
    args: { ...addressOf(node), name, value: '' },
    isSafe: false,
  })
}

function addressOf(node: NodePlace | undefined): JsonObject {
  if (node === undefined) return {}
  const { template } = node
  return isTaskPlace(node)
    ? { template, task: node.task }
    : { template, lane: node.lane, index: node.step }
}
