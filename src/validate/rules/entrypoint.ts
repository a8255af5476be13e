import type { Path } from '../../base/index.ts'
import { settingField } from '../fix.ts'
import type { ProblemCode } from '../codes.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'
import { similarName } from '../similar.ts'

/** A workflow that runs must say with which template it starts; a template of workflows may. */
export const checkEntrypoint: DocumentRule = ({ manifest, templates }) => {
  const { kind, spec, specPath } = manifest
  if (spec.node === undefined || spec.workflowTemplateRef !== undefined) return []
  const { entrypoint = '' } = spec
  if (entrypoint !== '')
    return namedTemplate(entrypoint, 'entrypoint', [...specPath, 'entrypoint'], templates.keys())
  if (kind !== 'Workflow' && kind !== 'CronWorkflow') return []
  const [first, ...others] = templates.keys()
  const message =
    'This workflow does not say where it starts. Write `entrypoint:` with the name of a template.'
  const fixes =
    first === undefined || others.length > 0
      ? []
      : [settingField(`Start with ${first}`, [...specPath, 'entrypoint'], first)]
  return [{ code: 'entrypoint-missing', message, path: specPath, fixes }]
}

/** The exit handler of a workflow must be a template of the file. */
export const checkExitHandler: DocumentRule = ({ manifest, templates }) => {
  const { spec, specPath } = manifest
  const { onExit = '' } = spec
  if (onExit === '' || spec.workflowTemplateRef !== undefined) return []
  return namedTemplate(onExit, 'exit handler', [...specPath, 'onExit'], templates.keys())
}

/** Tags are not resolved there, so a name made of them is that of no template. */
function namedTemplate(
  name: string,
  what: 'entrypoint' | 'exit handler',
  path: Path,
  templates: Iterable<string>,
): readonly Finding[] {
  const names = [...templates]
  if (names.includes(name)) return []
  const code: ProblemCode = what === 'entrypoint' ? 'entrypoint-unknown' : 'exit-handler-unknown'
  const similar = similarName(name, names)
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = `The ${what} ${name} is no template of the file.${meant} Choose one that is there, or add it.`
  const fixes =
    similar === undefined ? [] : [settingField(`Change it to ${similar}`, path, similar)]
  return [{ code, message, path, fixes }]
}
