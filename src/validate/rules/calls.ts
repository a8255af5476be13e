import type { Finding } from '../problem.ts'
import { perStep, stepsOf, type StepRule, type TemplateRule } from '../scope.ts'

const ofStep: StepRule = (step, reader) => {
  if (reader.resolve(step.node)?.kind !== 'map') return []
  if (step.template !== undefined || step.templateRef !== undefined || step.inline !== undefined)
    return []
  const message = `The step ${step.name ?? 'without a name'} calls nothing. Give it a template, a templateRef or an inline template.`
  return [{ code: 'step-calls-nothing', message, path: [] }]
}

/** A step must call something. */
export const checkCallsSomething: TemplateRule = perStep(ofStep)

/** What a step calls by name must be a template of the file. Names made of tags are not known before a run. */
export const checkCalledTemplates: TemplateRule = (template, { manifest, templates }) => {
  // The templates of a workflow that refers to a WorkflowTemplate are there.
  if (manifest.spec.workflowTemplateRef !== undefined) return []
  return stepsOf(template).flatMap(({ step, path }): Finding[] => {
    const called = step.template
    if (called === undefined || step.templateRef !== undefined) return []
    if (templates.has(called) || called.includes('{{')) return []
    const message = `There is no template ${called}. Call one that is there, or add it.`
    return [{ code: 'template-unknown', message, path: [...path, 'template'] }]
  })
}
