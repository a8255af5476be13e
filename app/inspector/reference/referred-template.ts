import { resolveTemplateRef, type StepView, type TemplateView } from '../../../src/argo/index.ts'
import type { Scene } from '../../store/index.ts'

/** The template of another manifest that a step calls, if that is open or known of the cluster. */
export function referredTemplate(
  { sources, manifest }: Scene,
  { templateRef }: StepView,
): TemplateView | undefined {
  if (templateRef === undefined) return undefined
  const found = resolveTemplateRef(sources, templateRef, manifest.namespace)
  return found.status === 'found' ? found.template : undefined
}
