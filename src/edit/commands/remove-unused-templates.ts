import { templatePath } from '../../argo/index.ts'
import { removeItems } from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { unusedTemplates } from '../unused-templates.ts'

export interface RemoveUnusedTemplatesArguments {
  /** Names of templates that nothing calls; `unusedTemplates` gives all. */
  readonly templates: readonly string[]
}

/** Deletes templates that nothing reaches from the start of the workflow, with their comments. Refused for those that something does. */
export const removeUnusedTemplates: Command<RemoveUnusedTemplatesArguments> = (
  context,
  { templates },
) => {
  const draft = new Draft(context)
  const { manifest, document, tree } = draft
  if (manifest === undefined || draft.refused) return draft.finish()
  const unused = unusedTemplates(tree, document)
  const chosen = unused.filter(({ name }) => templates.includes(name))
  const used = templates.find((name) => !unused.some((one) => one.name === name))
  if (used !== undefined)
    draft.refuse(`It is not sure that nothing calls the template ${used}, so it stays.`)
  else if (chosen.length === 0) draft.refuse('There is no template that surely nothing calls.')
  const paths = chosen.map(({ index }) => templatePath(manifest, index))
  const use = anchorUsedElsewhere(tree, document, paths)
  if (use !== undefined) draft.refuse(anchorMessage('One of the templates', use))
  draft.plan((current) =>
    removeItems(
      current,
      { document, path: [...manifest.specPath, 'templates'] },
      chosen.map(({ index }) => index),
    ),
  )
  return draft.finish()
}

export function readRemoveUnusedTemplates(read: ArgumentReader): RemoveUnusedTemplatesArguments {
  const templates = read.list(
    'templates',
    (value) => (typeof value === 'string' ? value : undefined),
    'names',
  )
  return { templates }
}
