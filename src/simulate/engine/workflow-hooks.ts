import { err, ok, type Result } from '../../base/index.ts'
import { evaluateBoolean } from './hooks.ts'
import { isObject, objectIn, textIn } from './json.ts'
import type { Machine } from './machine.ts'
import { isFulfilled } from '../node.ts'
import { Scope } from './scope.ts'
import { fault, type Trouble } from './trouble.ts'

/** Runs the hooks of the whole workflow whose expressions hold (Argo: `executeWfLifeCycleHook`). Tells whether none is at work. */
export function runWorkflowHooks(machine: Machine): Result<boolean, Trouble> {
  const { run } = machine
  const root = run.find(run.name)
  let isOver = true
  for (const [key, hook] of Object.entries(objectIn(run.spec, 'hooks') ?? {})) {
    if (key === 'exit' || !isObject(hook)) continue
    const name = `${run.name}.hooks.${key}`
    const expression = textIn(hook, 'expression')
    if (expression === undefined) return err(fault(`Expression required for hook ${name}`))
    const holds = evaluateBoolean(run, expression, new Scope())
    if (!holds.ok) return holds
    if (!holds.value && !run.find(name)) continue
    const { node, trouble } = machine.execute({
      name,
      call: {
        name: '',
        kind: 'hook',
        json: hook,
        origin: { source: 0, document: 0, path: ['spec', 'hooks', key] },
      },
      context: run.context,
      args: objectIn(hook, 'arguments'),
      boundary: undefined,
      isExit: false,
      isHooked: true,
    })
    if (trouble) return err(trouble)
    if (root && node) run.link(root, node)
    if (!node || !isFulfilled(node)) isOver = false
  }
  return ok(isOver)
}
