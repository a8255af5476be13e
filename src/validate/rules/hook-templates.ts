import type { Path } from '../../base/index.ts'
import type { FieldReader } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, PlacedStepRule } from '../scope.ts'
import { similarName } from '../similar.ts'

type Known = ReadonlyMap<string, unknown>

/** A hook of a step must run a template that is there. Argo's lint does not look: the run ends in an error when the hook is due. */
export const checkStepHookTemplates: PlacedStepRule = (step, { templates, hasOthers }, reader) => {
  if (hasOthers || (step.hooks.length === 0 && step.onExit === undefined)) return []
  const { onExit } = step
  const exit = onExit === undefined ? [] : unknownIn(onExit, ['onExit'], templates)
  return [...inHooks(step.node, ['hooks'], templates, reader), ...exit]
}

/** So must a hook of a workflow; its `onExit` is looked at by Argo too. */
export const checkWorkflowHookTemplates: DocumentRule = ({ manifest, templates, reader }) => {
  const { spec, specPath } = manifest
  if (spec.workflowTemplateRef !== undefined) return []
  return inHooks(spec.node, [...specPath, 'hooks'], templates, reader)
}

function inHooks(
  owner: YamlNode | undefined,
  path: Path,
  templates: Known,
  reader: FieldReader,
): readonly Finding[] {
  const hooks = reader.field(owner, 'hooks')
  return reader.keys(hooks).flatMap((hook) => {
    const template = reader.text(reader.field(hooks, hook), 'template')
    return template === undefined ? [] : unknownIn(template, [...path, hook, 'template'], templates)
  })
}

function unknownIn(template: string, path: Path, templates: Known): readonly Finding[] {
  if (template === '' || templates.has(template) || template.includes('{{')) return []
  const similar = similarName(template, templates.keys())
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = `There is no template ${template} for this hook.${meant} Argo accepts that, and the run ends in an error when the hook is due.`
  const fixes = similar === undefined ? [] : [settingField(`Run ${similar}`, path, similar)]
  return [{ code: 'hook-template-unknown', message, path, fixes }]
}
