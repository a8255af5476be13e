import { settingField, type FixMaker } from '../fix.ts'
import type { DocumentRule } from '../scope.ts'

/** What runs a WorkflowTemplate as a whole has no templates of its own. (Argo: WorkflowTemplateRefFields.) */
export const checkTemplatesBesideRef: DocumentRule = ({ manifest: { spec, specPath }, reader }) => {
  if (spec.templates.length === 0) return []
  if (reader.field(spec.node, 'workflowTemplateRef') === undefined) return []
  const path = [...specPath, 'templates']
  const message =
    'A workflow with `workflowTemplateRef` runs the templates of that one and may have none of its own. Remove these, or the `workflowTemplateRef`.'
  const removing = (field: string): FixMaker =>
    settingField(`Remove ${field}`, [...specPath, field], null)
  // Without an entrypoint of its own, a workflow cannot do without the other.
  const isOnItsOwn = spec.entrypoint !== undefined && spec.entrypoint !== ''
  const fixes = [removing('templates'), ...(isOnItsOwn ? [removing('workflowTemplateRef')] : [])]
  return [{ code: 'templates-beside-ref', message, path, marks: 'key', fixes }]
}
