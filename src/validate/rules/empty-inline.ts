import type { TemplateView } from '../../argo/index.ts'
import type { Finding } from '../problem.ts'

/**
 * Steps without any are a template of its own, but not one that is given in place: they are gone when Argo looks at it, and with them its type.
 * (Argo: `validateTemplateType`.)
 */
export function checkEmptyInline({ type, lanes }: TemplateView): readonly Finding[] {
  if (type !== 'steps' || lanes.length > 0) return []
  const message =
    'This template has no step, and in place Argo cannot tell what it is then. Add one.'
  return [{ code: 'template-without-type', message, path: ['steps'], marks: 'key' }]
}
