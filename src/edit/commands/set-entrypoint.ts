import { fieldOrder, keysBefore } from '../../argo/index.ts'
import { setEntry } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findListedTemplate, type TemplateKey } from '../places.ts'

export interface SetEntrypointArguments {
  readonly template: TemplateKey
}

/** Makes a template the one with which the workflow starts. */
export const setEntrypoint: Command<SetEntrypointArguments> = (context, { template }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const index = manifest && draft.take(findListedTemplate(manifest, template))
  if (manifest === undefined || index === undefined) return draft.finish()
  const name = manifest.spec.templates[index]?.name
  if (name === undefined) return draft.refuse('The template has no name. Name it first.').finish()
  draft.plan((tree) =>
    setEntry(tree, { document, path: manifest.specPath }, 'entrypoint', name, {
      after: keysBefore(fieldOrder.spec, 'entrypoint') ?? [],
    }),
  )
  return draft.finish()
}

export function readSetEntrypoint(read: ArgumentReader): SetEntrypointArguments {
  return { template: read.template() }
}
