import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'

/** A workflow that runs must say with which template it starts; a template of workflows may. */
export const checkEntrypoint: DocumentRule = ({ manifest, templates }) => {
  const { kind, spec, specPath } = manifest
  if (spec.node === undefined || spec.workflowTemplateRef !== undefined) return []
  const { entrypoint } = spec
  if (entrypoint === undefined || entrypoint === '') {
    if (kind !== 'Workflow' && kind !== 'CronWorkflow') return []
    const message =
      'This workflow does not say where it starts. Write `entrypoint:` with the name of a template.'
    return [{ code: 'entrypoint-missing', message, path: specPath }]
  }
  if (templates.has(entrypoint) || entrypoint.includes('{{')) return []
  const message = `The entrypoint ${entrypoint} is no template of the file. Choose one that is there, or add it.`
  return [{ code: 'entrypoint-unknown', message, path: [...specPath, 'entrypoint'] }]
}

/** The exit handler of a workflow must be a template of the file. */
export const checkExitHandler: DocumentRule = ({ manifest, templates }): readonly Finding[] => {
  const { spec, specPath } = manifest
  const { onExit } = spec
  if (onExit === undefined || spec.workflowTemplateRef !== undefined) return []
  if (templates.has(onExit) || onExit.includes('{{')) return []
  const message = `The exit handler ${onExit} is no template of the file. Choose one that is there, or add it.`
  return [{ code: 'exit-handler-unknown', message, path: [...specPath, 'onExit'] }]
}
