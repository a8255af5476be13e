import { nameProblem } from '../../argo/index.ts'
import type { JsonObject, JsonValue } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import {
  newTemplateName,
  readNewTemplate,
  templateFields,
  type NewTemplate,
} from '../new-template.ts'
import { addTemplateFields, ensureTemplates, freeTemplateName, templateNamed } from '../skeleton.ts'

/** A template of a type with what it needs to run, or any fields as they are. */
export type AddTemplateArguments =
  NewTemplate | { readonly template: Readonly<Record<string, JsonValue>> }

/** Adds a template at the end of the list. A name that is taken gets a number. */
export const addTemplate: Command<AddTemplateArguments> = (context, args) => {
  const draft = new Draft(context)
  ensureTemplates(draft)
  const wanted =
    'template' in args
      ? (args.template['name'] ?? 'template')
      : (args.name ?? newTemplateName(args.type))
  const problem = typeof wanted === 'string' ? nameProblem(wanted) : 'It must be a text.'
  if (typeof wanted !== 'string' || problem !== undefined) {
    return draft
      .refuse(`${JSON.stringify(wanted)} is no name for a template. ${problem ?? ''}`)
      .finish()
  }
  const name = freeTemplateName(draft, wanted)
  if (!('template' in args))
    addTemplateFields(draft, templateFields(name, args.type, args.language))
  else addTemplateFields(draft, withName(args.template, name))
  const path = templateNamed(draft, name)
  return draft.finish(path === undefined ? [] : [{ document: draft.document, path }])
}

export function readAddTemplate(read: ArgumentReader): AddTemplateArguments {
  const template = read.optionalObject('template')
  return template === undefined ? readNewTemplate(read) : { template }
}

/** The fields with a name, which comes first when they had none. */
function withName(fields: Readonly<Record<string, JsonValue>>, name: string): JsonObject {
  return 'name' in fields ? { ...fields, name } : { name, ...fields }
}
