import { FieldReader, type PortsView } from '../argo/index.ts'
import type { PortKind } from '../expression/index.ts'
import { ownersOf, type Flow, type Owner } from './owner.ts'
import type { FlowSymbol } from './symbol.ts'

/** The input or output of a template by its name; of several the first. */
export function portOf(
  owner: Owner,
  kind: 'input' | 'output',
  of: PortKind,
  name: string,
): FlowSymbol | undefined {
  const index = indexOf(kind === 'input' ? owner.view.inputs : owner.view.outputs, of, name)
  if (index === undefined) return undefined
  const { document } = owner
  return { kind, of, document, path: [...owner.path, `${kind}s`, `${of}s`, index], name }
}

/** The argument of a workflow by its name. */
export function workflowInput(
  { manifest, document }: Flow,
  of: PortKind,
  name: string,
): FlowSymbol | undefined {
  const index = indexOf(manifest.spec, of, name)
  if (index === undefined) return undefined
  const path = [...manifest.specPath, 'arguments', `${of}s`, index]
  return { kind: 'workflow-input', of, document, path, name }
}

/** The output that some template makes known to the whole workflow by a name; of several the first. */
export function workflowOutput(flow: Flow, of: PortKind, name: string): FlowSymbol | undefined {
  const root = flow.tree.documents[flow.document]
  if (root === undefined) return undefined
  const reader = new FieldReader(root)
  for (const { path, view } of ownersOf(flow)) {
    const index = portsOf(view.outputs, of).findIndex(
      ({ node }) => reader.text(node, 'globalName') === name,
    )
    if (index < 0) continue
    return {
      kind: 'workflow-output',
      of,
      document: flow.document,
      path: [...path, 'outputs', `${of}s`, index],
      name,
    }
  }
  return undefined
}

function indexOf(ports: PortsView, of: PortKind, name: string): number | undefined {
  const index = portsOf(ports, of).findIndex((port) => port.name === name)
  return index < 0 ? undefined : index
}

/** Parameters or artifacts. */
export function portsOf(ports: PortsView, of: PortKind): PortsView['parameters' | 'artifacts'] {
  return of === 'parameter' ? ports.parameters : ports.artifacts
}
