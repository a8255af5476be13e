import { templatePath } from '../../argo/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import type { TemplateKey } from '../places.ts'
import { findScript, setSource } from '../set-source.ts'

export interface SetScriptSourceArguments {
  readonly template: TemplateKey
  readonly source: string
}

/** Sets the source of a script template. Several lines stand as a literal block; the source reads back exactly as given. */
export const setScriptSource: Command<SetScriptSourceArguments> = (
  context,
  { template, source },
) => {
  const draft = new Draft(context)
  const { manifest } = draft
  const index = findScript(draft, template)
  if (manifest === undefined || index === undefined) return draft.finish()
  setSource(draft, templatePath(manifest, index), source)
  return draft.finish()
}

export function readSetScriptSource(read: ArgumentReader): SetScriptSourceArguments {
  return { template: read.template(), source: read.text('source') }
}
