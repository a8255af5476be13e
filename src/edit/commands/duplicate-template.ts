import { freeName, nameProblem, templatePath } from '../../argo/index.ts'
import { insertItems, itemText, setEntry } from '../../yaml/index.ts'
import { withoutAnchors } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findListedTemplate, templateNames, type TemplateKey } from '../places.ts'
import { listAt } from '../step-texts.ts'

export interface DuplicateTemplateArguments {
  readonly template: TemplateKey
  /** The copy's name; without one, a free name after the original's. */
  readonly name?: string | undefined
}

/** Puts a copy of a template right after it. The comments above the template stay with the original. */
export const duplicateTemplate: Command<DuplicateTemplateArguments> = (
  context,
  { template, name },
) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const index = manifest && draft.take(findListedTemplate(manifest, template))
  if (manifest === undefined || index === undefined) return draft.finish()
  const taken = templateNames(manifest)
  const fresh = name ?? freeName(manifest.spec.templates[index]?.name ?? 'template', taken)
  const problem = nameProblem(fresh)
  if (problem !== undefined) draft.refuse(`“${fresh}” is no name for a template. ${problem}`)
  if (taken.has(fresh)) draft.refuse(`There is a template ${fresh} already.`)
  const list = { document, path: [...manifest.specPath, 'templates'] }
  draft.plan((tree) => {
    const templates = listAt(tree, list)
    const own = templates === undefined ? undefined : itemText(tree.text, templates, index)
    const copy = own === undefined ? [] : [withoutAnchors({ ...own, comments: [] })]
    return insertItems(tree, list, index + 1, copy)
  })
  const path = templatePath(manifest, index + 1)
  draft.plan((tree) => setEntry(tree, { document, path }, 'name', fresh, { after: [] }))
  return draft.finish([{ document, path }])
}

export function readDuplicateTemplate(read: ArgumentReader): DuplicateTemplateArguments {
  return { template: read.template(), name: read.optionalText('name') }
}
