import type { Finding } from '../problem.ts'
import type { TextRule } from '../scope.ts'
import { calledBy } from '../surroundings.ts'

/** The result of a script is what it prints. One that prints nothing has an empty one, which is hardly what whoever reads it waits for. */
export const checkSilentResults: TextRule = ({ path, references }, _, around) =>
  references.flatMap(({ reference }): readonly Finding[] => {
    if (reference.kind !== 'step' || reference.part.kind !== 'result') return []
    const { name } = reference.step
    const step = around.calls.get(name)
    if (step === undefined || calledBy(step, around)?.isSilent !== true) return []
    const called = step.inline === undefined ? (step.templateRef?.template ?? step.template) : name
    const message = `The result of ${name} is read here, but the script of ${called ?? name} prints nothing, so it is empty. Let the script print the value.`
    return [{ code: 'result-empty', message, path, within: reference.range }]
  })
