import type { Finding } from '../problem.ts'
import type { TextRule } from '../scope.ts'

/** A tag `{{inputs.…}}` must mean an input that its template declares, or that a template given in place declares itself. */
export const checkInputReferences: TextRule = ({ path, references }, _, around) =>
  references.flatMap(({ reference, form }): Finding[] => {
    if (reference.kind !== 'input' || form !== 'tag' || path.includes('inline')) return []
    const { name, of } = reference
    if (name.name.includes('{') || around.inputs.has(`${of} ${name.name}`)) return []
    const message = `The template ${around.name ?? 'without a name'} has no input ${of} ${name.name}. Declare it under inputs, or refer to one that is there.`
    return [{ code: 'input-undeclared', message, path, within: reference.range }]
  })
