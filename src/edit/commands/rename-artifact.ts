import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { portsKinds, type PortsKind } from '../named-items.ts'
import type { TemplateKey } from '../places.ts'
import { renameParameter } from './rename-parameter.ts'

export interface RenameArtifactArguments {
  /** Null for the workflow, which has `arguments` only. */
  readonly template: TemplateKey | null
  readonly kind: PortsKind
  readonly artifact: string
  /** The new name. */
  readonly name: string
}

/**
 * Renames an artifact. What reads it follows: `from`, expressions, tags with its path, `manifestFrom` of a resource, and the arguments
 * of those who call the template.
 */
export const renameArtifact: Command<RenameArtifactArguments> = (
  context,
  { template, kind, artifact, name },
) => renameParameter(context, { template, kind, parameter: artifact, artifact: true, name })

export function readRenameArtifact(read: ArgumentReader): RenameArtifactArguments {
  const kind = read.oneOf('kind', portsKinds)
  if (kind === undefined) read.report(`The argument kind must be one of ${portsKinds.join(', ')}.`)
  return {
    template: read.isNull('template') ? null : read.template(),
    kind: kind ?? 'inputs',
    artifact: read.text('artifact'),
    name: read.text('name'),
  }
}
