import { freeName, stepNames } from '../../argo/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import { stepsOf, type DocumentRule, type OwnRule } from '../scope.ts'

/** No two templates may have one name: steps would call the first, whichever was meant. */
export const checkDuplicateTemplates: DocumentRule = ({
  manifest: { spec, specPath },
  templates,
}) => {
  const seen = new Set<string>()
  return spec.templates.flatMap(({ name }, index): Finding[] => {
    if (name === undefined || name === '') return []
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    const message = `There is another template ${name} above. Give this one a name of its own.`
    const path = [...specPath, 'templates', index, 'name']
    const free = freeName(name, new Set(templates.keys()))
    const fixes = [settingField(`Rename it to ${free}`, path, free)]
    return [{ code: 'template-duplicate', message, path, fixes }]
  })
}

/** No two steps of a template may have one name, in whatever lanes. */
export const checkDuplicateSteps: OwnRule = (template) => {
  const { repeated } = stepNames(template)
  if (repeated.size === 0) return []
  const seen = new Set<string>()
  return stepsOf(template).flatMap(({ step: { name }, path, lane }): Finding[] => {
    if (name === undefined) return []
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    const what = lane === undefined ? 'task' : 'step'
    const message = `There is another ${what} ${name} in this template. Give this one a name of its own.`
    return [{ code: 'step-duplicate', message, path: [...path, 'name'] }]
  })
}
