import type { Path } from '../../base/index.ts'
import type { ManifestView, SpecView } from '../../argo/index.ts'
import { settingField } from '../fix.ts'
import type { ProblemCode } from '../codes.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'
import { similarName } from '../similar.ts'

/** A workflow that runs must say with which template it starts; a template of workflows may. */
export const checkEntrypoint: DocumentRule = ({ manifest, templates, run, reader }) => {
  const { kind, spec, specPath } = manifest
  if (spec.node === undefined) return []
  if (reader.field(spec.node, 'workflowTemplateRef') !== undefined)
    return run === undefined ? [] : startElsewhere(spec, specPath, run)
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

/** A workflow that runs another manifest starts with a template of that, by its own word or else by that of the other. */
function startElsewhere(spec: SpecView, specPath: Path, run: ManifestView): readonly Finding[] {
  const name = spec.entrypoint ?? ''
  if (name !== '')
    return namedTemplate(name, 'entrypoint', [...specPath, 'entrypoint'], ...placeOf(run))
  if ((run.spec.entrypoint ?? '') !== '') return []
  const message = `Neither this workflow nor ${run.name ?? 'the manifest that it runs'} says where to start. Write \`entrypoint:\` with the name of a template.`
  return [{ code: 'entrypoint-missing', message, path: [...specPath, 'workflowTemplateRef'] }]
}

/** The exit handler of a workflow must be a template of the file. */
export const checkExitHandler: DocumentRule = ({ manifest, templates, run }) => {
  const { spec, specPath } = manifest
  const { onExit = '' } = spec
  const path = [...specPath, 'onExit']
  if (onExit === '') return []
  if (spec.workflowTemplateRef === undefined)
    return namedTemplate(onExit, 'exit handler', path, templates.keys())
  return run === undefined ? [] : namedTemplate(onExit, 'exit handler', path, ...placeOf(run))
}

/** The names of a manifest's templates, and whose they are in words. */
function placeOf({ name, spec }: ManifestView): readonly [Iterable<string>, string] {
  const names = spec.templates.flatMap((template) => template.name ?? [])
  return [names, `of ${name ?? 'the manifest that is run'}`]
}

/** Tags are not resolved there, so a name made of them is that of no template. */
function namedTemplate(
  name: string,
  what: 'entrypoint' | 'exit handler',
  path: Path,
  templates: Iterable<string>,
  where = 'of the file',
): readonly Finding[] {
  const names = [...templates]
  if (names.includes(name)) return []
  const code: ProblemCode = what === 'entrypoint' ? 'entrypoint-unknown' : 'exit-handler-unknown'
  const similar = similarName(name, names)
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = `The ${what} ${name} is no template ${where}.${meant} Choose one that is there, or add it.`
  const fixes =
    similar === undefined ? [] : [settingField(`Change it to ${similar}`, path, similar)]
  return [{ code, message, path, fixes }]
}
