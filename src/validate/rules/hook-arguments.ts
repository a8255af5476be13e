import type { Finding } from '../problem.ts'
import type { PlacedStepRule } from '../scope.ts'
import { calledBy } from '../surroundings.ts'

/**
 * A hook of a step must give what its template needs. Argo's lint does not look: the hook ends in an error when it is due. What a parameter of the
 * workflow is called it may have from there.
 */
export const checkHookArguments: PlacedStepRule = (step, around) => {
  const { hookCalls, name = 'without a name' } = step
  const { names, takesAny } = around.workflow
  if (hookCalls.length === 0 || takesAny) return []
  return hookCalls.flatMap((hook): readonly Finding[] => {
    const called = calledBy({ ...hook, inline: undefined }, around)
    if (called === undefined) return []
    const given = new Set(hook.parameters.map((parameter) => parameter.name))
    return called.parameters
      .filter((input) => !given.has(input) && !names.has(`workflow.parameters.${input}`))
      .map((input) => ({
        code: 'hook-argument-missing' as const,
        message: `The hook ${hook.name} of ${name} does not give the parameter ${input}, which ${hook.template ?? 'its template'} needs. Argo accepts that, and the hook ends in an error when it is due.`,
        path: ['hooks', hook.name],
      }))
  })
}
