import { templateTypes } from '../../argo/index.ts'
import type { OwnRule } from '../scope.ts'

/** A template must be of exactly one type. (Argo: validateTemplate.) */
export const checkTemplateTypes: OwnRule = (template, reader) => {
  const node = reader.resolve(template.node)
  if (node?.kind !== 'map') return []
  const types = templateTypes.filter((type) => reader.field(node, type) !== undefined)
  const name = template.name ?? 'without a name'
  if (types.length > 1) {
    return [
      {
        code: 'template-several-types',
        message: `The template ${name} is ${types.join(' and ')} at once. Keep one, and make templates of their own of the others.`,
        path: [],
      },
    ]
  }
  if (types.length === 1) return []
  const [started] = templateTypes.filter((type) => reader.keys(node).includes(type))
  const message =
    started === undefined
      ? `The template ${name} does not say what it runs. Give it script, container, steps or another type.`
      : `The template ${name} has nothing under ${started}. Write what it runs.`
  return [{ code: 'template-without-type', message, path: started === undefined ? [] : [started] }]
}
