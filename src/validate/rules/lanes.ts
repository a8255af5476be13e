import type { Finding } from '../problem.ts'

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
