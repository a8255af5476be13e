import { settingField, type FixMaker } from '../fix.ts'
import { filledIn } from '../filled-in.ts'
import type { Finding } from '../problem.ts'
import type { PlacedStepRule, StepRule } from '../scope.ts'
import { similarName } from '../similar.ts'

/** A step must call something, by one name (Argo: `validateTemplateHolder`). An inline template goes before all names. */
export const checkCallsSomething: StepRule = (
  { node, name, template, templateRef, inline },
  reader,
) => {
  if (reader.resolve(node)?.kind !== 'map') return []
  if (templateRef !== undefined) {
    if (template !== undefined && template !== '')
      return [calledTwice(template, incompleteRef(templateRef).length === 0)]
    return incompleteRef(templateRef)
  }
  if ((template !== undefined && template !== '') || inline !== undefined) return []
  const message = `The step ${name ?? 'without a name'} calls nothing. Give it a template, a templateRef or an inline template.`
  return [{ code: 'step-calls-nothing', message, path: [] }]
}

function calledTwice(template: string, isRefWhole: boolean): Finding {
  return {
    code: 'step-calls-twice',
    message: `This step calls ${template} and a template of another manifest. Remove one of template and templateRef.`,
    path: ['template'],
    fixes: [
      settingField('Remove templateRef', ['templateRef'], null),
      ...(isRefWhole ? [settingField('Remove template', ['template'], null)] : []),
    ],
  }
}

function incompleteRef(ref: {
  readonly name: string | undefined
  readonly template: string | undefined
}): readonly Finding[] {
  const lacks = (text: string | undefined): boolean => text === undefined || text === ''
  if (!lacks(ref.name) && !lacks(ref.template)) return []
  const message = lacks(ref.name)
    ? 'This templateRef does not say of which manifest the template is. Write its `name:`.'
    : 'This templateRef does not say which template it means. Write `template:`.'
  return [{ code: 'template-ref-incomplete', message, path: ['templateRef'] }]
}

/**
 * What a step calls by name must be a template of the file, even where it has an inline template as well. Argo looks for it before it knows
 * what inputs are set to, so that a name with a tag can be found only where the tag is an argument of the workflow.
 */
export const checkCalledTemplates: PlacedStepRule = (step, around) => {
  const { templates, hasOthers, values } = around
  const called = step.template
  if (hasOthers || called === undefined || called === '' || step.templateRef !== undefined)
    return []
  const filled = filledIn(called, values)
  if (templates.has(filled)) return []
  const similar = similarName(filled, templates.keys())
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = called.includes('{{')
    ? `Argo looks for the template ${called} before it fills in what a run brings, and finds none.${meant} Write the name of a template.`
    : `There is no template ${called}.${meant} Call one that is there, or add it.`
  const fixes = [
    ...(similar === undefined ? [] : [settingField(`Call ${similar}`, ['template'], similar)]),
    ...(called.includes('{{') ? [] : [addingTemplate(called)]),
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
