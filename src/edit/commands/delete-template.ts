import { removeItems } from '../../yaml/index.ts'
import { templatePath } from '../../argo/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findListedTemplate, nameOf, type TemplateKey } from '../places.ts'
import { templateUses } from '../template-uses.ts'

export interface DeleteTemplateArguments {
  readonly template: TemplateKey
}

/** Deletes a template with its comments. Refused while anything but itself calls it. */
export const deleteTemplate: Command<DeleteTemplateArguments> = (context, { template }) => {
  const draft = new Draft(context)
  const { manifest, document, tree } = draft
  const index = manifest && draft.take(findListedTemplate(manifest, template))
  if (manifest === undefined || index === undefined) return draft.finish()
  const path = templatePath(manifest, index)
  const { templates } = manifest.spec
  const name = templates[index]?.name
  const isOnly = templates.filter((other) => other.name === name).length === 1
  const users = templateUses(tree, manifest, document)
    .filter((use) => use.name === name && !path.every((part, at) => use.path[at] === part))
    .map(({ by }) => by)
  if (isOnly && users.length > 0) {
    const all =
      users.length > 4 ? [...users.slice(0, 4), `${String(users.length - 4)} more`] : users
    draft.refuse(
      `The template ${nameOf(templates[index], index)} is still called by ${all.join(', ')}. Change that first.`,
    )
  }
  const use = anchorUsedElsewhere(tree, document, [path])
  if (use !== undefined)
    draft.refuse(anchorMessage(`The template ${nameOf(templates[index], index)}`, use))
  draft.plan((current) =>
    removeItems(current, { document, path: [...manifest.specPath, 'templates'] }, [index]),
  )
  return draft.finish()
}

export function readDeleteTemplate(read: ArgumentReader): DeleteTemplateArguments {
  return { template: read.template() }
}
