import type { Finding } from '../problem.ts'
import type { TemplateRule } from '../scope.ts'
import { textsOfTemplate } from '../texts.ts'

/** A tag `{{inputs.…}}` must mean an input that its template declares, or that a template given in place declares itself. */
export const checkInputReferences: TemplateRule = (template) => {
  const declared = new Set([
    ...template.inputs.parameters.map(({ name }) => `parameter ${name ?? ''}`),
    ...template.inputs.artifacts.map(({ name }) => `artifact ${name ?? ''}`),
  ])
  return textsOfTemplate(template).flatMap(({ path, references }) =>
    references.flatMap(({ reference, form }): Finding[] => {
      if (reference.kind !== 'input' || form !== 'tag' || path.includes('inline')) return []
      const { name, of } = reference
      if (name.name.includes('{') || declared.has(`${of} ${name.name}`)) return []
      const message = `The template ${template.name ?? 'without a name'} has no input ${of} ${name.name}. Declare it under inputs, or refer to one that is there.`
      return [{ code: 'input-undeclared', message, path, within: reference.range }]
    }),
  )
}
