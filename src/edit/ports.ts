import type { Path } from '../base/index.ts'
import { locate } from '../yaml/index.ts'
import type { ArgumentReader } from './arguments.ts'
import type { Draft } from './draft.ts'
import { indexNamed, portsKinds, portsPath, type PortPlace, type PortsKind } from './named-items.ts'
import { findTemplate, type TemplateKey } from './places.ts'

/** A parameter or artifact of a template, or of the workflow itself, by its name. */
export interface PortAddress {
  /** Null for the workflow, which has `arguments` only; a path for a template that is written in place. */
  readonly template: TemplateKey | null | Path
  readonly kind: PortsKind
  readonly parameter: string
  readonly artifact?: boolean | undefined
}

/** Reads `template`, `kind`, `parameter` and `artifact`. */
export function readPorts(read: ArgumentReader): PortAddress {
  const kind = read.oneOf('kind', portsKinds)
  if (kind === undefined) read.report(`The argument kind must be one of ${portsKinds.join(', ')}.`)
  return {
    template: read.isNull('template')
      ? null
      : read.isList('template')
        ? read.path('template')
        : read.template(),
    kind: kind ?? 'inputs',
    parameter: read.text('parameter'),
    artifact: read.optionalFlag('artifact'),
  }
}

/** Where the ports of an address are. Refused for a template that is not there and for kinds that it cannot have. */
export function findPorts(draft: Draft, address: PortAddress): PortPlace | undefined {
  const { kind, artifact = false } = address
  const { manifest } = draft
  if (manifest === undefined) return undefined
  if (address.template === null) {
    if (kind === 'arguments') return { template: null, kind, artifact }
    draft.refuse(`The workflow itself has no ${kind}, only arguments.`)
    return undefined
  }
  if (kind === 'arguments') {
    draft.refuse(
      'A template has inputs and outputs; arguments are of the workflow (template: null), or of a step (setArgument).',
    )
    return undefined
  }
  if (typeof address.template === 'object') {
    const path = address.template
    const found = locate(draft.tree, { document: draft.document, path })?.node
    if (path.at(-1) === 'inline' && found?.kind === 'map') return { template: path, kind, artifact }
    draft.refuse(`There is no template in place at ${path.join('.')}.`)
    return undefined
  }
  const template = draft.take(findTemplate(manifest, address.template))
  return template === undefined ? undefined : { template, kind, artifact }
}

/** Index of the parameter of an address. Refused when it is not there. */
export function findPort(draft: Draft, place: PortPlace, name: string): number | undefined {
  const { manifest } = draft
  const index = manifest && indexNamed(draft, portsPath(manifest, place), name)
  if (index === undefined)
    draft.refuse(
      `There is no ${place.artifact ? 'artifact' : 'parameter'} ${name} in ${place.kind}.`,
    )
  return index
}
