import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { convertToDependencies, convertToDepends } from '../convert-dependencies.ts'
import { Draft } from '../draft.ts'
import { findDagTemplate, type TemplateKey } from '../places.ts'

export interface ConvertDependenciesArguments {
  readonly template: TemplateKey
  readonly to: 'depends' | 'dependencies'
}

/** Says what the tasks of a dag depend on in the other way: as lists, or as conditions. Refused where the meaning would not be the same. */
export const convertDependencies: Command<ConvertDependenciesArguments> = (
  context,
  { template, to },
) => {
  const draft = new Draft(context)
  const index = draft.manifest && draft.take(findDagTemplate(draft.manifest, template))
  if (index === undefined) return draft.finish()
  if (to === 'depends') convertToDepends(draft, index)
  else convertToDependencies(draft, index)
  return draft.finish()
}

export function readConvertDependencies(read: ArgumentReader): ConvertDependenciesArguments {
  const template = read.template()
  const to = read.oneOf('to', ['depends', 'dependencies'] as const)
  if (to === undefined) read.report('The argument to must be one of depends, dependencies.')
  return { template, to: to ?? 'depends' }
}
