import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/**
 * Behind a lane without steps Argo begins the next one, and never notices that it has ended: it takes that lane for a child of the empty one,
 * and looks only at those of the last lane that has some.
 */
export const checkEmptyLanes: OwnRule = ({ lanes }) => {
  const last = lanes.findLastIndex(({ steps }) => steps.length > 0)
  return lanes.slice(0, Math.max(0, last)).flatMap(({ node, steps }, index): Finding[] => {
    if (node.kind !== 'seq' || steps.length > 0) return []
    const message = `Lane ${String(index + 1)} has no steps, so that the run hangs behind it for ever. Remove the lane, or give it a step.`
    const path = ['steps', index]
    return [
      { code: 'lane-empty', message, path, fixes: [settingField('Remove the lane', path, null)] },
    ]
  })
}

/** A step where a lane belongs. */
export function flatLane(): Finding {
  const message =
    'Each lane is a list of steps: write `- - name:` for a lane of one step, and indent the lines below.'
  return {
    code: 'lanes-flat',
    message,
    path: [],
    fixes: [
      ({ path }) => ({
        title: 'Make each step a lane of its own',
        command: 'nestItems',
        args: { path: path.slice(0, -1) },
        isSafe: true,
      }),
    ],
  }
}
