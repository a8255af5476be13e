import { settingField, type FixMaker } from '../fix.ts'
import type { PlacedStepRule, StepRule } from '../scope.ts'
import { similarName } from '../similar.ts'

/** A step must call something. */
export const checkCallsSomething: StepRule = (step, reader) => {
  if (reader.resolve(step.node)?.kind !== 'map') return []
  if (step.template !== undefined || step.templateRef !== undefined || step.inline !== undefined)
    return []
  const message = `The step ${step.name ?? 'without a name'} calls nothing. Give it a template, a templateRef or an inline template.`
  return [{ code: 'step-calls-nothing', message, path: [] }]
}

/** What a step calls by name must be a template of the file. Names made of tags are not known before a run. */
export const checkCalledTemplates: PlacedStepRule = (step, { templates, hasOthers }) => {
  const called = step.template
  if (hasOthers || called === undefined || step.templateRef !== undefined) return []
  if (templates.has(called) || called.includes('{{')) return []
  const similar = similarName(called, templates.keys())
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = `There is no template ${called}.${meant} Call one that is there, or add it.`
  const fixes = [
    ...(similar === undefined ? [] : [settingField(`Call ${similar}`, ['template'], similar)]),
    addingTemplate(called),
  ]
  return [{ code: 'template-unknown', message, path: ['template'], fixes }]
}

function addingTemplate(name: string): FixMaker {
  return () => ({
    title: `Add a template ${name}`,
    command: 'addTemplate',
    args: { type: 'container', name },
    isSafe: false,
  })
}
