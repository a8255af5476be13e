import type { FixMaker } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { PlacedStepRule } from '../scope.ts'

/**
 * A loop over a template in place runs, and then ends the run in an error: Argo looks for the template of its items by a name (`ResolveTemplate`
 * of a node) when it collects what they gave. In steps it always does, in a dag for tasks that wait for the loop.
 */
export const checkInlineLoops: PlacedStepRule = ({ name = '', inline, loop }, around) => {
  if (inline === undefined || loop === undefined) return []
  const waits = [...(around.tasks?.dependencies ?? [])].find(([, others]) => others.includes(name))
  if (around.type === 'dag' && waits === undefined) return []
  const before = waits === undefined ? '' : `, before ${waits[0]} begins`
  const message = `A loop over a template in place ends the run in an error when all its items have run${before}: Argo finds the template only by a name. Make it one of the templates.`
  const fixes: readonly FixMaker[] =
    name === '' || around.steps.repeated.has(name) ? [] : [naming(name)]
  return [{ code: 'loop-inline', message, path: ['inline'], marks: 'key', fixes } satisfies Finding]
}

function naming(step: string): FixMaker {
  return ({ node }) => ({
    title: 'Make it a template',
    command: 'nameInline',
    args: { template: node?.template ?? 0, step },
    isSafe: false,
  })
}
