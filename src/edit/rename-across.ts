import { readManifest, templateIndex } from '../argo/index.ts'
import { err, ok, type Result, type TextChange } from '../base/index.ts'
import { setValue, type YamlTree } from '../yaml/index.ts'
import type { Refusal } from './command.ts'
import { renameParameter } from './commands/rename-parameter.ts'
import { renameTemplate } from './commands/rename-template.ts'
import { Draft } from './draft.ts'
import {
  followManifestElsewhere,
  followPortElsewhere,
  followTemplateElsewhere,
  followWorkflowParameterElsewhere,
  ownerOf,
} from './other-documents.ts'
import { findListedTemplate, type TemplateKey } from './places.ts'
import type { PortAddress } from './ports.ts'

/** What is renamed: the manifest itself, one of its templates, or a parameter or artifact. */
export type RenameSubject =
  | { readonly kind: 'manifest' }
  | { readonly kind: 'template'; readonly template: TemplateKey }
  | { readonly kind: 'port'; readonly port: PortAddress }

/**
 * Plans a rename that follows into other files. In: the trees of all open files; which of them, and which of its documents, has what is
 * renamed; and the new name. Out: for each tree, in the same order, the changes of its text: sorted, not overlapping, in offsets of the
 * text as it is, and none for a file that the rename does not touch.
 *
 * Followed are calls by `templateRef` (with their arguments, and what reads their outputs), and Workflows that run the manifest by
 * `workflowTemplateRef` (with their arguments, entrypoint and exit handler). A namespace that one side does not say is taken for the
 * same. Refused where the rename itself is, and where an affected place of another file stands behind an alias; trees that do not parse
 * are left alone.
 */
export function renameAcross(
  trees: readonly YamlTree[],
  at: { readonly tree: number; readonly document: number },
  subject: RenameSubject,
  name: string,
): Result<readonly (readonly TextChange[])[], Refusal> {
  const own = trees[at.tree]
  const root = own?.documents[at.document]
  if (own === undefined || root === undefined) return err({ message: 'There is no such document.' })
  const first = renameOwn(own, at.document, subject, name)
  if (!first.ok) return first
  const manifest = readManifest(root)
  const all: (readonly TextChange[])[] = []
  for (const [index, tree] of trees.entries()) {
    const isBroken = tree.problems.some(({ severity }) => severity === 'error')
    if (index === at.tree) all.push(first.value)
    else if (isBroken || tree.documents.length === 0) all.push([])
    else {
      const draft = new Draft({ tree, document: 0 })
      followInto(draft, manifest, subject, name)
      const done = draft.finish()
      if (!done.ok) return done
      all.push(done.value.changes)
    }
  }
  return ok(all)
}

function renameOwn(
  tree: YamlTree,
  document: number,
  subject: RenameSubject,
  name: string,
): Result<readonly TextChange[], Refusal> {
  const context = { tree, document }
  if (subject.kind === 'template') {
    const done = renameTemplate(context, { template: subject.template, name })
    return done.ok ? ok(done.value.changes) : done
  }
  if (subject.kind === 'port') {
    const done = renameParameter(context, { ...subject.port, name })
    return done.ok ? ok(done.value.changes) : done
  }
  const draft = new Draft(context)
  const { manifest } = draft
  if (manifest?.name === undefined) draft.refuse('The manifest has no name that could be changed.')
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name))
    draft.refuse(`“${name}” is no name for a manifest. Use small letters, digits, - and dots.`)
  draft.plan((current) => setValue(current, { document, path: ['metadata', 'name'] }, name))
  if (manifest !== undefined) {
    // Its own steps may call its own templates through its name.
    const { kind, name: old, namespace } = manifest
    followManifestElsewhere(draft, { kind, name: old, namespace, document: undefined }, name)
  }
  const done = draft.finish()
  return done.ok ? ok(done.value.changes) : done
}

function followInto(
  draft: Draft,
  manifest: ReturnType<typeof readManifest>,
  subject: RenameSubject,
  name: string,
): void {
  const owner = ownerOf(manifest, undefined)
  if (subject.kind === 'manifest') {
    followManifestElsewhere(draft, owner, name)
    return
  }
  const key = subject.kind === 'template' ? subject.template : subject.port.template
  if (key === null) {
    if (subject.kind === 'port' && subject.port.artifact !== true)
      followWorkflowParameterElsewhere(draft, owner, subject.port.parameter, name)
    return
  }
  // A template given in place is called by its step alone.
  if (typeof key === 'object') return
  const index = findListedTemplate(manifest, key)
  const template = index.ok ? manifest.spec.templates[index.value]?.name : undefined
  // Of two templates of one name, the first is called.
  if (template === undefined || !index.ok || templateIndex(manifest, template) !== index.value)
    return
  if (subject.kind === 'template') followTemplateElsewhere(draft, owner, template, name)
  else if (subject.port.kind !== 'arguments') {
    const { kind, artifact = false, parameter } = subject.port
    followPortElsewhere(draft, owner, template, { kind, artifact }, parameter, name)
  }
}
