import { isTaskPlace } from '../argo/index.ts'
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

/** Gives a step or task an argument with an empty value, to be filled in. */
export function addingArgument(name: string, isArtifact: boolean): FixMaker {
  return ({ node, path }) => ({
    title: `Give the ${isArtifact ? 'artifact' : 'parameter'} ${name}`,
    command: 'setArgument',
    args: {
      ...(node === undefined
        ? { path }
        : isTaskPlace(node)
          ? node
          : { template: node.template, lane: node.lane, index: node.step }),
      name,
      value: '',
      ...(isArtifact ? { artifact: true } : {}),
    },
    isSafe: false,
  })
}
