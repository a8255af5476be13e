import {
  freeName,
  isManifestKind,
  type TemplateAddress,
  templateAt,
  templateIndex,
  templatePath,
} from '../argo/index.ts'
import {
  locate,
  insertItems,
  newItem,
  setDeep,
  setEntry,
  styleOf,
  type JsonObject,
} from '../yaml/index.ts'
import type { Draft } from './draft.ts'
import { newWorkflow } from './new-workflow.ts'
import { findStepsTemplate, findTemplate, templateNames, type TemplateKey } from './places.ts'

/**
 * Makes sure that there is a list of templates to add to: an empty document becomes a Workflow, a Workflow without `spec` or
 * `templates` gets them. Refused for documents of other kinds.
 */
export function ensureTemplates(draft: Draft, entrypoint = 'steps'): void {
  const { manifest, tree, document } = draft
  const whole = tree.documents[document]
  if (manifest === undefined || whole === undefined) return
  if (whole.root.kind === 'empty' && whole.root.props === undefined) {
    const at = whole.at + whole.length
    const before = tree.text.slice(whole.at, at)
    const gap = before === '' || /[\r\n]$/.test(before) ? '' : '\n'
    draft.change([{ from: at, to: at, insert: gap + newWorkflow('workflow', entrypoint) }])
    return
  }
  if (whole.root.kind !== 'map') {
    draft.refuse('This document is no map of keys and values, so it cannot be a workflow.')
    return
  }
  if (!isManifestKind(manifest.kind)) {
    draft.refuse(
      manifest.kind === undefined
        ? 'This document has no kind. Write `kind: Workflow` first.'
        : `This document is a ${manifest.kind}, which has no templates.`,
    )
    return
  }
  const path = [...manifest.specPath, 'templates']
  if (locate(tree, { document, path }) === undefined)
    draft.plan((current) => setDeep(current, { document, path }, []))
}

/** A `steps` template to add to. In a manifest without templates it is made, and becomes the entrypoint if there is none. */
export function ensureStepsTemplate(draft: Draft, key: TemplateKey): TemplateAddress | undefined {
  const name = typeof key === 'string' && key !== '' ? key : 'steps'
  ensureTemplates(draft, name)
  const { manifest, document } = draft
  if (manifest === undefined || draft.refused) return undefined
  if (manifest.spec.templates.length > 0 || manifest.spec.workflowTemplateRef !== undefined)
    return draft.take(findStepsTemplate(manifest, key))
  addTemplateFields(draft, { name, steps: [] })
  if (manifest.spec.entrypoint === undefined) {
    draft.plan((tree) =>
      setEntry(tree, { document, path: manifest.specPath }, 'entrypoint', name, { after: [] }),
    )
  }
  return 0
}

/** A `steps` or `dag` template to add to, as `ensureStepsTemplate` has it. */
export function ensureNodesTemplate(draft: Draft, key: TemplateKey): TemplateAddress | undefined {
  const found = draft.manifest && findTemplate(draft.manifest, key)
  const index = found?.ok === true ? found.value : undefined
  const type = index === undefined ? undefined : templateAt(draft.manifest, index)?.type
  return type === 'dag' ? index : ensureStepsTemplate(draft, key)
}

/** Adds a template at the end of the list, which must be there. */
export function addTemplateFields(draft: Draft, fields: JsonObject): void {
  const { document } = draft
  draft.plan((tree, manifest) => {
    const address = { document, path: [...manifest.specPath, 'templates'] }
    const item = newItem(fields, styleOf(tree, document))
    return insertItems(tree, address, manifest.spec.templates.length, [item])
  })
}

/** A name for a new template that is not taken, and where it will be once it is added at the end. */
export function freeTemplateName(draft: Draft, base: string): string {
  const { manifest } = draft
  return manifest === undefined ? base : freeName(base, templateNames(manifest))
}

/** Path of the template of a name. */
export function templateNamed(
  draft: Draft,
  name: string,
): readonly (string | number)[] | undefined {
  const { manifest } = draft
  const index = manifest && templateIndex(manifest, name)
  return manifest === undefined || index === undefined ? undefined : templatePath(manifest, index)
}
