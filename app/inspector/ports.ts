import type { PortAddress } from '../../src/edit/index.ts'
import type { Path } from '../../src/base/index.ts'
import { freeName, type ParameterView, type ArtifactView } from '../../src/argo/index.ts'
import { valueOf, type YamlNode } from '../../src/yaml/index.ts'
import type { Shape } from './raw-fields.ts'

/** A list of parameters or artifacts: of a template, by its index or, written in place, by its path; or without one of the workflow. */
export interface PortList {
  readonly template: number | null | Path
  readonly kind: 'inputs' | 'outputs' | 'arguments'
  readonly artifact: boolean
}

/** What the commands call one of them. */
export function portAddress(list: PortList, name: string): PortAddress {
  const { template, kind, artifact } = list
  return { template, kind, parameter: name, ...(artifact ? { artifact } : {}) }
}

/** The field that stands beside the name, and the text that it has. */
export interface MainField {
  readonly label: string
  readonly path: readonly string[]
  readonly value: string | undefined
}

/**
 * What is edited beside the name: the path of an artifact, where an output is read from, the value of a workflow's parameter, else the
 * default (an input's own value where it has one).
 */
export function mainField(list: PortList, port: ParameterView | ArtifactView): MainField {
  if (!('hasValueFrom' in port)) return { label: 'Path', path: ['path'], value: port.path }
  if (list.kind === 'outputs') {
    const from = valueOf(port.node, 'valueFrom')
    const file = valueOf(from, 'path')
    const value = file?.kind === 'scalar' ? file.value : undefined
    return { label: 'Read from the file', path: ['valueFrom', 'path'], value }
  }
  if (list.kind === 'arguments' || port.value !== undefined)
    return { label: 'Value', path: ['value'], value: port.value }
  return { label: 'Default', path: ['default'], value: port.default }
}

/** What the card of a port shows by fields of its own; the rest is YAML. */
export function portShown(
  list: PortList,
  node: YamlNode,
): Readonly<Partial<Record<string, Shape>>> {
  if (list.artifact) return { name: 'text', path: 'text' }
  const base: Readonly<Partial<Record<string, Shape>>> = {
    name: 'text',
    description: 'text',
    enum: 'texts',
  }
  if (list.kind !== 'outputs') {
    const hasValue = list.kind === 'arguments' || isPresent(valueOf(node, 'value'))
    return hasValue ? { ...base, value: 'text' } : { ...base, default: 'text' }
  }
  const from = valueOf(node, 'valueFrom')
  const isPath =
    from === undefined ||
    (from.kind === 'map' && from.entries.length === 1 && valueOf(from, 'path')?.kind === 'scalar')
  return isPath ? { ...base, valueFrom: 'any' } : base
}

/** A name for a new one. */
export function newPortName(
  list: PortList,
  ports: readonly { readonly name: string | undefined }[],
): string {
  const base = list.artifact ? 'artifact' : list.kind === 'outputs' ? 'result' : 'parameter'
  return freeName(base, new Set(ports.flatMap(({ name }) => name ?? [])))
}

function isPresent(node: YamlNode | undefined): boolean {
  return node !== undefined && node.kind !== 'empty'
}
