import { err, ok, type TextChange } from '../../base/index.ts'
import { nameProblem, templatePath, type ManifestView } from '../../argo/index.ts'
import { setEntry, setValue, type Plan, type YamlTree } from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { followTemplateElsewhere, ownerOf } from '../other-documents.ts'
import { findListedTemplate, templateNames, type TemplateKey } from '../places.ts'
import { templateUses } from '../template-uses.ts'

export interface RenameTemplateArguments {
  readonly template: TemplateKey
  /** The new name. */
  readonly name: string
}

/** Renames a template; whatever calls it by name follows. Refused for names that Argo does not take, and taken ones. */
export const renameTemplate: Command<RenameTemplateArguments> = (context, { template, name }) => {
  const draft = new Draft(context)
  const { manifest, document, tree } = draft
  const index = manifest && draft.take(findListedTemplate(manifest, template))
  if (manifest === undefined || index === undefined) return draft.finish()
  const path = templatePath(manifest, index)
  const old = manifest.spec.templates[index]?.name
  const problem = nameProblem(name)
  const use = anchorUsedElsewhere(tree, document, [[...path, 'name']])
  if (problem !== undefined) draft.refuse(`“${name}” is no name for a template. ${problem}`)
  else if (old === name) draft.refuse(`The template is called ${name} already.`)
  else if (templateNames(manifest).has(name)) draft.refuse(`There is a template ${name} already.`)
  else if (use !== undefined) draft.refuse(anchorMessage('The name', use))
  draft.plan((current) => setEntry(current, { document, path }, 'name', name, { after: [] }))
  const isOnly = manifest.spec.templates.filter((other) => other.name === old).length === 1
  if (old !== undefined && isOnly)
    draft.plan((current, view) => followCalls(current, view, document, old, name))
  if (old !== undefined && isOnly)
    followTemplateElsewhere(draft, ownerOf(manifest, document), old, name)
  return draft.finish([{ document, path }])
}

export function readRenameTemplate(read: ArgumentReader): RenameTemplateArguments {
  return { template: read.template(), name: read.text('name') }
}

function followCalls(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  old: string,
  name: string,
): Plan {
  const changes: TextChange[] = []
  for (const use of templateUses(tree, manifest, document)) {
    if (use.name !== old) continue
    const plan = setValue(tree, { document, path: use.path }, name)
    if (!plan.ok) return err(plan.error)
    changes.push(...plan.value)
  }
  return ok(changes)
}
